"""Border gates and crossings, from our own table: no package has them."""

from collections.abc import Iterator

from nlp_models.folding import fold
from nlp_models.gazetteer.place import Named, Place
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
