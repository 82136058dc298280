"""``filrouge db``: filrouge's own Neo4j, started, stopped and looked at."""

import click

from filrouge.opening import own_server
from filrouge.settings import Settings, load_settings
from filrouge.terminal import output, parts_bar
from graph.embedded import fetch_parts


def _settings_of_own() -> Settings:
    settings = load_settings()
    if settings.neo4j_uri:
        raise click.ClickException(
            f"FILROUGE_NEO4J_URI names {settings.neo4j_uri}: that server is not filrouge's to run"
        )
    return settings


@click.group()
def db() -> None:
    """filrouge's own Neo4j: start it, stop it, see how it is."""


@db.command()
def start() -> None:
    """Start it, where it is not running; it stays when this command ends."""
    with parts_bar() as bar:
        address = own_server(_settings_of_own(), bar).start()
    output.print(f"Neo4j runs at {address.uri}")


@db.command()
def stop() -> None:
    """Stop it cleanly; nothing is lost."""
    stopped = own_server(_settings_of_own()).stop()
    output.print("Neo4j is stopped" if stopped else "Neo4j was not running")


@db.command()
def status() -> None:
    """Say whether it runs, where, since when and how large it is; exit status 1 when it is not."""
    state = own_server(_settings_of_own()).status()
    if not state.running:
        output.print("Neo4j is not running; start it with: filrouge db start")
        raise SystemExit(1)
    output.print(f"running   {state.uri}")
    output.print(f"process   {state.pid}")
    if state.since is not None:
        output.print(f"since     {state.since.astimezone():%Y-%m-%d %H:%M:%S}")
    if state.memory is not None:
        output.print(f"memory    {state.memory / 1_000_000:.0f} MB")
    output.print(f"on disk   {state.disk / 1_000_000:.0f} MB")


@db.command()
def fetch() -> None:
    """Fetch Neo4j's parts now, so that the first start needs no network."""
    with parts_bar() as bar:
        fetch_parts(_settings_of_own().parts, bar)
    output.print("Neo4j's parts are complete")
