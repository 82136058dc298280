"""Train all models with fixed seeds, score them on gold/dev, and write weights and cards.

``python -m nlp_models.training`` trains everything; ``… names`` or ``… scorers`` one part alone.
"""

import sys
import time

from gold.notation import notes as gold_notes
from nlp_models.training import corpus, names, scorers
from nlp_models.training.annotated import annotated


def main() -> None:
    """Train what is asked for."""
    asked = set(sys.argv[1:]) or {"names", "scorers"}
    notes = list(corpus.notes())
    held = list(gold_notes(half="dev"))
    sys.stdout.write(f"{len(notes)} notes to learn from, {len(held)} held back\n")
    if "names" in asked:
        names.train_and_save(notes, held)
    if "scorers" in asked:
        started = time.perf_counter()
        trained = scorers.train_scorers(list(annotated(notes)))
        scorers.save_with_card(
            trained, list(annotated(held)), len(notes), time.perf_counter() - started
        )


if __name__ == "__main__":
    main()
