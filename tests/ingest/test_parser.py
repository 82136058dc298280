"""Untrusted files are opened in a process that has limits and can be lost."""

import os
import signal
import socket
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from demo.writers import write_docx_bomb, write_png
from ingest.child import Question
from ingest.errors import Crashed, NoRecognition, TextTooLong, TookTooLong, TooLarge
from ingest.limits import Limits
from ingest.parser import Parser

NOTE = "Hùng gọi Lan.".encode()


def hang(connection: Connection, limits: Limits) -> None:
    """Stand for a reader that never comes back, or dies, when the file says so."""
    question, data = connection.recv_bytes(), connection.recv_bytes()
    if data == b"sleep":
        time.sleep(600)
    if data == b"die":
        os.kill(os.getpid(), signal.SIGSEGV)
    assert question
    bytearray(limits.memory * 2)


def test_one_process_serves_many_files() -> None:
    with Parser(Limits()) as parser:
        first = parser.parse(NOTE, Question("a.txt"))
        child = parser._child
        assert child is not None
        pid = child.pid
        for _ in range(50):
            assert parser.parse(NOTE, Question("a.txt")) == first
        assert parser._child is not None
        assert parser._child.pid == pid
    assert first.text is not None
    assert first.text.characters == "Hùng gọi Lan."


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with Parser(Limits(seconds=0.5), hang) as parser:
        start = time.monotonic()
        with pytest.raises(TookTooLong, match=r"more than 0\.5 s"):
            parser.parse(b"sleep", Question("a.txt"))
        assert time.monotonic() - start < 10
        assert parser._child is None


def test_a_process_that_dies_is_its_file_s_failure() -> None:
    with Parser(Limits(), hang) as parser, pytest.raises(Crashed, match="SIGSEGV"):
        parser.parse(b"die", Question("a.txt"))


def test_a_process_killed_between_files_is_replaced() -> None:
    with Parser(Limits()) as parser:
        parser.parse(NOTE, Question("a.txt"))
        assert parser._child is not None
        assert parser._child.pid is not None
        os.kill(parser._child.pid, signal.SIGKILL)
        assert parser.parse(NOTE, Question("a.txt")).title == "Hùng gọi Lan."


def test_memory_is_bounded(tmp_path: Path) -> None:
    write_docx_bomb(tmp_path / "bomb.docx")
    limits = Limits(memory=300 << 20, unpacked=10 << 30)
    with Parser(limits) as parser, pytest.raises(Crashed, match="memory"):
        parser.parse((tmp_path / "bomb.docx").read_bytes(), Question("bomb.docx"))


def test_a_bomb_is_stopped_at_what_it_may_unpack_to(tmp_path: Path) -> None:
    write_docx_bomb(tmp_path / "bomb.docx")
    with Parser(Limits()) as parser, pytest.raises(TooLarge, match="unpacks to more than 100 MB"):
        parser.parse((tmp_path / "bomb.docx").read_bytes(), Question("bomb.docx"))


def test_a_text_over_the_limit_is_refused() -> None:
    with Parser(Limits(characters=5)) as parser, pytest.raises(TextTooLong):
        parser.parse(NOTE, Question("a.txt"))


def test_marks_stacked_without_end_take_bounded_time() -> None:
    stacked = ("a" + "\u0301\u0323" * 400_000).encode()
    with Parser(Limits(seconds=2)) as parser:
        start = time.monotonic()
        with suppress(TookTooLong):
            parser.parse(stacked, Question("a.txt"))
        assert time.monotonic() - start < 10


def test_missing_tesseract_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    write_png(tmp_path / "a.png", "Báo cáo", ("Hùng gọi Lan.",))
    with Parser(Limits()) as parser, pytest.raises(NoRecognition, match="apt-get install"):
        parser.parse((tmp_path / "a.png").read_bytes(), Question("a.png"))


def test_the_process_holds_none_of_our_connections() -> None:
    with socket.create_server(("127.0.0.1", 0)) as ours, Parser(Limits()) as parser:
        ours.set_inheritable(True)
        parser.parse(NOTE, Question("a.txt"))
        assert parser._child is not None
        held = {file.readlink() for file in Path(f"/proc/{parser._child.pid}/fd").iterdir()}
        assert Path(f"/proc/self/fd/{ours.fileno()}").readlink() not in held
