"""``filrouge entities``: everyone and everything in the graph, one JSON object a line."""

import json
import sys

import click

from filrouge.opening import open_store
from filrouge.settings import load_settings
from filrouge.terminal import parts_bar
from graph.normal_forms import TYPES


@click.command()
@click.option("--type", "type_", type=click.Choice(TYPES), help="Only entities of this type.")
def entities(type_: str | None) -> None:
    """Print every entity: its appearances, why they are one, and who else it may be."""
    with parts_bar() as bar:
        store = open_store(load_settings(), bar)
    with store:
        for line in store.entity_lines(type_):
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
