"""The end of a log, to show why a start failed."""

import re
from pathlib import Path

SHOWN = 12
STACK = re.compile(r"\s+(at |\.\.\. \d+ more)")


def last_lines(file: Path) -> list[str]:
    """The last lines of a log that say something, without the frames of stack traces."""
    try:
        text = file.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip() and not STACK.match(line)][-SHOWN:]
