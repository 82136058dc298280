"""What the linear scorers and the encoder say, blended into one chance."""

import pytest

from nlp_models.learned.blend import Mix, blended, blended_roles, logit, mixes

EVEN = Mix(linear=1.0, encoded=1.0, shift=0.0, least=0.5)


def test_both_have_their_say() -> None:
    alone = EVEN.chance("SOLD>", 0.6, 0.0)
    assert alone == pytest.approx(0.6)
    assert EVEN.chance("SOLD>", 0.6, 2.0) > alone > EVEN.chance("SOLD>", 0.6, -2.0)
    assert EVEN.chance("SOLD>", 0.3, 1.0) < EVEN.chance("SOLD>", 0.4, 1.0)


def test_single_labels_are_shifted() -> None:
    mix = Mix(1.0, 1.0, 0.0, 0.5, {"SOLD>": 1.0})
    assert mix.chance("SOLD>", 0.5, 0.0) > mix.chance("PAID>", 0.5, 0.0) == pytest.approx(0.5)


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_certainty_stays_finite(chance: float) -> None:
    assert -20 < logit(chance) < 20
    assert 0 < EVEN.chance("SOLD>", chance, 0.0) < 1


def test_without_the_encoder_chances_stay_as_they_are() -> None:
    chances = {"suspect": 0.7, "victim": 0.4}
    assert blended(EVEN, chances, None) == chances
    assert blended(None, chances, {"suspect": 1.0}) == chances
    assert blended_roles(EVEN, chances, None) == chances


def test_a_label_that_the_encoder_does_not_know_keeps_its_chance() -> None:
    found = blended(EVEN, {"SOLD>": 0.2, "LEG>": 0.2}, {"SOLD>": 3.0})
    assert found["LEG>"] == 0.2
    assert found["SOLD>"] > 0.5


def test_roles_add_up_to_one_and_may_turn() -> None:
    chances = {"suspect": 0.6, "victim": 0.4, "other": 0.1}
    scores = {"suspect": -2.0, "victim": 3.0, "other": 0.0, "recruiter": 9.0}
    found = blended_roles(EVEN, chances, scores)
    assert sum(found.values()) == pytest.approx(1)
    assert found.keys() == chances.keys()
    assert max(found, key=found.__getitem__) == "victim"


def test_every_group_of_pairs_has_its_blend() -> None:
    groups = {"actors", "homes", "numbers", "legs", "calls"}
    assert groups | {"roles", "classes", "flags"} <= mixes().keys()
