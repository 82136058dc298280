"""Pairs: the closest mentions of each sentence that has both, a bounded number in all."""

from nlp_models.learned.pairs import AHEAD, pairs_of
from tests.nlp_models.strip_builder import lay_out


def ends(marked: str) -> list[tuple[str, str, bool]]:
    strip = lay_out(marked)
    return [
        (strip.items[pair.first].id, strip.items[pair.second].id, pair.same_sentence)
        for pair in pairs_of(strip)
    ]


def test_two_people_of_a_sentence_are_a_pair_once() -> None:
    assert ends("«p1 Tèo» và «p1 Tèo» gặp «p2 Mai».") == [("p1", "p2", True)]


def test_two_sentences_away_is_a_pair_only_where_no_sentence_has_both() -> None:
    assert ends("«p1 Tèo» đi. «p2 Mai» ở nhà.") == [("p1", "p2", False)]
    assert ends("«p1 Tèo» đi. «p2 Mai» ở nhà. «p1 Tèo» gọi «p2 Mai».") == [("p1", "p2", True)]


def test_far_mentions_are_no_pair() -> None:
    assert ends("«p1 Tèo» đi. Mưa. Gió. Nắng. Bão. «p2 Mai» ở nhà.") == []


def test_dates_and_sums_join_nobody() -> None:
    assert ends("«p1 Tèo» trả «m1 5 triệu» ngày «d1 12/3/2024».") == []


def test_the_work_is_linear_in_the_number_of_mentions() -> None:
    people = 400
    strip = lay_out(" ".join(f"«p{number} Tèo»" for number in range(people)))
    assert len(list(pairs_of(strip))) <= people * AHEAD
