"""Model cards: what weights were made of and what they reach, as JSON beside them."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def write_card(path: Path, **facts: Any) -> None:
    """Write a card with the day it is written, and print it."""
    card = {"date": datetime.now(UTC).date().isoformat(), **facts}
    path.write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(path.read_text(encoding="utf-8"))


def add_to_card(path: Path, **facts: Any) -> None:
    """Add to a card that is there what was measured since."""
    card = json.loads(path.read_text(encoding="utf-8")) | facts
    path.write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
