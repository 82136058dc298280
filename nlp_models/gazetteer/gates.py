"""Border gates, crossings and the towns at them, from our own tables: no package has them."""

from collections.abc import Iterator
from typing import cast

from nlp_models.folding import fold
from nlp_models.gazetteer.place import Kind, Named, Place
from nlp_models.gazetteer.world import rows


def gates() -> Iterator[Named]:
    """Yield each gate under its own names, and the foreign side's gate under its name."""
    for row in rows("gates.csv"):
        name = row["name"].split(" (")[0]
        identifier = f"gate-{row['country'].lower()}-{fold(row['name']).replace(' ', '-')}"
        place = _gate(row, identifier, name, row["country"], row["province"])
        for written in dict.fromkeys((name, *filter(None, row["aliases"].split("|")))):
            yield Named(written, place)
        if row["opposite"] and row["opposite"] != name:
            country = row["opposite_country"]
            identifier = f"gate-{country.lower()}-{fold(row['opposite']).replace(' ', '-')}"
            yield Named(
                row["opposite"],
                _gate(row, identifier, row["opposite"], country, row["opposite_province"]),
            )


def border_towns() -> Iterator[Named]:
    """Yield districts and towns at the borders that the world's table lacks or names otherwise."""
    for row in rows("border_towns.csv"):
        country = row["country"].lower()
        region = fold(row["region"]).replace(" ", "-")
        place = Place(
            f"border-{country}-{fold(row['name']).replace(' ', '-')}",
            row["name"],
            cast(Kind, row["kind"]),
            row["country"],
            f"{country}-{region}" if region else country,
            float(row["latitude"]),
            float(row["longitude"]),
            "centre of the town, approximate",
            40_000,
        )
        for written in dict.fromkeys((row["name"], *row["names"].split("|"))):
            yield Named(written, place)


def _gate(row: dict[str, str], identifier: str, name: str, country: str, province: str) -> Place:
    above = f"{country.lower()}-{fold(province).replace(' ', '-')}" if province else country.lower()
    return Place(
        identifier,
        name,
        "gate",
        country,
        above,
        float(row["latitude"]),
        float(row["longitude"]),
        f"{row['precision']}, approximate",
        30_000,
    )
