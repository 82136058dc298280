"""The Neo4j that filrouge starts for itself when nobody names another."""

import shutil
import time
from pathlib import Path

import psutil
from neo4j.exceptions import AuthError

from graph.address import Address
from graph.embedded.bolt import takes_queries
from graph.embedded.configuration import Memory
from graph.embedded.connection_file import ConnectionFile
from graph.embedded.errors import LostPassword, StartFailed
from graph.embedded.home import Home
from graph.embedded.java import environment, scratch, server_command
from graph.embedded.log import last_lines
from graph.embedded.parts import Progress, damaged_parts, fetch_parts
from graph.embedded.port import answers
from graph.embedded.private_file import private_folder
from graph.embedded.process import end, is_alive, spawn
from graph.embedded.status import ServerStatus, measure

START_PATIENCE = 180.0
STOP_PATIENCE = 120.0
TRIES = 3


class EmbeddedServer:
    """One Neo4j Community server with its own home, shared by every command that names the home.

    It outlives the command that starts it, listens on loopback alone and keeps its random
    password in a file that only its owner reads. Raises FolderUnusable for a home that this user
    cannot use.
    """

    def __init__(
        self,
        home: Path,
        parts: Path,
        *,
        heap: str = "512m",
        page_cache: str = "256m",
        progress: Progress | None = None,
    ) -> None:
        self._home = Home(home.expanduser().absolute())
        self._parts = parts.expanduser().absolute()
        self._memory = Memory(heap, page_cache)
        self._progress = progress

    def start(self) -> Address:
        """Start the server, or find it running, and answer its address once it takes queries.

        Raises PartsUnavailable, FolderUnusable, LostPassword, StartFailed or HomeBusy.
        """
        if (address := self.address()) is not None:
            return address
        with self._home.alone():
            return self._found() or self._started()

    def stop(self) -> bool:
        """Stop the server and wait until it has; False when it was not running."""
        if self._home.process() is None:
            return False
        with self._home.alone():
            process = self._home.process()
            if process is not None:
                end(process, STOP_PATIENCE)
            self._home.forget_process()
            return process is not None

    def status(self) -> ServerStatus:
        """Say how the server is doing; one that does not take queries yet is not running."""
        address = self.address()
        process = self._home.process() if address is not None else None
        return measure(self._home.folder, process, address.uri if address else None)

    def address(self) -> Address | None:
        """The address of the server, when it runs and takes queries."""
        connection = self._home.connection()
        if connection is None or self._home.process() is None:
            return None
        try:
            return connection.address if takes_queries(connection.address) else None
        except AuthError:
            return None

    def _found(self) -> Address | None:
        """Wait for a server that another command started or left starting."""
        process, connection = self._home.process(), self._home.connection()
        if process is None or connection is None:
            return None
        try:
            return self._wait(process, connection)
        except StartFailed:
            if is_alive(process):
                raise
            return None

    def _started(self) -> Address:
        for left in reversed(range(TRIES)):
            jars = fetch_parts(self._parts, self._progress)
            try:
                connection = self._home.set_up(jars, self._memory)
                return self._wait(self._spawn(jars), connection)
            except StartFailed:
                if left == 0 or not self._may_do_better():
                    raise
        raise AssertionError("the last try returns or raises")

    def _may_do_better(self) -> bool:
        """Say whether another try may do: the port was taken meanwhile, or a jar is damaged."""
        if self._home.process() is not None:
            return False
        connection = self._home.connection()
        taken = connection is not None and answers(connection.port)
        return taken or bool(damaged_parts(self._parts))

    def _spawn(self, jars: Path) -> psutil.Process:
        folder = self._home.folder
        shutil.rmtree(scratch(folder), ignore_errors=True)
        private_folder(scratch(folder))
        command = server_command(folder, jars, self._memory)
        pid = spawn(command, environment(folder), self._home.output)
        self._home.record(pid)
        return psutil.Process(pid)

    def _wait(self, process: psutil.Process, connection: ConnectionFile) -> Address:
        deadline = time.monotonic() + START_PATIENCE
        while time.monotonic() < deadline:
            if not is_alive(process):
                raise self._failure("it ended")
            try:
                if answers(connection.port) and takes_queries(connection.address):
                    return connection.address
            except AuthError as error:
                file = self._home.private_file
                raise LostPassword(file, "has a password that it does not take") from error
            time.sleep(0.1)
        raise self._failure(f"it has not answered for {START_PATIENCE:.0f} s")

    def _failure(self, reason: str) -> StartFailed:
        return StartFailed(reason, self._home.output, last_lines(self._home.output))
