"""From a draft and its reading to what is written to the graph."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from graph.keys import key
from graph.records import Appearance, Claim, Filing, Lead, Report, Route
from ingest.dating import date_in
from ingest.draft import Draft
from ingest.facts import facts_of, whereabouts_of
from ingest.options import Options
from nlp_models import reading as read
from nlp_models.reading import Reading


def make_filing(draft: Draft, reading: Reading, options: Options, received: datetime) -> Filing:
    """Name all that was read in a report after its content, so that it is filed once."""
    ids = {one.id: _appearance_id(draft.id, one) for one in reading.appearances}
    facts, where = facts_of(reading), whereabouts_of(reading)
    appearances = [
        _appearance(draft.id, one, ids, facts.get(one.id, ()), where.get(one.id, {}))
        for one in reading.appearances
    ]
    claims = _claims(draft.id, reading, ids)
    return Filing(
        report=_report(draft, reading, options, received),
        appearances=tuple({one.id: one for one in appearances}.values()),
        claims=tuple(sorted(claims, key=lambda one: (one.start, one.end, one.id))),
        routes=tuple({one.id: one for one in _routes(draft.id, reading, ids)}.values()),
        leads=tuple({one.id: one for one in _leads(draft.id, reading, ids)}.values()),
    )


def _claims(report: str, reading: Reading, ids: Mapping[str, str]) -> Iterable[Claim]:
    """Return the claims; of two ways to read the same one in a sentence the surer one stays."""
    claims = [_claim(report, one, ids) for one in reading.claims]
    claims.sort(key=lambda claim: claim.confidence)
    return {claim.id: claim for claim in claims}.values()


def _report(draft: Draft, reading: Reading, options: Options, received: datetime) -> Report:
    return Report(
        id=draft.id,
        original=draft.original,
        path=draft.path,
        title=draft.title,
        text=reading.text,
        language=reading.language,
        media_type=draft.media_type,
        size=draft.size,
        received=received,
        date=options.date or draft.date or date_in(reading, received.date()),
        source=options.source,
        reliability=options.reliability,
        credibility=options.credibility,
        handling=options.handling,
        parent=draft.parent,
        classes=tuple(one.name for one in reading.classes),
        class_phrases=tuple(
            (one.name, phrase.start, phrase.end)
            for one in reading.classes
            for phrase in one.phrases
        ),
        pages=draft.text.pages,
        sentences=reading.sentences,
    )


def _appearance_id(report: str, one: read.Appearance) -> str:
    return key(report, one.type, one.name, one.mentions[0].start)


def _appearance(
    report: str,
    one: read.Appearance,
    ids: Mapping[str, str],
    facts: tuple[str, ...],
    where: Mapping[str, str],
) -> Appearance:
    return Appearance(
        id=ids[one.id],
        report=report,
        type=one.type,
        name=one.name,
        mentions=tuple((mention.start, mention.end, mention.text) for mention in one.mentions),
        aliases=one.aliases,
        role=one.role,
        sub_role=one.sub_role,
        attributes=tuple(sorted({**one.attributes, **where}.items())),
        facts=facts,
    )


def _claim(report: str, one: read.Claim, ids: Mapping[str, str]) -> Claim:
    subject, thing = ids[one.subject], ids[one.object]
    return Claim(
        id=key(report, one.kind, subject, thing, one.start),
        report=report,
        kind=one.kind,
        subject=subject,
        object=thing,
        start=one.start,
        end=one.end,
        confidence=one.confidence,
        why=one.why,
        negated=one.negated,
        hearsay=one.hearsay,
        date=one.date,
        amount=one.amount,
    )


def _routes(report: str, reading: Reading, ids: Mapping[str, str]) -> list[Route]:
    routes = []
    for one in reading.routes:
        stops = tuple(ids[stop] for stop in one.stops)
        route = Route(
            id=key(report, "route", *stops, one.start),
            report=report,
            stops=stops,
            start=one.start,
            end=one.end,
            confidence=one.confidence,
            why=one.why,
            mode=one.mode,
            date=one.date,
            movers=tuple(ids[mover] for mover in one.movers),
            moved=tuple(ids[moved] for moved in one.moved),
            negated=one.negated,
            planned=one.planned,
        )
        routes.append(route)
    return routes


def _leads(report: str, reading: Reading, ids: Mapping[str, str]) -> list[Lead]:
    leads = []
    for one in reading.leads:
        first, second = ids[one.first], ids[one.second]
        name = key(report, "lead", first, second, one.start)
        leads.append(Lead(name, report, first, second, one.start, one.end))
    return leads
