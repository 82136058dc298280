"""Train all models with fixed seeds, score them on gold/dev, and write weights and cards.

``python -m nlp_models.training`` trains everything; ``names``, ``scorers``, ``encoder`` and
``blend`` (which weighs the last two against each other) name one part alone.
"""

import subprocess
import sys
import time
from collections.abc import Sequence

from gold.notation import Note
from gold.notation import notes as gold_notes
from nlp_models.learned.weights import scorers as stored_scorers
from nlp_models.training import blend, corpus, names, scorers
from nlp_models.training.annotated import annotated

PARTS = ("names", "scorers", "encoder", "blend")


def main() -> None:
    """Train what is asked for; everything takes both cores, the recogniser of names on one."""
    asked = set(sys.argv[1:]) or set(PARTS)
    beside = None
    if asked >= {"names", "encoder"}:
        asked.discard("names")
        beside = subprocess.Popen([sys.executable, "-m", "nlp_models.training", "names"])
    notes = list(corpus.notes())
    held = list(gold_notes(half="dev"))
    sys.stdout.write(f"{len(notes)} notes to learn from, {len(held)} held back\n")
    _train(asked, notes, held)
    if beside is not None and beside.wait():
        sys.exit(beside.returncode)


def _train(asked: set[str], notes: Sequence[Note], held: Sequence[Note]) -> None:
    if "names" in asked:
        names.train_and_save(notes, held)
    if "scorers" in asked:
        started = time.perf_counter()
        trained = scorers.train_scorers(list(annotated(notes)))
        seconds = time.perf_counter() - started
        scorers.save_with_card(trained, list(annotated(held)), len(notes), seconds)
        stored_scorers.cache_clear()
    if "encoder" in asked:
        # jax is installed for this alone
        from nlp_models.training import encoder

        encoder.train_and_save(list(annotated(notes)))
    if "blend" in asked:
        found = blend.fit_and_save(stored_scorers(), list(annotated(held)))
        for name, mix in sorted(found.items()):
            sys.stdout.write(f"{name}: {mix}\n")


if __name__ == "__main__":
    main()
