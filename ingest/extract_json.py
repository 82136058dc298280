"""The JSON of ``filrouge extract``: one report's reading, with names of its own (e1, e2 …)."""

from typing import Any

from graph.records import Appearance, Claim, Filing, Report, Route


def as_json(filing: Filing) -> dict[str, Any]:
    """Return what was read in one report as JSON values."""
    ids = {one.id: f"e{number}" for number, one in enumerate(filing.appearances, 1)}
    return {
        "report": _report(filing.report),
        "entities": [_entity(one, ids) for one in filing.appearances],
        "claims": [_claim(one, ids) for one in filing.claims],
        "routes": [_route(one, ids) for one in filing.routes],
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "path": report.path,
        "language": report.language,
        "classes": list(report.classes),
        "title": report.title,
        "date": report.date.isoformat() if report.date else None,
        "media_type": report.media_type,
        "parent": report.parent,
    }


def _entity(one: Appearance, ids: dict[str, str]) -> dict[str, Any]:
    entity: dict[str, Any] = {
        "id": ids[one.id],
        "type": one.type,
        "name": one.name,
        "aliases": list(one.aliases),
        "mentions": [list(mention) for mention in one.mentions],
    }
    if one.role is not None:
        entity["role"] = one.role
    if one.sub_role is not None:
        entity["sub_role"] = one.sub_role
    if one.attributes:
        entity["attributes"] = dict(one.attributes)
    return entity


def _claim(one: Claim, ids: dict[str, str]) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "subject": ids[one.subject],
        "object": ids[one.object],
        "start": one.start,
        "end": one.end,
        "confidence": one.confidence,
        "why": one.why,
        "negated": one.negated,
        "hearsay": one.hearsay,
        "date": one.date,
        "amount": one.amount,
    }


def _route(one: Route, ids: dict[str, str]) -> dict[str, Any]:
    return {
        "stops": [ids[stop] for stop in one.stops],
        "mode": one.mode,
        "start": one.start,
        "end": one.end,
        "confidence": one.confidence,
        "date": one.date,
        "movers": [ids[mover] for mover in one.movers],
        "moved": [ids[moved] for moved in one.moved],
        "negated": one.negated,
        "planned": one.planned,
    }
