"""Make the demo case file from its sources: ``python -m demo.make_case [FOLDER]``."""

import sys
import tempfile
from datetime import datetime, time
from pathlib import Path
from typing import Any

from demo.source import HERE, Source, sources
from demo.writers import WRITERS, Attachment
from demo.writers.mail import HANOI

CASE = HERE / "case"
MAIL = frozenset({"eml", "msg"})
ATTACHED = {
    ".txt": ("txt", "text/plain"),
    ".csv": ("csv", "text/csv"),
    ".docx": (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}


def make_case(folder: Path = CASE) -> list[Path]:
    """Write every report in its format; files already there by other names are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    return [make_report(source, folder) for source in sources()]


def make_report(source: Source, folder: Path) -> Path:
    """Write one report; answers where."""
    suffix, write = WRITERS[source.format]
    path = folder / f"{source.name}{suffix}"
    more: dict[str, Any] = {"rows": source.rows} if source.rows else {}
    if source.format in MAIL:
        more |= _envelope(source)
    write(path, source.title, source.paragraphs, **more)
    return path


def _envelope(source: Source) -> dict[str, Any]:
    envelope: dict[str, Any] = {
        "sender": source.sender,
        "recipient": source.recipient,
        "sent": datetime.combine(source.date, time(9, 5), HANOI),
    }
    if source.attachment_name and source.attachment_text:
        envelope["attachments"] = (_attachment(source.attachment_name, source.attachment_text),)
    return envelope


def _attachment(name: str, text: str) -> Attachment:
    format_, media_type = ATTACHED[Path(name).suffix]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        WRITERS[format_][1](path, Path(name).stem, [text])
        return Attachment(name, path.read_bytes(), media_type)


def main() -> None:
    """Make the case file in the folder named on the command line, or beside this file."""
    made = make_case(*map(Path, sys.argv[1:2]))
    size = sum(path.stat().st_size for path in made)
    print(f"{len(made)} reports, {size / 1_000_000:.1f} MB, in {made[0].parent}")


if __name__ == "__main__":
    main()
