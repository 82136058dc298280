"""Legs become routes: chained in order, leaps left out, every leg in one route."""

from nlp_models.learned.pairs import Pair
from nlp_models.relations import Leg
from nlp_models.routes import chains


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
