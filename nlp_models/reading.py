"""What is found in one report: plain frozen values, every one with the characters that say it.

Offsets are half-open and count characters of the report's text. Appearances are named ``e1``,
``e2`` … in the order of their first mention; claims, routes and leads refer to those names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from nlp_models.vocabulary import AppearanceType, ClaimKind, ExploitationClass, Language, Role


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters of one report that name someone or something; ``text`` is exactly those."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise ValueError(f"a mention from {self.start} to {self.end} cannot hold {self.text!r}")


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person, place, number … as one report describes it.

    ``name`` is the normal form: E.164 for phones, the plate or number as written in full (upper
    case, one separator style), the person's fullest name in the report without titles, the place
    without its administrative word, ISO 8601 (or its prefix) for dates, ``AMOUNT CURRENCY`` (ISO
    4217) for money.

    ``attributes`` are what else the report says of it, as text. Keys in use:
    Person: ``born`` (ISO date or year), ``age``, ``sex`` (male, female), ``home`` (the place as
    written), ``nationality``, ``minor`` ("under 16" or "under 18"), ``relation`` (as written);
    Place: ``kind`` (country, province, district, commune, village, town, gate), ``within`` (the
    chain above it, comma separated), ``country`` (ISO 3166-1 alpha-2), ``latitude``,
    ``longitude``, ``precision``, ``gazetteer`` (id in the gazetteer: two places are the same when
    it is equal), ``successor`` (the unit of this name after the mergers of 2025); Phone:
    ``region``, ``alternatives`` (other readings), ``disguised`` ("yes");
    Account: ``bank``; Identity: ``document`` (passport, identity card …); Handle: ``service``.
    """

    id: str
    type: AppearanceType
    name: str
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    role: Role | None = None
    sub_role: str | None = None
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"{self.type} {self.name!r} has no mention")


@dataclass(frozen=True, slots=True)
class Claim:
    """The report says that one appearance relates to another.

    ``start`` and ``end`` bound the sentence that says so, ``confidence`` is in (0, 1], ``why``
    names the pattern or the score. A ``negated`` claim (“denies knowing”) and a ``hearsay`` one
    are kept as such and never become a connection by themselves.
    """

    kind: ClaimKind
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
    """An itinerary of trafficking as reported: two or more stops in order, with its sentence."""

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

    def __post_init__(self) -> None:
        if len(self.stops) < 2:
            raise ValueError("a route needs two stops")


@dataclass(frozen=True, slots=True)
class Lead:
    """Two appearances that stand together in the sentence from ``start`` to ``end``, no more."""

    first: str
    second: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Classification:
    """A class of exploitation, with the phrases that say so."""

    name: ExploitationClass
    phrases: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All there is in one report's text."""

    text: str
    language: Language
    appearances: tuple[Appearance, ...]
    claims: tuple[Claim, ...]
    routes: tuple[Route, ...]
    leads: tuple[Lead, ...]
    classes: tuple[Classification, ...]
    sentences: tuple[tuple[int, int], ...]
