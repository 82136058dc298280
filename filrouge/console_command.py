"""``filrouge console``: a Python prompt with a py2neo graph at hand."""

import click

from filrouge.opening import find_address
from filrouge.settings import load_settings
from filrouge.terminal import parts_bar


@click.command()
def console() -> None:
    """Open a Python prompt with a py2neo graph at hand, for people who know it."""
    from graph.console import run_console

    with parts_bar() as bar:
        address = find_address(load_settings(), bar)
    run_console(address)
