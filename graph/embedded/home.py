"""A server's home: its folders, its private file, and the lock that lets in one command."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from graph.embedded.configuration import Memory, write_configuration
from graph.embedded.connection_file import NAME as CONNECTION
from graph.embedded.connection_file import ConnectionFile, read_connection
from graph.embedded.errors import FolderUnusable, HomeBusy, LostPassword, StartFailed
from graph.embedded.java import environment, password_command
from graph.embedded.log import last_lines
from graph.embedded.private_file import private_folder, write_whole
from graph.embedded.process import server_process

LOCK_PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Home:
    """The folder where one server keeps all that is its own."""

    folder: Path

    def __post_init__(self) -> None:
        if "%" in str(self.folder):
            raise FolderUnusable(self.folder, "Neo4j takes no path with a % in it")
        if not os.access(_nearest(self.folder), os.R_OK | os.W_OK | os.X_OK):
            raise FolderUnusable(self.folder, "this user may not read and write there")

    @property
    def output(self) -> Path:
        """What the server prints; written anew at each start."""
        return self.folder / "logs" / "output.log"

    @property
    def private_file(self) -> Path:
        """The file with the port and the password."""
        return self.folder / CONNECTION

    @property
    def _pid_file(self) -> Path:
        return self.folder / "run" / "server.pid"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep every other command from starting or stopping the server meanwhile."""
        private_folder(self.folder)
        try:
            with FileLock(self.folder / ".lock", timeout=LOCK_PATIENCE):
                yield
        except Timeout as error:
            raise HomeBusy(self.folder, LOCK_PATIENCE) from error

    def connection(self) -> ConnectionFile | None:
        """What the private file says; None where there is none yet."""
        return read_connection(self.folder)

    def process(self) -> psutil.Process | None:
        """The process that serves this home, recorded or not; None when there is none."""
        if not self.folder.exists():
            return None
        try:
            pid = int(self._pid_file.read_text())
        except (FileNotFoundError, ValueError):
            pid = None
        return server_process(self.folder, pid)

    def record(self, pid: int) -> None:
        """Write down which process serves this home."""
        write_whole(self._pid_file, str(pid))

    def forget_process(self) -> None:
        """Take that record away."""
        self._pid_file.unlink(missing_ok=True)

    def set_up(self, jars: Path, memory: Memory) -> ConnectionFile:
        """Bring the home in order for a start, carrying on where a broken set-up left off."""
        connection = self.connection()
        if connection is None:
            if (self.folder / "data" / "databases").exists():
                raise LostPassword(self.private_file, "is gone or not readable")
            connection = ConnectionFile.new()
        connection = connection.on_free_port()
        connection.write(self.folder)
        write_configuration(self.folder, connection.port, memory)
        if not connection.given:
            self._give_password(connection.password, jars)
            connection = replace(connection, given=True)
            connection.write(self.folder)
        return connection

    def _give_password(self, password: str, jars: Path) -> None:
        # In a file, since other users of the machine can read command lines.
        argument = self.folder / "run" / "password"
        write_whole(argument, password)
        try:
            done = subprocess.run(
                password_command(jars, argument),
                env=environment(self.folder),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
            )
        finally:
            argument.unlink()
        if done.returncode != 0:
            write_whole(self.output, done.stdout + done.stderr)
            raise StartFailed("it takes no password", self.output, last_lines(self.output))


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that exists."""
    for place in (folder, *folder.parents):
        try:
            if place.exists():
                return place
        except PermissionError:
            continue
    return Path(folder.anchor)
