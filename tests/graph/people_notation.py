"""Cases of invented people in a few words, as filings (see data/identity/README.md)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from graph.folding import compact, phrase
from graph.keys import key
from graph.records import Appearance, Claim, EntityType, Filing, Kind, Report

HERE = Path(__file__).parent / "data" / "identity"
ROLES = {"suspect", "victim", "witness", "official", "other"}
THINGS: dict[str, tuple[EntityType, Kind, str]] = {
    "phone": ("Phone", "USES_PHONE", "phone"),
    "plate": ("Vehicle", "USES_VEHICLE", "vehicle"),
    "account": ("Account", "USES_ACCOUNT", "account"),
    "paper": ("Identity", "HAS_IDENTITY", "identity"),
    "handle": ("Handle", "USES_ACCOUNT", "handle"),
    "email": ("Email", "USES_ACCOUNT", "email"),
}
CHAINS = {1: "province", 2: "district", 3: "commune", 4: "village"}


@dataclass
class Told:
    """One report under construction, with the gold id of every person in it."""

    name: str
    language: str
    day: date
    appearances: list[Appearance] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    gold: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return key("told", self.name, self.day)

    def add(self, type: EntityType, name: str, **more: object) -> Appearance:
        """Add an appearance, mentioned once."""
        start = len(self.appearances) * 100
        one = Appearance(
            id=key(self.id, type, name, start),
            report=self.id,
            type=type,
            name=name,
            mentions=((start, start + len(name), name),),
            **more,  # type: ignore[arg-type]
        )
        self.appearances.append(one)
        return one

    def person(self, words: str, gold: str = "") -> Appearance:
        """Add a person: ``Name; role; sex; born 1987; home A, B; phone +84…``."""
        name, *parts = (part.strip() for part in words.split(";"))
        role, aliases, facts, attributes = None, [], [], {}
        things: list[tuple[str, str]] = []
        for part in parts:
            kind, _, value = part.partition(" ")
            if part in ROLES:
                role = part
            elif part in ("male", "female"):
                attributes["sex"] = part
            elif kind in ("born", "age"):
                attributes[kind] = value
            elif kind == "alias":
                aliases.append(value)
            elif kind == "relative":
                facts.append(f"relative:{phrase(value)}")
            elif kind in THINGS or kind in ("home", "org"):
                things.append((kind, value))
            elif part != "sex=male":
                raise ValueError(part)
        if "born" in attributes:
            facts.append(f"born:{attributes['born']}")
        facts += [f"{THINGS[k][2]}:{_normal(k, v)}" for k, v in things if k in THINGS]
        facts += [f"home:{phrase(v.split(',')[0])}" for k, v in things if k == "home"]
        one = self.add(
            "Person",
            name,
            aliases=tuple(aliases),
            role=role,
            attributes=tuple(sorted(attributes.items())),
            facts=tuple(sorted(facts)),
        )
        self.gold[one.id] = gold
        for kind, value in things:
            self._thing(one, kind, value)
        return one

    def _thing(self, owner: Appearance, kind: str, value: str) -> None:
        if kind == "home":
            first, *above = (part.strip() for part in value.split(","))
            chain = {"within": ", ".join(above), "kind": CHAINS[min(len(above) + 1, 4)]}
            self._claim(owner, "LIVES_IN", self._named("Place", first, chain))
        elif kind == "org":
            self._claim(owner, "MEMBER_OF", self._named("Organization", value))
        else:
            type, claimed, _ = THINGS[kind]
            service, _, bare = value.rpartition("/")
            self._claim(
                owner, claimed, self._named(type, bare, {"service": service} if service else {})
            )

    def _named(
        self, type: EntityType, name: str, attributes: dict[str, str] | None = None
    ) -> Appearance:
        for one in self.appearances:
            if (one.type, one.name) == (type, name):
                return one
        return self.add(type, name, attributes=tuple(sorted((attributes or {}).items())))

    def _claim(self, subject: Appearance, kind: Kind, thing: Appearance) -> None:
        id = key(self.id, kind, subject.id, thing.id)
        self.claims.append(Claim(id, self.id, kind, subject.id, thing.id, 0, 1, 0.9, "said so"))

    def filing(self) -> Filing:
        """Finish the report."""
        report = Report(
            id=self.id,
            original=key("original", self.id),
            path=self.name,
            title=self.name,
            text=" " * (len(self.appearances) * 100 + 100),
            language=self.language,
            media_type="text/plain",
            size=1,
            received=datetime(2026, 1, 1, tzinfo=UTC),
            date=self.day,
        )
        return Filing(report, tuple(self.appearances), tuple(self.claims), (), ())


def _normal(kind: str, value: str) -> str:
    if kind == "handle":
        service, _, name = value.partition("/")
        return f"{service.casefold()}/{name.casefold()}"
    return value if kind == "phone" else value.casefold() if kind == "email" else compact(value)


def read_case(name: str) -> list[Told]:
    """Read a case: its reports in order."""
    told: list[Told] = []
    for line in _lines(HERE / name):
        first, _, rest = line.partition(" ")
        if first == "report":
            number, language, day = rest.split()
            told.append(Told(f"{name}/{number}", language, date.fromisoformat(day)))
        elif first == "+":
            type, _, value = rest.partition(" ")
            bare = value.rpartition("/")
            told[-1]._named(type, bare[2], {"service": bare[0]} if bare[0] else None)  # type: ignore[arg-type]
        else:
            told[-1].person(rest, gold=first)
    return told


def read_pairs(name: str = "pairs.txt") -> Iterator[tuple[str, str, Told, Told]]:
    """Read the pairs: verdict, what is tried, and the two reports."""
    for n, line in enumerate(_lines(HERE / name)):
        verdict, left, right, why = (part.strip() for part in line.split("|"))
        yield verdict, why, _alone(f"pair {n} left", left), _alone(f"pair {n} right", right)


def _alone(name: str, words: str) -> Told:
    language, _, person = words.partition(" ")
    told = Told(name, language, date(2024, 6, 1))
    told.person(person)
    return told


def _lines(path: Path) -> Iterable[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
