"""The command ``filrouge``: parses, calls the layers, prints what they answer.

Exit status: 0 all went well; 1 something failed and was named; 2 the call's words are off.
"""

import importlib
from collections.abc import Sequence

import click

from filrouge import __version__

COMMANDS = {
    "ingest": "filrouge.ingest_command:ingest",
    "extract": "filrouge.extract_command:extract",
    "serve": "filrouge.serve_command:serve",
    "entities": "filrouge.entities_command:entities",
    "db": "filrouge.db_command:db",
    "bundle": "filrouge.bundle_command:bundle",
    "evaluate": "filrouge.evaluate_command:evaluate",
    "rebuild": "filrouge.rebuild_command:rebuild",
    "console": "filrouge.console_command:console",
    "settings": "filrouge.settings_command:settings",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that help comes at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, name = place.split(":")
        command = getattr(importlib.import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{place} is no command")
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="filrouge")
def cli() -> None:
    """The red thread through a case: reads reports, links people, places and numbers."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; an expected error is one sentence on standard error and status 1."""
    from filrouge.failures import EXPECTED
    from filrouge.terminal import errors

    try:
        cli.main(args=arguments, prog_name="filrouge", standalone_mode=True)
    except EXPECTED as error:
        errors.print(f"filrouge: {error}", markup=False, style="yellow")
        raise SystemExit(1) from None
