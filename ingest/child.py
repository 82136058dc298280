"""The process that opens untrusted files: bounded in memory, alone, thrown away when it breaks.

It is handed a file's bytes and answers in JSON, never in pickles, so that a file that takes the
process over cannot reach into the one that asked.
"""

import json
import os
import resource
import signal
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from ingest.errors import Crashed, Damaged, ReportError
from ingest.limits import Limits, megabytes
from ingest.readers import READERS, Ask
from ingest.sniff import sniff
from ingest.text import make_text, title_of
from ingest.words import Words


@dataclass(frozen=True, slots=True)
class Question:
    """What goes with a file's bytes. ``attachments_only``: the file's own text is known."""

    name: str
    language: Any = None
    attachments_only: bool = False


def serve(connection: Connection, limits: Limits) -> None:
    """Answer questions until the asker goes away."""
    _confine(limits)
    while True:
        try:
            question = Question(**json.loads(connection.recv_bytes()))
            data = connection.recv_bytes()
        except EOFError:
            break
        answer, attachments = _answer(question, data, limits)
        connection.send_bytes(json.dumps(answer).encode())
        for attachment in attachments:
            connection.send_bytes(attachment)
    # The libraries' own farewells are long and of no use.
    os._exit(0)


def _confine(limits: Limits) -> None:
    """Take away what a hostile file could misuse, and keep the libraries' chatter off the screen.

    Tracebacks of our own still reach the standard error that the process was given.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    sys.stderr = os.fdopen(os.dup(2), "w")
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(silence, stream)


def _answer(
    question: Question, data: bytes, limits: Limits
) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    try:
        media_type, words = _read(question, data, limits)
        text = {} if question.attachments_only else _text(question, words, limits)
    except ReportError as error:
        return {"error": type(error).__name__, "reason": error.reason}, ()
    except MemoryError:
        reason = f"it needs more memory than the limit of {megabytes(limits.memory)}"
        return {"error": Crashed.__name__, "reason": reason}, ()
    except RecursionError:
        return {"error": Damaged.__name__, "reason": "its parts are nested without end"}, ()
    attached = words.attachments[: limits.attachments]
    names = [{"name": part.name, "inline": part.inline} for part in attached]
    left_out = len(words.attachments) - len(attached)
    answer = {"media_type": media_type, "attachments": names, "left_out": left_out, **text}
    return answer, tuple(part.data for part in attached)


def _read(question: Question, data: bytes, limits: Limits) -> tuple[str, Words]:
    media_type = sniff(data, question.name)
    ask = Ask(question.name, media_type, limits, question.language)
    return media_type, READERS[media_type](data, ask)


def _text(question: Question, words: Words, limits: Limits) -> dict[str, Any]:
    text = make_text(words, limits.characters)
    return {
        "text": text.characters,
        "pages": text.pages,
        "title": title_of(words, text, question.name),
        "date": words.date.isoformat() if words.date else None,
    }
