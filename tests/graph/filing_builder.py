"""A tiny notation for filings: text with «marks», and claims between what is marked."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from graph.keys import key
from graph.records import Appearance, Claim, EntityType, Filing, Kind, Lead, Report, Route

RECEIVED = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
_MARK = re.compile(r"«([^»]+)»")
_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s|$)|$)", re.DOTALL)


@dataclass
class Note:
    """A report under construction: ``Note("«Lan» calls «0912»").person("Lan")…filing()``."""

    marked: str
    title: str = "Note"
    day: date | None = date(2026, 2, 1)
    received: datetime = RECEIVED
    language: str = "en"
    parent: str | None = None
    appearances: dict[str, Appearance] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = _MARK.sub(r"\1", self.marked)
        self.id = key(self.title, self.text, self.day, self.received)
        self.sentences = [(found.start(), found.end()) for found in _SENTENCE.finditer(self.text)]

    def add(
        self,
        type: EntityType,
        words: str,
        name: str | None = None,
        *,
        as_: str | None = None,
        role: str | None = None,
        facts: tuple[str, ...] = (),
        aliases: tuple[str, ...] = (),
        **attributes: str,
    ) -> "Note":
        """Let every «words» of the text be one appearance."""
        mentions = tuple(
            (found.start(), found.end(), words)
            for found in re.finditer(re.escape(words), self.text)
        )
        assert mentions, f"{words!r} is not in the text"
        name = name or words
        self.appearances[as_ or words] = Appearance(
            id=key(self.id, type, name, mentions[0][0]),
            report=self.id,
            type=type,
            name=name,
            mentions=mentions,
            aliases=aliases,
            role=role,
            attributes=tuple(sorted(attributes.items())),
            facts=facts,
        )
        return self

    def person(self, words: str, *facts: str, **more: str) -> "Note":
        """Add a person with what is known of him."""
        role, name, as_ = more.pop("role", None), more.pop("name", None), more.pop("as_", None)
        return self.add("Person", words, name, as_=as_, role=role, facts=facts, **more)

    def claim(
        self,
        subject: str,
        kind: Kind,
        object: str,
        *,
        negated: bool = False,
        hearsay: bool = False,
        confidence: float = 0.9,
    ) -> "Note":
        """Let the sentence with both say that one relates to the other."""
        one, other = self.appearances[subject], self.appearances[object]
        start, end = self.sentence_of(one, other)
        self.claims.append(
            Claim(
                id=key(self.id, kind, one.id, other.id, start),
                report=self.id,
                kind=kind,
                subject=one.id,
                object=other.id,
                start=start,
                end=end,
                confidence=confidence,
                why="said so",
                negated=negated,
                hearsay=hearsay,
            )
        )
        return self

    def lead(self, first: str, second: str) -> "Note":
        """Let two stand together in a sentence."""
        one, other = self.appearances[first], self.appearances[second]
        start, end = self.sentence_of(one, other)
        self.leads.append(
            Lead(key(self.id, one.id, other.id, start), self.id, one.id, other.id, start, end)
        )
        return self

    def route(self, *stops: str, mover: str | None = None, moved: str | None = None) -> "Note":
        """Let the whole text tell an itinerary."""
        ids = tuple(self.appearances[stop].id for stop in stops)
        self.routes.append(
            Route(
                id=key(self.id, "route", *ids),
                report=self.id,
                stops=ids,
                start=0,
                end=len(self.text),
                confidence=0.8,
                why="from A to B",
                mode="bus",
                movers=(self.appearances[mover].id,) if mover else (),
                moved=(self.appearances[moved].id,) if moved else (),
            )
        )
        return self

    def sentence_of(self, one: Appearance, other: Appearance) -> tuple[int, int]:
        """Find the first sentence that mentions both."""
        for start, end in self.sentences:
            if all(any(start <= m[0] < end for m in each.mentions) for each in (one, other)):
                return start, end
        return 0, len(self.text)

    def filing(self) -> Filing:
        """Finish the report."""
        report = Report(
            id=self.id,
            original=key("original", self.id),
            path=f"notes/{self.title}.txt",
            title=self.title,
            text=self.text,
            language=self.language,
            media_type="text/plain",
            size=len(self.text),
            received=self.received,
            date=self.day,
            parent=self.parent,
            reliability="B",
            credibility=2,
            classes=("ForcedLabour",),
            class_phrases=(),
            sentences=tuple(self.sentences),
        )
        return Filing(
            report,
            tuple(self.appearances.values()),
            tuple(self.claims),
            tuple(self.routes),
            tuple(self.leads),
        )
