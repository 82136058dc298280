"""``filrouge bundle``: Neo4j's parts in a folder, for a machine without network."""

from pathlib import Path

import click

from filrouge.settings import load_settings
from filrouge.terminal import output, parts_bar


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def bundle(folder: Path) -> None:
    """Put Neo4j's parts into FOLDER, to be carried to a machine without network.

    A README.txt in it says how the other machine uses it (FILROUGE_PARTS).
    """
    from graph.embedded.bundle import make_bundle

    with parts_bar() as bar:
        parts = make_bundle(load_settings().parts, folder.absolute(), bar)
    output.print(f"Neo4j's parts are in {parts}; {folder / 'README.txt'} says how to use them")
