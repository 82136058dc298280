"""Cards: the one line of an entity, a report or a connection, from what Cypher answers.

A statement answers an entity as ``e {.*}`` (or with at least the properties read here), a report
without its text as ``REPORT`` below lists them.
"""

from datetime import date, datetime
from typing import Any

from graph.database import Row
from graph.views import Connection, EntityCard, ReportCard


def day(value: Any) -> date | None:
    """Take a date of the server for one of Python."""
    if value is None:
        return None
    taken: date = value.to_native()
    return taken


def moment(value: Any) -> datetime:
    """Take a moment of the server for one of Python."""
    taken: datetime = value.to_native()
    return taken


def entity_card(row: Row) -> EntityCard:
    """Read the one line of an entity."""
    return EntityCard(
        id=row["id"],
        type=row["type"],
        name=row["name"],
        detail=row["detail"],
        names=tuple(row["names"]),
        roles=tuple(row["roles"]),
        reports=row["reports"],
        first_seen=day(row["first_seen"]),
        last_seen=day(row["last_seen"]),
    )


def report_card(row: Row) -> ReportCard:
    """Read the one line of a report."""
    return ReportCard(
        id=row["id"],
        title=row["title"],
        path=row["path"],
        language=row["language"],
        media_type=row["media_type"],
        size=row["size"],
        date=day(row.get("date")),
        received=moment(row["received"]),
        source=row.get("source"),
        grade=f"{row.get('reliability') or ''}{row.get('credibility') or ''}",
        handling=row.get("handling"),
        classes=tuple(row["classes"]),
        entities=row["entities"],
    )


def connection(row: Row, kind: str, source: Row, target: Row) -> Connection:
    """Read a connection from the properties of its relationship and of its ends."""
    return Connection(
        id=row["id"],
        kind=kind,
        source=entity_card(source),
        target=entity_card(target),
        status=row["status"],
        claims=row["count"],
        reports=row["reports"],
        confidence=row["confidence"],
        first_seen=day(row["first_seen"]),
        last_seen=day(row["last_seen"]),
        created=moment(row["created"]),
    )
