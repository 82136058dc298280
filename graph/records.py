"""What is written to the graph: plain frozen values of the source layer and of reviews.

Every id is made from content (``graph.keys.key``), so that writing a thing twice writes it once.
"""

from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime
from typing import Literal, get_args

EntityType = Literal[
    "Person",
    "Place",
    "Organization",
    "Phone",
    "Vehicle",
    "Account",
    "Identity",
    "Handle",
    "Email",
    "Address",
    "Money",
    "Date",
]
Kind = Literal[
    "RECRUITED",
    "TRANSPORTED",
    "SOLD",
    "CONTACTED",
    "PAID",
    "FAMILY",
    "ASSOCIATE",
    "USES_PHONE",
    "USES_VEHICLE",
    "USES_ACCOUNT",
    "HAS_IDENTITY",
    "LIVES_IN",
    "MEMBER_OF",
    "LOCATED_AT",
]
Verdict = Literal["confirmed", "rejected", "unsure"]
Judgement = Literal["same", "different", "unsure", "withdrawn"]

ENTITY_TYPES: tuple[str, ...] = get_args(EntityType)
KINDS: tuple[str, ...] = get_args(Kind)
LEAD = "LEAD"
"""The relationship type of a lead: never among KINDS, for a lead is not a connection."""


@dataclass(frozen=True, slots=True)
class Report:
    """A source that someone filed, with its text.

    ``id`` names the original's bytes; ``original`` is their SHA-256 in hexadecimal, under which
    the original is kept. ``parent`` is the id of the mail or archive it came in. ``pages`` are the
    offsets in ``text`` at which each page begins (empty where the format has no pages).
    ``sentences`` are flat offsets: start, end, start, end …
    ``reliability`` is A to F, ``credibility`` 1 to 6 (Admiralty; F and 6 mean unknown).
    """

    id: str
    original: str
    path: str
    title: str
    text: str
    language: str
    media_type: str
    size: int
    received: datetime
    date: Day | None = None
    source: str | None = None
    reliability: str | None = None
    credibility: int | None = None
    handling: str | None = None
    parent: str | None = None
    classes: tuple[str, ...] = ()
    class_phrases: tuple[tuple[str, int, int], ...] = ()
    pages: tuple[int, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person, place, number … as one report describes it.

    ``mentions`` are offsets in the report's text, with the words there. ``attributes`` are the
    reading's own (see nlp_models.reading.Appearance). ``facts`` are what this appearance has in
    common with others when they are the same, as ``kind:value`` in normal form: ``phone:+84…``,
    ``vehicle:37B-013.18``, ``account:…``, ``identity:…``, ``handle:…``, ``email:…``,
    ``born:1987`` or ``born:1987-03-02``, ``home:<folded place>``, ``relative:<folded name>``.
    """

    id: str
    report: str
    type: EntityType
    name: str
    mentions: tuple[tuple[int, int, str], ...]
    aliases: tuple[str, ...] = ()
    role: str | None = None
    sub_role: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One report says that one appearance relates to another, in the sentence given."""

    id: str
    report: str
    kind: Kind
    subject: str
    object: str
    start: int
    end: int
    confidence: float
    why: str
    negated: bool = False
    hearsay: bool = False
    date: str | None = None
    amount: str | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """An itinerary as one report tells it; stops, movers and moved are appearance ids."""

    id: str
    report: str
    stops: tuple[str, ...]
    start: int
    end: int
    confidence: float
    why: str
    mode: str | None = None
    date: str | None = None
    movers: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    negated: bool = False
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """Two appearances (ids) that stand together in a sentence of one report."""

    id: str
    report: str
    first: str
    second: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Filing:
    """One report with all that was read in it: what is written whole or not at all."""

    report: Report
    appearances: tuple[Appearance, ...]
    claims: tuple[Claim, ...]
    routes: tuple[Route, ...]
    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """One person's verdict on claims or leads (by id), with a reason; added, never edited.

    ``targets`` are ids of claims or leads of the source layer, so that a verdict survives
    whatever the derived layer becomes.
    """

    targets: tuple[str, ...]
    verdict: Verdict
    reviewer: str
    time: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """One person's word that a number was another's from a day on; added, never edited.

    ``withdrawn`` takes back what was said last of the same number and day.
    """

    day: Day
    reviewer: str
    time: datetime
    reason: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class IdentityReview:
    """One person's judgement of appearances (ids) on two sides; added, never edited.

    "same" says that all of both sides are of one entity, "different" that none of the one side is
    of the entity of the other. "unsure" leaves the decision to the machine, "withdrawn" takes
    back whatever was judged last of the same two sides. ``learned`` are the reasons that were
    shown, so that rejected pairs come back only when there is another.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    judgement: Judgement
    reviewer: str
    time: datetime
    reason: str = ""
    learned: tuple[str, ...] = ()
