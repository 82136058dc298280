"""What is read from the graph: plain frozen values for pages, JSON and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from graph.records import Handover


@dataclass(frozen=True, slots=True)
class EntityCard:
    """The one line of an entity: enough to draw its chip and tell it from a namesake.

    ``detail`` is the one thing that tells it from its namesake (birth year, home, last digits).
    ``first_seen`` and ``last_seen`` are dates of reports (or of receipt where undated).
    """

    id: str
    type: str
    name: str
    detail: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    reports: int
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True, slots=True)
class ReportCard:
    """The one line of a report."""

    id: str
    title: str
    path: str
    language: str
    media_type: str
    size: int
    date: date | None
    received: datetime
    source: str | None
    grade: str
    handling: str | None
    classes: tuple[str, ...]
    entities: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a report with its marks; offsets of marks are relative to ``text``.

    ``claim`` is the id of the claim, lead or route that the sentence says, where there is one.
    ``marks`` are (start, end, entity id). ``start`` is the sentence's offset in the report.
    """

    report: ReportCard
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int, str], ...]
    claim: str | None = None
    confidence: float | None = None
    why: str | None = None
    negated: bool = False
    hearsay: bool = False
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entity as one report describes it."""

    id: str
    report: ReportCard
    type: str
    name: str
    aliases: tuple[str, ...]
    role: str | None
    sub_role: str | None
    attributes: Mapping[str, str]
    mentions: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Why:
    """A reason to be one, or not: a code, what it is about, and the sentence in English."""

    code: str
    values: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom or what appearances refer to, with all of them."""

    card: EntityCard
    aliases: tuple[str, ...]
    attributes: Mapping[str, tuple[str, ...]]
    contradictions: tuple[Why, ...]
    reasons: tuple[Why, ...]
    appearances: tuple[Appearance, ...]
    appearance_count: int


@dataclass(frozen=True, slots=True)
class Connection:
    """Two entities joined by the claims that say so; a lead has ``kind`` "LEAD".

    ``status`` is "machine", "confirmed" or "rejected". ``created`` is when it was first filed.
    """

    id: str
    kind: str
    source: EntityCard
    target: EntityCard
    status: str
    claims: int
    reports: int
    confidence: float
    first_seen: date | None
    last_seen: date | None
    created: datetime


@dataclass(frozen=True, slots=True)
class ConnectionGroup:
    """Connections of one kind and direction from one entity: a count before a list."""

    kind: str
    outgoing: bool
    count: int
    claims: int
    connections: tuple[Connection, ...]


@dataclass(frozen=True, slots=True)
class RouteView:
    """A route over entities, with its sentence."""

    id: str
    stops: tuple[EntityCard, ...]
    movers: tuple[EntityCard, ...]
    moved: tuple[EntityCard, ...]
    mode: str | None
    date: str | None
    negated: bool
    planned: bool
    quote: Quote


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention in a report's text, with the entity it leads to."""

    start: int
    end: int
    entity: EntityCard
    role: str | None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report in full: text, marks, claims and routes as the page shows them side by side."""

    card: ReportCard
    text: str
    original: str
    parent: ReportCard | None
    attachments: tuple[ReportCard, ...]
    pages: tuple[int, ...]
    class_phrases: tuple[tuple[str, int, int], ...]
    marks: tuple[Mark, ...]
    connections: tuple[tuple[Connection, Quote], ...]
    routes: tuple[RouteView, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer of a search: an entity, or a report with the words found in it."""

    entity: EntityCard | None
    report: ReportCard | None
    matched: str
    score: float
    snippet: Quote | None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of a search, with the counts by type for the filters."""

    query: str
    hits: tuple[Hit, ...]
    counts: Mapping[str, int]
    more: bool


@dataclass(frozen=True, slots=True)
class Network:
    """Entities and the connections between them; ``hidden`` counts neighbours left out by id."""

    center: tuple[str, ...]
    entities: tuple[EntityCard, ...]
    connections: tuple[Connection, ...]
    hidden: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A connection that nobody has reviewed, or the last verdict on it, with its sentences."""

    connection: Connection
    quotes: tuple[Quote, ...]
    verdict: str | None
    reviewer: str | None
    reviewed: datetime | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two people who may be one: how likely in bits, why, and what speaks against it.

    A ``clear`` one may be decided together with others, without opening it.
    """

    left: EntityCard
    right: EntityCard
    bits: float
    clear: bool
    reasons: tuple[Why, ...]
    against: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entities that are compared, with its sentences and its network."""

    entity: Entity
    sentences: tuple[Quote, ...]
    connections: tuple[ConnectionGroup, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two entities side by side; ``judged`` says that a reviewer has decided on them before."""

    left: Side
    right: Side
    bits: float
    reasons: tuple[Why, ...]
    against: tuple[Why, ...]
    judged: bool


@dataclass(frozen=True, slots=True)
class Act:
    """One judgement of identity; ``others`` are the entities (ids) that it now lies between.

    It ``stands`` until something newer is judged of the same two sides.
    """

    id: str
    judgement: str
    reviewer: str
    time: datetime
    reason: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    others: tuple[str, ...]
    stands: bool


@dataclass(frozen=True, slots=True)
class LikelyHandover:
    """A day on which a number may have changed hands: other holders before it than after."""

    day: date
    before: tuple[EntityCard, ...]
    after: tuple[EntityCard, ...]


@dataclass(frozen=True, slots=True)
class Handovers:
    """How a number changed hands; ``others`` are the same number in other hands."""

    changes: tuple[Handover, ...]
    others: tuple[EntityCard, ...]
    likely: tuple[LikelyHandover, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What the store holds, for the start page."""

    reports: int
    entities: Mapping[str, int]
    connections: Mapping[str, int]
    leads: int
    waiting: int
