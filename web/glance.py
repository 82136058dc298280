"""What the top bar tells at a glance: how much waits in the inbox, which jobs run."""

import time
from dataclasses import dataclass

from flask import current_app

from web.current import EXTENSION, jobs, store
from web.jobs import Job

FRESH_SECONDS = 5.0
MEMORY = f"{EXTENSION}.waiting"


@dataclass(frozen=True, slots=True)
class Glance:
    """How many connections wait for a reviewer, and the job that runs now, if any."""

    waiting: int
    running: Job | None


def glance() -> Glance:
    """Look at inbox and jobs; the inbox is counted anew every few seconds at most."""
    known: tuple[float, int] | None = current_app.extensions.get(MEMORY)
    if known is None or time.monotonic() - known[0] > FRESH_SECONDS:
        known = (time.monotonic(), store().counts().waiting)
        current_app.extensions[MEMORY] = known
    return Glance(waiting=known[1], running=jobs().running())


def forget() -> None:
    """Count the inbox anew at the next glance, for something has changed."""
    current_app.extensions.pop(MEMORY, None)
