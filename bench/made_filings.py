"""Invented filings in the shape that reading gives them: same seed, same filings."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from graph.keys import key
from graph.records import Appearance, Claim, EntityType, Filing, Kind, Lead, Report, Route

T = TypeVar("T")

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Lò",
    "Vi",
    "Lầu",
    "Moong",
    "Cụt",
    "Hạ",
    "Xeo",
    "Vừ",
    "Lương",
    "Kha",
    "Hoa",
    "Phạm",
    "Hoàng",
]
MIDDLE = ["Văn", "Thị", "Bá", "Đức", "Y", "Xuân", "Ngọc", "Minh", "Hữu"]
GIVEN = [
    "Hùng",
    "Hưng",
    "An",
    "Ân",
    "Tú",
    "Tư",
    "Hạnh",
    "Thủy",
    "Thụy",
    "Mai",
    "Lan",
    "Kham",
    "Giống",
    "Tểnh",
    "Dũng",
    "Hà",
    "Pẩy",
    "Nga",
    "Sơn",
    "Hoà",
]
PLACES = [
    "Vinh Keng Đu",
    "Kỳ Sơn",
    "Tương Dương",
    "Con Cuông",
    "Móng Cái",
    "Nậm Cắn",
    "Quế Phong",
    "Tam Hợp",
    "Na Ngoi",
    "Mường Xén",
    "Đồng Đăng",
    "Lao Bảo",
]
FILLER = (
    "Theo lời khai, đối tượng hứa hẹn việc làm nhẹ lương cao rồi đưa nạn nhân qua biên giới. "
    "Cơ quan điều tra đang xác minh thêm. "
)
KINDS: tuple[Kind, ...] = ("RECRUITED", "TRANSPORTED", "SOLD", "CONTACTED", "PAID", "ASSOCIATE")
START = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Known:
    """One who comes back: as many namesakes as chance gives, and his own birth, home and phone."""

    name: str
    born: str
    home: str
    phone: str


class Maker:
    """Makes filings with people and numbers that come back: a few often, most seldom.

    The busiest person stands in some 18 of 100 reports, half of all people in fewer than one of
    3,000.
    """

    def __init__(self, seed: int = 7, people: int = 6_000, phones: int = 4_000) -> None:
        self.random = random.Random(seed)
        self.phones = [f"+849{self.random.randrange(10**8):08d}" for _ in range(phones)]
        self.people = [self._known() for _ in range(people)]
        self.villages = [f"Bản {self.random.choice(GIVEN)} {n}" for n in range(400)]

    def filings(self, number: int, first: int = 0) -> Iterator[Filing]:
        """Make filings, numbered from ``first``."""
        for n in range(first, first + number):
            yield self.filing(n)

    def filing(self, n: int) -> Filing:
        """Make one filing of about 13 appearances, 8 claims, 9 leads and half a route."""
        draft = _Draft(f"made {n}", START + timedelta(minutes=n))
        people = [self._person(draft) for _ in range(self.random.randint(2, 5))]
        numbers = [self._phone(draft) for _ in range(2)]
        plate = f"37{self.random.choice('BCF')}-{self.random.randrange(1000):03d}.{n % 100:02d}"
        vehicle = draft.mention("Vehicle", plate)
        places = [self._place(draft) for _ in range(3)]
        draft.mention("Date", "2025-03-0" + str(n % 9 + 1))
        draft.mention("Money", "17000000 VND")
        draft.words(FILLER * self.random.randint(1, 4))
        for person, number in zip(people, numbers, strict=False):
            draft.claim("USES_PHONE", person, number)
        draft.claim("USES_VEHICLE", people[0], vehicle)
        draft.claim("LIVES_IN", people[1], places[0])
        for other in people[1:]:
            draft.claim(self.random.choice(KINDS), people[0], other)
        for one, other in zip(people + places, places + numbers, strict=False):
            draft.lead(one, other)
        if n % 2:
            draft.route(places)
        return draft.filing()

    def _known(self) -> Known:
        parts = (self.random.choice(part) for part in (FAMILY, MIDDLE, GIVEN))
        born = str(self.random.randint(1960, 2010))
        home = self.random.choice(PLACES).lower()
        return Known(" ".join(parts), born, home, self.random.choice(self.phones))

    def _often(self, things: list[T]) -> T:
        return things[int(len(things) * self.random.random() ** 3)]

    def _person(self, draft: "_Draft") -> Appearance:
        known = self._often(self.people)
        facts: tuple[str, ...] = ()
        if self.random.random() < 0.4:
            facts = (f"born:{known.born}", f"home:{known.home}")
        if self.random.random() < 0.3:
            facts += (f"phone:{known.phone}",)
        role = self.random.choice(["suspect", "victim", "witness", None])
        return draft.mention("Person", known.name, role=role, facts=facts)

    def _phone(self, draft: "_Draft") -> Appearance:
        return draft.mention("Phone", self._often(self.phones), attributes=(("region", "VN"),))

    def _place(self, draft: "_Draft") -> Appearance:
        if self.random.random() < 0.6:
            name = self.random.choice(PLACES)
            known = ("country", "VN"), ("gazetteer", f"vn-{PLACES.index(name)}"), ("latitude", "18")
            return draft.mention("Place", name, attributes=known)
        within = (("within", "Kỳ Sơn, Nghệ An"),)
        return draft.mention("Place", self.random.choice(self.villages), attributes=within)


class _Draft:
    def __init__(self, title: str, received: datetime) -> None:
        self.id = key(title)
        self.title = title
        self.received = received
        self.text = ""
        self.appearances: list[Appearance] = []
        self.claims: list[Claim] = []
        self.leads: list[Lead] = []
        self.routes: list[Route] = []
        self.sentences: list[tuple[int, int]] = []

    def words(self, words: str) -> None:
        start = len(self.text)
        self.text += words
        self.sentences.append((start, len(self.text)))

    def mention(
        self,
        type: EntityType,
        name: str,
        *,
        role: str | None = None,
        facts: tuple[str, ...] = (),
        attributes: tuple[tuple[str, str], ...] = (),
    ) -> Appearance:
        start = len(self.text) + len("Nói về ")
        self.words(f"Nói về {name} thì đã rõ. ")
        appearance = Appearance(
            id=key(self.id, type, name, start),
            report=self.id,
            type=type,
            name=name,
            mentions=((start, start + len(name), name),),
            role=role,
            attributes=attributes,
            facts=facts,
        )
        self.appearances.append(appearance)
        return appearance

    def claim(self, kind: Kind, subject: Appearance, object: Appearance) -> None:
        start, end = self.sentences[0][0], self.sentences[-1][1]
        id = key(self.id, kind, subject.id, object.id, start)
        self.claims.append(
            Claim(id, self.id, kind, subject.id, object.id, start, end, 0.8, "pattern: made")
        )

    def lead(self, one: Appearance, other: Appearance) -> None:
        start, end = self.sentences[0]
        id = key(self.id, "lead", one.id, other.id, start)
        self.leads.append(Lead(id, self.id, one.id, other.id, start, end))

    def route(self, stops: list[Appearance]) -> None:
        ids = tuple(stop.id for stop in stops)
        id = key(self.id, "route", *ids)
        self.routes.append(
            Route(id, self.id, ids, 0, len(self.text), 0.7, "made", "bus", None,
                  (self.appearances[0].id,), (self.appearances[1].id,))
        )  # fmt: skip

    def filing(self) -> Filing:
        report = Report(
            id=self.id,
            original=key("original", self.id),
            path=f"made/{self.title}.txt",
            title=self.title,
            text=self.text,
            language="vi",
            media_type="text/plain",
            size=len(self.text),
            received=self.received,
            date=date(2025, 1, 1) + timedelta(days=len(self.text) % 300),
            source="made",
            reliability="B",
            credibility=2,
            classes=("ForcedLabour",),
            sentences=tuple(self.sentences),
        )
        return Filing(
            report,
            tuple(self.appearances),
            tuple(self.claims),
            tuple(self.routes),
            tuple(self.leads),
        )
