"""``filrouge settings``: the table of settings with the values in force."""

import click
from rich.table import Table

from filrouge.settings import TABLE, load_settings
from filrouge.terminal import output

SECRET = frozenset({"neo4j_password"})


@click.command()
def settings() -> None:
    """Show every setting: its environment variable, the value in force, what it means."""
    load_settings()  # says what is wrong before the table does
    import os

    table = Table("variable", "value", "what it is")
    for row in TABLE:
        value = os.environ.get(row.variable) or row.default
        table.add_row(
            row.variable, "(hidden)" if row.field in SECRET and value else value, row.help
        )
    output.print(table)
