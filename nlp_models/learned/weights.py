"""The trained scorers as shipped: one file, read once a process."""

from functools import lru_cache
from pathlib import Path

from nlp_models.learned.scorer import Scorer, load

WEIGHTS = Path(__file__).parent.parent / "data" / "scorers" / "weights.zip"


@lru_cache(maxsize=1)
def scorers() -> dict[str, Scorer]:
    """Return the scorers by name; none where nothing was trained yet."""
    return load(WEIGHTS) if WEIGHTS.exists() else {}
