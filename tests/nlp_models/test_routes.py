"""Legs become routes: chained in order, leaps left out, every leg in one route."""

import pytest

from nlp_models.learned.pairs import Pair
from nlp_models.masked import keeps_marks, masked
from nlp_models.relations import Leg
from nlp_models.route_words import NEGATED, PLANNED
from nlp_models.routes import chains, modes
from nlp_models.vocabulary import Language


def leg(origin: str, goal: str, chance: float = 0.8, at: int = 0) -> Leg:
    return Leg(origin, goal, Pair(at, at + 1, True, "legs"), chance, False)


def stops(*legs: Leg) -> list[list[str]]:
    return [[chain[0].origin, *(one.goal for one in chain)] for chain in chains(legs)]


def test_legs_are_chained_in_the_order_of_travel() -> None:
    assert stops(leg("b", "c", at=3), leg("a", "b")) == [["a", "b", "c"]]


def test_a_leap_over_a_stop_is_left_out() -> None:
    assert stops(leg("a", "b"), leg("b", "c"), leg("a", "c")) == [["a", "b", "c"]]


def test_of_two_directions_the_likelier_stays() -> None:
    assert stops(leg("a", "b", 0.5), leg("b", "a", 0.9)) == [["b", "a"]]


def test_two_journeys_are_two_routes() -> None:
    assert stops(leg("a", "b"), leg("x", "y", at=9)) == [["a", "b"], ["x", "y"]]


def test_a_circle_ends() -> None:
    told = stops(leg("a", "b"), leg("b", "c", at=2), leg("c", "a", at=4))
    assert sum(len(route) - 1 for route in told) == 3


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        ("vi", "Hắn đưa hai chị ra bến bằng xe ôm rồi đi bộ qua đồi.", "motorbike+foot"),
        ("vi", "Cả nhóm ngồi xe khách, sau đó lên máy bay.", "bus+plane"),
        ("vi", "Em ngồi thùng xe tải rồi sang sông bằng đò.", "truck+boat"),
        ("vi", "Cháu nghe nói sẽ được lên thành phố.", None),
        ("vi", "Chau xuong nha ba do roi di do lam.", None),
        ("vi", "Ba tới chỗ hẹn bằng xe 16 chỗ.", "van"),
        ("fr", "On l'a mise dans un car de nuit, puis dans une pirogue.", "bus+boat"),
        ("fr", "Elle était en train de manger, car elle avait faim.", None),
        ("fr", "Le vol du téléphone a été signalé.", None),
        ("fr", "Le chauffeur a pris l'argent.", "car"),
        ("fr", "Le chauffeur du camion a pris l'argent.", "truck"),
        ("en", "They flew in, then a lorry and a rubber dinghy.", "plane+truck+boat"),
        ("en", "He drove the girls in a minibus.", "van"),
        ("en", "They walked, took a lorry and walked again.", "foot+truck"),
        ("en", "He will pick up the money at the shop.", None),
    ],
)
def test_means_are_named_in_the_order_told(
    language: Language, text: str, means: str | None
) -> None:
    sentences = tuple(masked(text, [(0, len(text))], (), keeps_marks(text)))
    assert modes(sentences, language) == means


@pytest.mark.parametrize(
    ("language", "text", "planned", "negated"),
    [
        ("vi", "Hắn dự kiến đưa cả nhóm qua biên giới.", True, False),
        ("vi", "Ông ta phủ nhận việc chở cô gái.", False, True),
        ("fr", "Les deux filles ont été interceptées avant le pont.", True, False),
        ("fr", "Il n'a jamais conduit la jeune fille.", False, True),
        ("fr", "Elle n'a pas dormi pendant le trajet.", False, False),
        ("en", "The van was to carry them north.", True, False),
        ("en", "He denies having driven the girls there.", False, True),
        ("en", "She did not eat on the way.", False, False),
    ],
)
def test_a_journey_to_come_and_one_denied(
    language: Language, text: str, planned: bool, negated: bool
) -> None:
    (sentence,) = masked(text, [(0, len(text))], (), keeps_marks(text))
    assert (PLANNED[language].search(sentence) is not None) == planned
    assert (NEGATED[language].search(sentence) is not None) == negated
