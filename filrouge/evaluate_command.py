"""``filrouge evaluate``: how well reports are read, against notes annotated by hand."""

from pathlib import Path
from typing import Any

import click

from filrouge.terminal import output


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True))
@click.option("--half", type=click.Choice(["dev", "test"]), default="dev", show_default=True)
@click.option("--ready/--no-ready", default=True, help="The ready models alone, for comparison.")
@click.option("--all", "every", is_flag=True, help="Every facet, kinds of claim one by one.")
@click.option("--errors", multiple=True, metavar="FACET", help="List what differs in a facet.")
def evaluate(
    folder: Path | None, half: str, ready: bool, every: bool, errors: tuple[str, ...]
) -> None:
    """Print precision, recall and F1 by facet and language on the gold set.

    FOLDER holds notes in the gold set's notation; without it, this checkout's gold/ is read.
    """
    from gold.notation import FOLDER, notes
    from nlp_models.errors import NotInstalled
    from nlp_models.evaluation import evaluate as run
    from nlp_models.evaluation import table
    from nlp_models.ready import read_with_ready_model

    gold: list[dict[str, Any]] = [
        {**note.extract, "text": note.text} for note in notes(folder or FOLDER, half)
    ]
    scores, differences = run(gold)
    _print(f"filrouge, {len(gold)} notes ({half})", table(scores, every))
    for facet in errors:
        _print(facet, (line for line in differences if line.partition("\t")[0] == facet))
    if ready:
        try:
            scores, _ = run(gold, read_with_ready_model)
        except NotInstalled as error:
            output.print(f"\nready models: {error}", markup=False)
        else:
            keys = {"Person", "Place", "Organization"}
            kept = {key: score for key, score in scores.items() if key[0].split()[-1] in keys}
            _print("the ready models alone", table(kept))


def _print(title: str, lines: Any) -> None:
    output.print(f"\n{title}", markup=False)
    for line in lines:
        output.print(line, markup=False)
