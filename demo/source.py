"""The sources of the demo case file: one readable text a report, with what it should become."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
REPORTS = HERE / "reports"
FENCE = "+++"


@dataclass(frozen=True, slots=True)
class Source:
    """One invented report as it is written down here, before it becomes a file."""

    name: str
    title: str
    date: date
    language: str
    format: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    sender: tuple[str, str] | None = None
    recipient: tuple[str, str] | None = None
    attachment_name: str | None = None
    attachment_text: str | None = None


def sources(folder: Path = REPORTS) -> list[Source]:
    """Read every source of the folder, in the order of their names."""
    return [read_source(path) for path in sorted(folder.glob("*.md"))]


def read_source(path: Path) -> Source:
    """Read what stands between the fences as TOML and the rest as paragraphs."""
    _, head, body = path.read_text(encoding="utf-8").split(f"{FENCE}\n", 2)
    about = tomllib.loads(head)
    for pair in ("sender", "recipient"):
        if pair in about:
            about[pair] = tuple(about[pair])
    about["rows"] = tuple(tuple(row) for row in about.get("rows", ()))
    paragraphs = tuple(text.strip() for text in body.split("\n\n") if text.strip())
    return Source(name=path.stem, paragraphs=paragraphs, **about)
