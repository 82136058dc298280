"""Where the sentences of a note begin and end."""

import re

BREAK, KEEP = "‖", "¬"
STOP = re.compile(r"[.!?…]+[\"”»’')\]]*(?=\s)|\n")
NO_END = re.compile(
    r"(?:^|[\s.(\[])(?:[A-ZĐ]|Th|Ng|Ph|Mr|Mrs|Ms|Dr|Mme|Mlle|Me|St|Ste|art|Art|tel|tél|Tel|Tél|no|No"
    r"|approx|env|TP|Tp|tx|TX|Lt|Sgt|Capt|Col|Maj|Cpl|Insp|v)\.$"
)


def sentences(text: str, breaks: set[int], keeps: set[int]) -> list[tuple[int, int]]:
    """Bound the sentences of a text; breaks and keeps are places where the writer decides."""
    ends = {len(text)} | breaks
    for stop in STOP.finditer(text):
        if stop.end() in keeps or stop.start() in keeps:
            continue
        if stop[0] == "\n" or not NO_END.search(text[: stop.end()]):
            ends.add(stop.end())
    bounds = []
    start = 0
    for end in sorted(ends):
        piece = text[start:end]
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            bounds.append((start + left, start + len(piece.rstrip())))
        start = end
    return bounds
