"""Readings become records whose names come from their content."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from ingest.extract_json import as_json
from ingest.facts import facts_of, whereabouts_of
from ingest.filing import make_filing
from ingest.options import Options
from nlp_models.reading import Appearance, Classification, Lead, Mention, Route
from tests.ingest.readings import HUNG, KENG_DU, LAN, PHONE, TEXT, appearance, claim, draft, reading

NOW = datetime(2025, 3, 12, 8, tzinfo=UTC)


def test_filing_twice_gives_the_same_records() -> None:
    found = reading(claims=(claim("USES_PHONE", HUNG, PHONE),))
    assert make_filing(draft(), found, Options(), NOW) == make_filing(
        draft(), found, Options(), NOW
    )


def test_the_same_words_in_another_report_have_other_names() -> None:
    first = make_filing(draft(), reading(), Options(), NOW)
    second = make_filing(draft(id="c" * 24), reading(), Options(), NOW)
    assert not {one.id for one in first.appearances} & {one.id for one in second.appearances}


def test_claims_routes_and_leads_point_at_appearances() -> None:
    found = reading(
        claims=(claim("LIVES_IN", HUNG, KENG_DU),),
        routes=(Route(("e2", "e2"), 0, 43, 0.8, "test", movers=("e1",), moved=("e4",)),),
        leads=(Lead("e1", "e4", 44, 71),),
    )
    filing = make_filing(draft(), found, Options(), NOW)
    hung, keng_du, _, lan = (one.id for one in filing.appearances)
    assert [(one.subject, one.object) for one in filing.claims] == [(hung, keng_du)]
    assert filing.routes[0].stops == (keng_du, keng_du)
    assert (filing.routes[0].movers, filing.routes[0].moved) == ((hung,), (lan,))
    assert (filing.leads[0].first, filing.leads[0].second) == (hung, lan)


def test_of_two_ways_to_read_a_claim_the_surer_stays() -> None:
    found = reading(
        claims=(
            claim("USES_PHONE", HUNG, PHONE, confidence=0.9),
            claim("USES_PHONE", HUNG, PHONE, confidence=0.6),
        )
    )
    filing = make_filing(draft(), found, Options(), NOW)
    assert [one.confidence for one in filing.claims] == [0.9]


def test_what_the_filer_says_stands_on_the_report() -> None:
    options = Options(
        source="hotline",
        date=date(2025, 3, 1),
        reliability="B",
        credibility=2,
        handling="restricted",
    )
    report = make_filing(draft(date=date(2025, 2, 2)), reading(), options, NOW).report
    assert (report.source, report.date, report.reliability) == ("hotline", date(2025, 3, 1), "B")
    assert (report.credibility, report.handling) == (2, "restricted")


def test_a_mail_s_own_date_dates_it() -> None:
    filing = make_filing(draft(date=date(2025, 2, 2)), reading(), Options(), NOW)
    assert filing.report.date == date(2025, 2, 2)


def test_classes_keep_the_phrases_that_say_so() -> None:
    phrase = Mention(0, 6, TEXT[:6])
    found = reading(classes=(Classification("ForcedMarriage", (phrase,)),))
    report = make_filing(draft(), found, Options(), NOW).report
    assert report.classes == ("ForcedMarriage",)
    assert report.class_phrases == (("ForcedMarriage", 0, 6),)


def test_claims_make_facts() -> None:
    found = reading(
        claims=(
            claim("USES_PHONE", HUNG, PHONE),
            claim("LIVES_IN", HUNG, KENG_DU),
            claim("FAMILY", HUNG, LAN),
        )
    )
    facts = facts_of(found)
    assert facts["e1"] == (
        "born:1987",
        "home:keng du",
        "phone:+84912764330",
        "relative:lo thi lan",
    )
    assert facts["e4"] == ("relative:nguyen van hung",)


def test_denials_and_hearsay_make_no_facts() -> None:
    found = reading(
        claims=(
            claim("USES_PHONE", LAN, PHONE, negated=True),
            claim("LIVES_IN", LAN, KENG_DU, hearsay=True),
        )
    )
    assert "e4" not in facts_of(found)


def test_an_organisation_stands_in_the_province_or_the_country() -> None:
    inn = Appearance("e9", "Organization", "nhà nghỉ Hoa Ban", KENG_DU.mentions)
    village = replace(KENG_DU, attributes={"within": "Kỳ Sơn, Nghệ An", "country": "VN"})
    abroad = replace(KENG_DU, id="e8", attributes={"within": "Bokeo", "country": "LA"})

    def where(*places: Appearance, **more: Any) -> Any:
        claims = tuple(claim("LOCATED_AT", inn, place, **more) for place in places)
        return whereabouts_of(reading(appearances=(inn, *places), claims=claims)).get("e9")

    assert where(village) == {"seat": "Nghệ An"}
    assert where(abroad) == {"seat": "LA"}
    assert where(abroad, village) == {"near": "LA"}
    assert where(KENG_DU) is None
    assert where(village, negated=True) == {"near": "Nghệ An"}
    found = reading(appearances=(inn, village), claims=(claim("LOCATED_AT", inn, village),))
    (filed, _) = make_filing(draft(), found, Options(), NOW).appearances
    assert dict(filed.attributes) == {"seat": "Nghệ An"}


def test_a_village_that_nobody_places_is_near_what_the_report_names_most() -> None:
    known = replace(KENG_DU, attributes={"within": "Kỳ Sơn, Nghệ An", "country": "VN"})
    unknown = replace(KENG_DU, id="e8", name="Noọng Hét")
    found = whereabouts_of(reading(appearances=(known, unknown)))
    assert found == {"e8": {"near": "Nghệ An"}}


def test_a_home_that_no_claim_tells_is_taken_as_written() -> None:
    lan = replace(LAN, attributes={"home": "bản Huồi Lê"})
    assert facts_of(reading(appearances=(lan,)))["e4"] == ("home:ban huoi le",)


def test_a_relative_s_given_name_alone_is_no_fact() -> None:
    lan = appearance("e4", "Person", "Lan", "Lan")
    found = reading(appearances=(HUNG, lan), claims=(claim("FAMILY", HUNG, lan),))
    assert facts_of(found)["e1"] == ("born:1987",)


def test_extract_has_the_shape_that_the_design_gives() -> None:
    found = reading(
        claims=(claim("USES_PHONE", HUNG, PHONE),),
        routes=(Route(("e2", "e2"), 0, 43, 0.8, "test", mode="bus"),),
    )
    said = as_json(make_filing(draft(), found, Options(), NOW))
    assert said["report"]["path"] == "notes/a.txt"
    assert said["report"]["language"] == "vi"
    assert said["report"]["classes"] == []
    assert said["entities"][0] == {
        "id": "e1",
        "type": "Person",
        "name": "Nguyễn Văn Hùng",
        "aliases": [],
        "role": "suspect",
        "mentions": [[0, 15, "Nguyễn Văn Hùng"]],
        "attributes": {"born": "1987"},
    }
    assert {
        "kind": "USES_PHONE",
        "subject": "e1",
        "object": "e3",
        "start": 0,
        "end": 43,
    }.items() <= (said["claims"][0].items())
    assert {"stops": ["e2", "e2"], "mode": "bus", "start": 0, "end": 43}.items() <= (
        said["routes"][0].items()
    )
