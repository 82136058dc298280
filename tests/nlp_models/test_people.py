"""Which mentions are one person."""

import pytest

from nlp_models.finding import Finding
from nlp_models.people import join


def people(*names: str, links: dict[int, tuple[int, bool]] | None = None) -> list[list[str]]:
    """Join names that stand ten characters apart, and return them person by person."""
    mentions = [Finding(10 * i, 10 * i + 9, "Person", name) for i, name in enumerate(names)]
    return [[one.name for one in person.mentions] for person in join(mentions, links or {})]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nguyễn Văn Phát", "Phát"),
        ("Nguyễn Văn Phát", "PHÁT"),
        ("Nguyễn Thị H", "H"),
        ("N.T.H", "H"),
        ("Adama Keita", "Keita"),
        ("Adama Keita", "KEITA Adama"),
        ("Ana Ortiz Vega", "Ortiz"),
        ("TANG Quoc Vinh", "TANG"),
        ("Tendai Mutasa", "TM"),
        ("Alba Duval", "A. DUVAL"),
        ("Trần Thị Thúy", "Thuy"),
        ('Ray "Duke" Hill', "Hill"),
    ],
)
def test_two_names_of_one_person_are_joined(first: str, second: str) -> None:
    assert people(first, second) == [[first, second]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nguyễn Thị Lan", "Nguyễn Thị Lan Anh"),
        ("Nguyễn Văn Phát", "Văn"),
        ("Nguyễn Văn Phát", "Lê Văn Phát"),
        ("Lei Kin Man", "Lei Man Kin"),
        ("Trần Thị Thúy", "Thùy"),
        ("Alba Duval", "B. Duval"),
    ],
)
def test_two_people_stay_apart(first: str, second: str) -> None:
    assert people(first, second) == [[first], [second]]


def test_a_short_name_does_not_join_two_full_ones() -> None:
    assert people("Keita", "Adama Keita", "Moussa Keita") == [
        ["Keita", "Adama Keita"],
        ["Moussa Keita"],
    ]


def test_the_spelling_with_the_same_marks_is_meant() -> None:
    assert people("Lê Bá Hoành", "Trương Thị Hoanh", "Hoành") == [
        ["Lê Bá Hoành", "Hoành"],
        ["Trương Thị Hoanh"],
    ]


def test_an_alias_used_earlier_and_later_is_the_same_person() -> None:
    joined = people("Duke", "Ray Hill", "Duke", "Duke", links={20: (10, False)})
    assert [sorted(one) for one in joined] == [["Duke", "Duke", "Duke", "Ray Hill"]]


def test_a_nickname_in_the_middle_is_an_alias() -> None:
    (person,) = join([Finding(0, 15, "Person", 'Ray "Duke" Hill')], {})
    assert (person.fullest, person.aliases) == ("Ray Hill", ["Duke"])


def test_a_nickname_that_holds_the_name_is_an_alias() -> None:
    (person,) = join(
        [Finding(0, 9, "Person", "Phát"), Finding(10, 19, "Person", "Phát Lùn")], {10: (0, False)}
    )
    assert (person.fullest, person.aliases) == ("Phát", ["Phát Lùn"])
