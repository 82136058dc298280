"""Ages, births and minors beside names; people stand in «»."""

import re

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp_models.details import Details
from nlp_models.finding import Finding

MARK = re.compile("«([^»]+)»")


def said(marked: str) -> dict[str, dict[str, str]]:
    """Return what is said of each person, sex left out."""
    text, findings, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        findings.append(Finding(len(text), len(text) + len(mark[1]), "Person", mark[1]))
        text += mark[1]
        at = mark.end()
    doc = Doc(Vocab(), words=[text + marked[at:]], spaces=[False])
    doc._.findings = tuple(findings)
    found = Details()(doc)._.findings
    return {one.name: {k: v for k, v in one.attributes.items() if k != "sex"} for one in found}


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("The court has jailed «Minh», 27, and his aunt", "27"),
        ("«Minh», qui se dit 19 ans", "19"),
        ("«Minh», passport P4471902B, 29, of Davao", "29"),
        ("«Vi Thị Bông», 25 tuổi, trú Vinh", "25"),
        ("«Vi Thị Bông» (25t) kể", "25"),
        ("cháu «Bông» mới 25 tuổi", "25"),
        ("Họ tên: «Vi Thị Bông»  Tuổi: 25", "25"),
        ("«Bông», hai mươi lăm tuổi", "25"),
        ("«Awa Keita», vingt-deux ans, raconte", "22"),
        ("«Awa Keita», âgée de 22 ans", "22"),
        ("Je m'appelle «Awa», j'ai 22 ans", "22"),
        ("«Ann Hill», 31, of Leeds", "31"),
        ("«Ann Hill» (f, 31)", "31"),
        ("«A.H»., 31, of Leeds", "31"),
        ("the 31-year-old «Ann Hill»", "31"),
        ("«Ann Hill», a cook aged thirty-one", "31"),
        ("«Zarina Yuldasheva» (UZ, 26) was flown to Tbilisi", "26"),
        ("Pt: «Shrestha», M, 29 y. Adm 04/12/22", "29"),
        ("WITH «Sung Thi» AGE 45 HIS NIECE", "45"),
        ("trinh bao con dau toi «Hoang Sinh» (2l tuoi) bi du di", "21"),
        ("«Duong»: i am 26 brother is it ok", "26"),
        ("citizen «Lo Inh», Thai nationality, age 52, of Na U", "52"),
        ("«Ann» cooks. She's 31.", "31"),
    ],
)
def test_an_age_is_read(text: str, age: str) -> None:
    (one,) = said(text).values()
    assert one == {"age": age}


@pytest.mark.parametrize(
    "text",
    [
        "condamne «Keita» à cinq ans ferme",
        "Sentence: «Hill» 15 years",
        "«Hill» left two years ago",
        "«Hill» and a son aged 9",
        "«Hill» of 11 May Street",
        "«Duong»: i am 3 days here",
        "paid «Hill» 40,000 dollars",
        "«Bông» bắt họ",
    ],
)
def test_other_figures_are_no_age(text: str) -> None:
    assert all(one == {} for one in said(text).values())


def test_ages_said_together_are_shared_out() -> None:
    assert said("«Bông» và «Hoa», 14 và 16 tuổi") == {
        "Bông": {"age": "14", "minor": "under 16"},
        "Hoa": {"age": "16", "minor": "under 18"},
    }
    assert said("«Ann» and «Beth», both 19, left") == {"Ann": {"age": "19"}, "Beth": {"age": "19"}}


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("«Bông», học sinh lớp 9", "under 16"),
        ("«Bông» chưa đủ 16 tuổi", "under 16"),
        ("«Awa», mineure, a fui", "under 18"),
        ("«Ann», a minor, fled", "under 18"),
    ],
)
def test_a_minor_is_known_without_an_age(text: str, minor: str) -> None:
    (one,) = said(text).values()
    assert one["minor"] == minor


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("«Bông» (SN 1990)", "1990"),
        ("«Bông» (1990), trú Vinh", "1990"),
        ("«Bông», sinh ngày 3/5/1990", "1990-05-03"),
        ("«Awa», née à Kayes le 3 mai 1990", "1990-05-03"),
        ("«AWA», NEE A KAYES 1990", "1990"),
        ("«Ann», born 3 May 1990", "1990-05-03"),
        ("«ANN» DOB: l3/O5/199O", "1990-05-13"),
    ],
)
def test_a_birth_is_read(text: str, born: str) -> None:
    (one,) = said(text).values()
    assert one == {"born": born}


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("«Minh», fifteen, from the hills", "15"),
        ("«Minh» was sixteen when she came", "16"),
        ("«Minh» a douze ans, les ongles rongés", "12"),
        ("«Minh», 17 ans, et sa tante à peine plus âgée", "17"),
        ("«Minh» (12 a.) et deux autres", "12"),
    ],
)
def test_an_age_of_a_minor_is_read(text: str, age: str) -> None:
    (one,) = said(text).values()
    assert one == {"age": age, "minor": "under 16" if int(age) < 16 else "under 18"}


def test_a_list_gives_each_the_number_after_the_name() -> None:
    found = said("Held: «Tania» 18, «Ruma» 20, «Shefali» 34.")
    assert {name: one["age"] for name, one in found.items()} == {
        "Tania": "18", "Ruma": "20", "Shefali": "34",
    }  # fmt: skip
    assert said("«Tania» 18, then nothing")["Tania"] == {}
