"""``filrouge rebuild``: entities and connections computed anew from reports and reviews."""

import click

from filrouge.opening import open_store
from filrouge.settings import load_settings
from filrouge.terminal import output, parts_bar, reports_bar


@click.command()
def rebuild() -> None:
    """Compute entities and connections anew from what reports said and reviewers decided."""
    with parts_bar() as bar:
        store = open_store(load_settings(), bar)
    with store:
        with reports_bar() as progress:
            task = progress.add_task("Rebuilding", total=None, rate="")

            def on_progress(done: int, total: int) -> None:
                progress.update(task, completed=done, total=total)

            store.rebuild(on_progress)
        counts = store.counts()
    output.print(
        f"{counts.reports:,} reports, {sum(counts.entities.values()):,} entities, "
        f"{sum(counts.connections.values()):,} connections"
    )
