"""The gazetteer: what is in it, and how it is built."""

import sqlite3
from pathlib import Path

import pytest

from nlp_models.gazetteer.errors import NoPlaces
from nlp_models.gazetteer.lookup import Gazetteer, gazetteer
from nlp_models.gazetteer.place import Named, Place
from nlp_models.gazetteer.table import write


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("keng du", "vn-c16822"),
        ("nghe an", "vn-nghe-an"),
        ("hanoi", "vn-ha-noi"),
        ("saigon", "vn-ho-chi-minh"),
        ("bac kinh", "gn-1816670"),
        ("londres", "gn-2643743"),
        ("quang tay", "cn-guangxi"),
        ("nigeria", "ng"),
        ("cau treo", "gate-vn-cau-treo"),
        ("nam phao", "gate-la-nam-phao"),
        ("dinh son", "vn-o17344"),
    ],
)
def test_a_name_in_any_of_the_three_languages_finds_its_place(name: str, identifier: str) -> None:
    assert identifier in {named.place.id for named in gazetteer().named(name)}


def test_a_former_commune_knows_what_it_became() -> None:
    places = gazetteer()
    former = next(n.place for n in places.named("tam dinh") if n.place.id == "vn-c16927")
    assert former.successor is not None
    assert places.place(former.successor) is not None


def test_a_place_knows_what_it_lies_in() -> None:
    places = gazetteer()
    keng_du = places.place("vn-c16822")
    assert keng_du is not None
    assert [above.name for above in places.above(keng_du)] == ["Kỳ Sơn", "Nghệ An", "Vietnam"]


def test_an_unknown_name_is_rejected() -> None:
    assert gazetteer().named("zzyzx qwerty") == ()


def test_a_gazetteer_is_written_and_read_back(tmp_path: Path) -> None:
    place = Place("x-1", "Huồi Lê", "village", "VN", None, 19.6, 104.1, "given by hand", 200)
    write(tmp_path / "places.sqlite", [Named("Huồi Lê", place), Named("Huoi Le", place)])
    small = Gazetteer(tmp_path / "places.sqlite")
    assert {named.place for named in small.named("huoi le")} == {place}


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "places.sqlite").write_bytes(b"not a database")
    with pytest.raises(NoPlaces, match="cannot be read as a gazetteer"):
        Gazetteer(tmp_path / "places.sqlite")


def test_an_empty_database_is_refused(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "places.sqlite").close()
    with pytest.raises(NoPlaces):
        Gazetteer(tmp_path / "places.sqlite")
