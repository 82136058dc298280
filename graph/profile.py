"""What an entity's appearances add up to: a fold that never needs the earlier ones again.

Every number in a profile is a count, a set, a least or a greatest, so that appearances can be
added in any order and in any batches with the same outcome.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.database import Row
from graph.folding import fold
from graph.matching.contradictions import papers_differ
from graph.normal_forms import RULES, searched_forms


@dataclass(slots=True)
class Profile:
    """The entity ``id`` as far as its appearances have been added."""

    id: str
    type: str
    names: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    roles: Counter[str] = field(default_factory=Counter)
    attributes: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    reports: int = 0
    appearances: int = 0
    first_seen: date | None = None
    last_seen: date | None = None
    joined: tuple[str, ...] = ()

    @classmethod
    def stored(cls, row: Row) -> "Profile":
        """Take a profile up again from the properties of its entity."""
        return cls(
            row["id"],
            row["type"],
            Counter(dict(zip(row["names"], row["name_counts"], strict=True))),
            set(row["aliases"]),
            Counter(dict(zip(row["roles"], row["role_counts"], strict=True))),
            set(row["attributes"]),
            set(row["facts"]),
            row["reports"],
            row["appearances"],
            row["first_seen"].to_native(),
            row["last_seen"].to_native(),
            tuple(line for line in row["reasons"] if line != _alike(row["type"])),
        )

    def add(self, appearances: Sequence[Row], days: Mapping[str, date]) -> None:
        """Add appearances; ``days`` are the days of their reports, none of them added before."""
        for row in appearances:
            self.names[row["name"]] += 1
            self.aliases.update(row["aliases"])
            if row["role"]:
                self.roles[row["role"]] += 1
            self.attributes.update(
                f"{name}={value}"
                for name, value in zip(row["attribute_names"], row["attribute_values"], strict=True)
            )
            if self.type == "Person":
                self.facts.update(row["facts"])
        reports = {row["report"] for row in appearances}
        self.reports += len(reports)
        self.appearances += len(appearances)
        seen = [days[report] for report in reports]
        self.first_seen = min(seen) if self.first_seen is None else min(self.first_seen, *seen)
        self.last_seen = max(seen) if self.last_seen is None else max(self.last_seen, *seen)

    def row(self) -> dict[str, Any]:
        """Write the profile as the properties of its entity."""
        names = sorted(self.names, key=lambda name: (-self.names[name], -len(name), name))
        roles = sorted(self.roles, key=lambda role: (-self.roles[role], role))
        name = names[0]
        return {
            "id": self.id,
            "type": self.type,
            "name": name,
            "detail": _detail(self),
            "names": names,
            "name_counts": [self.names[name] for name in names],
            "aliases": sorted(self.aliases),
            "folded": _folded((*names, *self.aliases)),
            "roles": roles,
            "role_counts": [self.roles[role] for role in roles],
            "attributes": sorted(self.attributes),
            "facts": sorted(self.facts),
            "reports": self.reports,
            "appearances": self.appearances,
            "first_seen": self.first_seen,
            "last_seen": self.last_seen,
            "reasons": self._reasons(),
            "contradictions": contradictions(self),
            "compact": searched_forms(self.type, name),
        }

    def values(self, attribute: str) -> list[str]:
        """List the values that reports give for one attribute."""
        return sorted(
            value
            for name, _, value in (pair.partition("=") for pair in self.attributes)
            if name == attribute
        )

    def births(self) -> list[str]:
        """List birth dates and years, a year only where no date in it is known."""
        said = set(self.values("born"))
        said.update(fact.partition(":")[2] for fact in self.facts if fact.startswith("born:"))
        return sorted(
            b for b in said if not any(other != b and other.startswith(b) for other in said)
        )

    def _reasons(self) -> list[str]:
        decided = RULES[self.type].reason and self.appearances > 1
        return [_alike(self.type), *self.joined] if decided else list(self.joined)


def _alike(type: str) -> str:
    return f"normal_form|{type}"


def contradictions(profile: Profile) -> list[str]:
    """Say what cannot all be true of one person: a code and the values, parted by bars."""
    if profile.type != "Person":
        return []
    births, sexes = profile.births(), profile.values("sex")
    papers = {f.partition(":")[2] for f in profile.facts if f.startswith("identity:")}
    differing = any(papers_differ({one}, {other}) for one in papers for other in papers)
    found = []
    if len(births) > 1:
        found.append(f"births|{', '.join(births)}")
    if len(sexes) > 1:
        found.append(f"sexes|{', '.join(sexes)}")
    if differing:
        found.append(f"papers|{', '.join(sorted(papers))}")
    return found


def _of_person(profile: Profile) -> str:
    births = dict.fromkeys(birth[:4] for birth in profile.births())
    if births:
        return " / ".join(births)
    homes = profile.values("home")
    if homes:
        return homes[0]
    phones = sorted(fact for fact in profile.facts if fact.startswith("phone:"))
    return f"…{phones[0][-4:]}" if phones else ""


def _of_place(profile: Profile) -> str:
    within = profile.values("within")
    # the longest chain says most
    if within:
        return max(within, key=lambda chain: (len(chain), chain))
    near = profile.values("near")
    return f"≈ {near[0]}" if near else ""


def _first(attribute: str) -> Callable[[Profile], str]:
    def take(profile: Profile) -> str:
        return next(iter(profile.values(attribute)), "")

    return take


_DETAILS: Mapping[str, Callable[[Profile], str]] = {
    "Person": _of_person,
    "Place": _of_place,
    "Address": _of_place,
    "Organization": _first("seat"),
    "Account": _first("bank"),
    "Identity": _first("document"),
    "Handle": _first("service"),
    "Phone": _first("region"),
}


def _folded(names: Sequence[str]) -> list[str]:
    """Fold names for the index; one that is without marks is found as it is."""
    return sorted({fold(name) for name in names} - {name.casefold() for name in names})


def _detail(profile: Profile) -> str:
    take = _DETAILS.get(profile.type)
    return "" if take is None else take(profile)


def grouped(rows: Iterable[Row], homes: Mapping[str, str]) -> dict[str, list[Row]]:
    """Gather appearances by the entity that they are of."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        home = homes.get(row["id"])
        if home is not None:
            groups.setdefault(home, []).append(row)
    return groups
