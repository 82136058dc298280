"""``filrouge extract``: what is read, one JSON object a line, without touching the graph."""

import json
import sys
from pathlib import Path
from typing import Unpack

import click

from filrouge.reading_options import Words, as_options, reading_options
from filrouge.settings import load_settings
from filrouge.terminal import errors


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@reading_options
def extract(paths: tuple[Path, ...], **words: Unpack[Words]) -> None:
    """Print what is read in reports (files and folders) as JSON lines, in the order given."""
    from ingest.extract_json import as_json
    from ingest.pipeline import Failure
    from ingest.pipeline import extract as run

    failed = False
    for outcome in run(paths, as_options(words, load_settings())):
        if isinstance(outcome, Failure):
            failed = True
            errors.print(f"filrouge: {outcome.path}: {outcome.reason}", markup=False)
        else:
            sys.stdout.write(json.dumps(as_json(outcome), ensure_ascii=False) + "\n")
            sys.stdout.flush()
    raise SystemExit(1 if failed else 0)
