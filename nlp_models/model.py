"""The trained recogniser of names: its shape, and its weights as a component of a pipeline."""

from pathlib import Path
from typing import Any

from spacy.language import Language

from nlp_models.errors import MissingModel

LABELS = ("LOC", "ORG", "PER")
WIDTH, DEPTH, WINDOW, HIDDEN, MAXOUT = 96, 4, 1, 64, 2
ROWS = {"NORM": 5000, "LEMMA": 4000, "PREFIX": 1500, "SUFFIX": 2500, "SHAPE": 1500, "TAG": 800}

CONFIG: dict[str, Any] = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": HIDDEN,
        "maxout_pieces": MAXOUT,
        "use_upper": True,
        "nO": None,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": WIDTH,
                "attrs": list(ROWS),
                "rows": list(ROWS.values()),
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": WIDTH,
                "depth": DEPTH,
                "window_size": WINDOW,
                "maxout_pieces": 3,
            },
        },
    }
}


def add_to(nlp: Language, path: Path) -> None:
    """Add the trained recogniser to a pipeline; raises MissingModel."""
    if not (path / "model").exists():
        raise MissingModel(path)
    for label in LABELS:
        nlp.vocab.strings.add(label)
    recogniser = nlp.add_pipe("ner", config=CONFIG)
    recogniser.from_disk(path, exclude=["vocab"])  # type: ignore[attr-defined]
