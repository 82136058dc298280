"""Scorers: what they weigh, what holds, and that a file gives back what was saved."""

from pathlib import Path

import numpy as np
import pytest

from nlp_models.learned.scorer import Scorer, load, save
from nlp_models.learned.weights import WEIGHTS, scorers


@pytest.fixture
def scorer() -> Scorer:
    return Scorer(
        ("suspect", "victim"),
        {"b1:đối tượng": 0, "b1:nạn nhân": 1, "order:0": 2},
        np.array([[2.0, -1.0], [-1.5, 3.0], [0.25, 0.5]], dtype=np.float32),
        np.array([-1.0, -1.0], dtype=np.float32),
        np.array([0.5, 0.5], dtype=np.float32),
    )


def test_a_label_holds_from_its_threshold_on(scorer: Scorer) -> None:
    assert set(scorer.told(["b1:nạn nhân", "order:0"])) == {"victim"}
    assert scorer.told([]) == {}


def test_unknown_features_weigh_nothing(scorer: Scorer) -> None:
    known = scorer.probabilities(["order:0"])
    assert (scorer.probabilities(["order:0", "never seen"]) == known).all()


def test_the_strongest_features_speak_for_the_label(scorer: Scorer) -> None:
    assert scorer.strongest(["order:0", "b1:nạn nhân", "b1:đối tượng"], "victim") == [
        "b1:nạn nhân",
        "order:0",
    ]


def test_a_file_gives_back_what_was_saved(scorer: Scorer, tmp_path: Path) -> None:
    save(tmp_path / "weights.zip", {"roles": scorer})
    first = (tmp_path / "weights.zip").read_bytes()
    again = load(tmp_path / "weights.zip")["roles"]
    assert again.labels == scorer.labels
    assert again.rows == scorer.rows
    assert np.allclose(again.weights, scorer.weights, atol=0.01)
    save(tmp_path / "weights.zip", {"roles": scorer})
    assert (tmp_path / "weights.zip").read_bytes() == first


def test_the_shipped_weights_are_small_and_whole() -> None:
    assert WEIGHTS.stat().st_size < 19_000_000
    assert {"roles", "first roles", "classes", "actors", "homes", "numbers", "legs"} <= set(
        scorers()
    )
