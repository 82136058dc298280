"""The one way from the values of the store to JSON."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any


def as_json(value: Any) -> Any:
    """Turn a value of the store into what JSON can say, all its fields under their own names."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): as_json(part) for name, part in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [as_json(part) for part in value]
    return value
