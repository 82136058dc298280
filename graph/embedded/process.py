"""The server's process: found by its command line, so that no other one is ever taken for it."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import psutil

from graph.embedded.java import SERVER_CLASS, home_argument


def server_process(home: Path, pid: int | None) -> psutil.Process | None:
    """The process that serves this home: the recorded one, or else whichever one does."""
    if pid is not None and (process := _serving(home, pid)) is not None:
        return process
    return next((found for p in psutil.pids() if (found := _serving(home, p)) is not None), None)


def spawn(command: Sequence[str], environ: dict[str, str], output: Path) -> int:
    """Start a process in a session of its own, its words going to a file; answer its pid."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    return os.posix_spawn(
        command[0],
        list(command),
        environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(output), flags, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
        setsid=True,
        # A shell or test runner may have switched these off; Java needs them to stop cleanly.
        setsigdef=(signal.SIGTERM, signal.SIGINT, signal.SIGHUP),
    )


def is_alive(process: psutil.Process) -> bool:
    """Say whether the process still runs; one that ended and waits to be buried does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def end(process: psutil.Process, patience: float) -> None:
    """Ask the process to stop, wait, and kill it only when it has not stopped by then."""
    try:
        process.terminate()
        try:
            process.wait(patience)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(patience)
    except psutil.NoSuchProcess:
        return


def _serving(home: Path, pid: int) -> psutil.Process | None:
    try:
        process = psutil.Process(pid)
        words = process.cmdline()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return None
    ours = SERVER_CLASS in words and home_argument(home) in words
    return process if ours and is_alive(process) else None
