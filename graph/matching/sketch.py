"""What matching looks at in a person: names and clues, of one appearance or of several."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from graph.folding import fold
from graph.matching.homes import Home, home_as_written, read_home
from graph.matching.names import Name, take_apart

NUMBERS = ("identity", "account", "phone", "email", "handle", "vehicle")
"""The clues that name a thing of the person's own."""


@dataclass(frozen=True)
class Sketch:
    """A person as far as matching is concerned; ``clues`` are ``kind:value``."""

    names: tuple[Name, ...]
    aliases: tuple[Name, ...]
    clues: frozenset[str]

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.names, self.aliases, self.clues))

    def values(self, kind: str) -> frozenset[str]:
        """All values of one kind of clue."""
        return self._by_kind.get(kind, frozenset())

    @cached_property
    def _by_kind(self) -> Mapping[str, frozenset[str]]:
        kinds: dict[str, set[str]] = {}
        for clue in self.clues:
            kind, _, value = clue.partition(":")
            kinds.setdefault(kind, set()).add(value)
        return {kind: frozenset(values) for kind, values in kinds.items()}

    @cached_property
    def core(self) -> "Sketch":
        """The person without the company kept in single reports: what does not change."""
        clues = frozenset(clue for clue in self.clues if not clue.startswith("with:"))
        return self if clues == self.clues else Sketch(self.names, self.aliases, clues)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers, plates and addresses of the person's own, as ``kind:value``."""
        return frozenset(f"{kind}:{value}" for kind in NUMBERS for value in self.values(kind))

    @cached_property
    def homes(self) -> tuple[Home, ...]:
        """The homes that reports give."""
        told = {read_home(text) for text in self.values("lives")}
        heads = {home.chain[0] for home in told if home.chain}
        told.update(Home((place,)) for place in self.values("home") - heads)
        return tuple(sorted(told, key=lambda home: home.text()))

    @cached_property
    def sexes(self) -> frozenset[str]:
        """The sexes that reports give; a middle name that says it outweighs the report."""
        said = frozenset(name.sex for name in self.names if name.sex)
        return said or self.values("sex")

    @cached_property
    def years(self) -> frozenset[int]:
        """The birth years that reports give."""
        return frozenset(int(born[:4]) for born in self.values("born") if born[:4].isdigit())

    @cached_property
    def about(self) -> frozenset[int]:
        """The years in which the person was born by his age, right to a year or so."""
        return frozenset(int(year) for year in self.values("aged"))


def sketch(row: Mapping[str, Any]) -> Sketch:
    """Take from the row of an appearance what matching looks at.

    A number that had changed hands by then is not the one of before.
    """
    handed = dict(line.rpartition("|")[::2] for line in row.get("handed") or ())
    facts = (f"{f} ({handed[f]})" if f in handed else f for f in row["facts"])
    clues = frozenset((*facts, *(row.get("clues") or ())))
    return _sketch(row["name"], tuple(sorted(row["aliases"])), clues)


@lru_cache(maxsize=20_000)
def _sketch(name: str, aliases: tuple[str, ...], clues: frozenset[str]) -> Sketch:
    """Sketch those alike once, so that what follows from a sketch is worked out once."""
    language = next((c.partition(":")[2] for c in clues if c.startswith("language:")), None)
    return Sketch(
        (take_apart(name, language),),
        tuple(take_apart(alias, language) for alias in aliases),
        clues,
    )


def union(sketches: Sequence[Sketch]) -> Sketch:
    """Take several appearances of one person together."""
    names = {name: None for one in sketches for name in one.names}
    aliases = {name: None for one in sketches for name in one.aliases}
    return Sketch(tuple(names), tuple(aliases), frozenset().union(*(s.clues for s in sketches)))


def clues_of(
    attributes: Mapping[str, str],
    homes: Iterable[Home],
    organisations: Iterable[str],
    companions: Iterable[str],
    language: str,
    year: int,
    role: str | None,
) -> tuple[str, ...]:
    """Write what a report says of a person beside the facts; ``year`` is the report's."""
    found = {f"language:{language}"}
    if role == "official":
        found.add("role:official")
    if attributes.get("sex"):
        found.add(f"sex:{attributes['sex']}")
    if attributes.get("born"):
        found.add(f"born:{attributes['born']}")
    elif attributes.get("age", "").isdigit():
        found.add(f"aged:{year - int(attributes['age'])}")
    written = home_as_written(attributes.get("home", ""))
    homes = [home for home in homes if home.chain] or ([written] if written.chain else [])
    found.update(f"lives:{home.text()}" for home in homes)
    found.update(f"member:{fold(name)}" for name in organisations)
    if role != "official":
        found.update(f"with:{fold(name)}" for name in companions)
    return tuple(sorted(found))
