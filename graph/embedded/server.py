"""The Neo4j that filrouge starts for itself when nobody names another."""

import shutil
import subprocess
import time
from pathlib import Path

import psutil
from filelock import FileLock, Timeout
from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.address import Address
from graph.embedded.configuration import Memory, write_configuration
from graph.embedded.connection_file import NAME as CONNECTION
from graph.embedded.connection_file import ConnectionFile, read_connection
from graph.embedded.errors import HomeBusy, LostPassword, StartFailed
from graph.embedded.java import environment, password_command, scratch, server_command
from graph.embedded.log import last_lines
from graph.embedded.parts import Progress, fetch_parts
from graph.embedded.port import answers
from graph.embedded.private_file import private_folder, write_whole
from graph.embedded.process import end, is_alive, server_process, spawn
from graph.embedded.status import ServerStatus, measure

START_PATIENCE = 180.0
STOP_PATIENCE = 60.0
LOCK_PATIENCE = START_PATIENCE + STOP_PATIENCE
PORT_TRIES = 3


class EmbeddedServer:
    """One Neo4j Community server with its own home, shared by every command that names the home.

    It outlives the command that starts it, listens on loopback alone and keeps its random
    password in a file that only its owner reads.
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
        self.home = home.expanduser().absolute()
        self.parts = parts.expanduser().absolute()
        self._memory = Memory(heap, page_cache)
        self._progress = progress

    def start(self) -> Address:
        """Start the server, or find it running, and answer its address once it takes queries.

        Raises PartsUnavailable, LostPassword, StartFailed or HomeBusy.
        """
        if (address := self.address()) is not None:
            return address
        with self._alone():
            if (process := self._process()) is not None:
                return self._wait(process, self._connection())
            jars = fetch_parts(self.parts, self._progress)
            for left in reversed(range(PORT_TRIES)):
                connection = self._set_up(jars)
                process = self._spawn(jars)
                try:
                    return self._wait(process, connection)
                except StartFailed:
                    # Somebody may have taken the port since it was found free.
                    if left == 0 or not answers(connection.port):
                        raise
        raise AssertionError("the last try returns or raises")

    def stop(self) -> bool:
        """Stop the server and wait until it has; False when it was not running."""
        if self._process() is None:
            return False
        with self._alone():
            process = self._process()
            if process is None:
                return False
            end(process, STOP_PATIENCE)
            self._record.unlink(missing_ok=True)
            return True

    def status(self) -> ServerStatus:
        """Say how the server is doing."""
        address = self.address()
        process = self._process() if address is not None else None
        return measure(self.home, process, address.uri if address else None)

    def address(self) -> Address | None:
        """The address of the server, when it runs and takes queries."""
        connection = read_connection(self.home)
        if connection is None or self._process() is None or not _takes_queries(connection):
            return None
        return connection.address

    @property
    def log(self) -> Path:
        """The file where the server writes what it does."""
        return self.home / "logs" / "neo4j.log"

    @property
    def _output(self) -> Path:
        return self.home / "logs" / "output.log"

    @property
    def _record(self) -> Path:
        return self.home / "run" / "server.pid"

    @property
    def _initialised(self) -> Path:
        return self.home / "run" / "initialised"

    def _alone(self) -> FileLock:
        private_folder(self.home)
        lock = FileLock(self.home / ".lock", timeout=LOCK_PATIENCE)
        try:
            lock.acquire()
        except Timeout as error:
            raise HomeBusy(self.home, LOCK_PATIENCE) from error
        return lock

    def _process(self) -> psutil.Process | None:
        try:
            pid = int(self._record.read_text())
        except (OSError, ValueError):
            pid = None
        return server_process(self.home, pid)

    def _connection(self) -> ConnectionFile:
        connection = read_connection(self.home)
        if connection is None:
            raise LostPassword(self.home / CONNECTION)
        return connection

    def _set_up(self, jars: Path) -> ConnectionFile:
        """Bring the home's files in order; what an interrupted set-up left is carried on from."""
        connection = read_connection(self.home)
        if connection is None:
            if (self.home / "data" / "databases").exists():
                raise LostPassword(self.home / CONNECTION)
            connection = ConnectionFile.new()
        connection = connection.on_free_port()
        connection.write(self.home)
        write_configuration(self.home, connection.port, self._memory)
        if not self._initialised.exists():
            self._give_password(connection, jars)
            write_whole(self._initialised, "")
        return connection

    def _give_password(self, connection: ConnectionFile, jars: Path) -> None:
        argument = self.home / "run" / "password"
        write_whole(argument, connection.password)
        try:
            done = subprocess.run(
                password_command(jars, argument),
                env=environment(self.home),
                capture_output=True,
                text=True,
                check=False,
            )
        finally:
            argument.unlink()
        if done.returncode != 0:
            lines = (done.stdout + done.stderr).splitlines()[-20:]
            raise StartFailed("its password could not be set", self.log, lines)

    def _spawn(self, jars: Path) -> psutil.Process:
        shutil.rmtree(scratch(self.home), ignore_errors=True)
        private_folder(scratch(self.home))
        command = server_command(self.home, jars, self._memory)
        pid = spawn(command, environment(self.home), self._output)
        write_whole(self._record, str(pid))
        return psutil.Process(pid)

    def _wait(self, process: psutil.Process, connection: ConnectionFile) -> Address:
        deadline = time.monotonic() + START_PATIENCE
        while time.monotonic() < deadline:
            if not is_alive(process):
                raise StartFailed("it ended", *self._last_words())
            if answers(connection.port) and _takes_queries(connection):
                return connection.address
            time.sleep(0.1)
        raise StartFailed(f"no answer within {START_PATIENCE:.0f} s", *self._last_words())

    def _last_words(self) -> tuple[Path, list[str]]:
        return self._output, last_lines(self._output)


def _takes_queries(connection: ConnectionFile) -> bool:
    address = connection.address
    auth = (address.user, address.password)
    try:
        with GraphDatabase.driver(
            address.uri, auth=auth, connection_timeout=5, telemetry_disabled=True
        ) as driver:
            driver.execute_query("RETURN 1", database_="neo4j")
    except (DriverError, Neo4jError):
        return False
    return True
