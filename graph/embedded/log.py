"""The end of a log, to show why a start failed."""

from pathlib import Path

SHOWN = 20


def last_lines(file: Path) -> list[str]:
    """The last lines of a log; none where there is no log."""
    try:
        text = file.read_text("utf-8", errors="replace")
    except OSError:
        return []
    return [line for line in text.splitlines() if line.strip()][-SHOWN:]
