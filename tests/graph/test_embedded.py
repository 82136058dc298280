"""A server of its own home, started, found, killed, moved and stopped."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import psutil
import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.address import Address
from graph.embedded import (
    EmbeddedServer,
    FolderUnusable,
    LostPassword,
    PartsUnavailable,
    StartFailed,
)
from graph.embedded.configuration import Memory
from graph.embedded.connection_file import read_connection
from graph.embedded.home import Home
from graph.embedded.parts import parts_folder
from graph.embedded.port import free_port, is_free
from graph.embedded.stamp import NAME as STAMP

SERVER_JAR = "neo4j-server-5.26.20.jar"
START = """
import sys
from pathlib import Path
from graph.embedded import EmbeddedServer
print(EmbeddedServer(Path(sys.argv[1]), Path(sys.argv[2]), heap="256m").start().uri)
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hồ sơ điều tra") / "neo4j"


@pytest.fixture(scope="module")
def server(home: Path, neo4j_parts: Path) -> Iterator[EmbeddedServer]:
    """A small server of this file's own, its home's path in Vietnamese and with blanks."""
    server = EmbeddedServer(home, neo4j_parts, heap="256m", page_cache="64m")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def address(server: EmbeddedServer) -> Address:
    return server.start()


def starting(home: Path, parts: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", START, str(home), str(parts)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def query(address: Address, cypher: str, **parameters: object) -> list[list[object]]:
    auth = (address.user, address.password)
    with GraphDatabase.driver(address.uri, auth=auth) as driver:
        found = driver.execute_query(cypher, parameters, database_=address.database)
    return [record.values() for record in found.records]


def process_of(server: EmbeddedServer) -> psutil.Process:
    return psutil.Process(server.status().pid)


def test_starting_twice_gives_the_same_address(server: EmbeddedServer, address: Address) -> None:
    pid = server.status().pid
    assert server.start() == address
    assert server.status().pid == pid


def test_another_command_finds_the_running_server(
    server: EmbeddedServer, address: Address, home: Path, neo4j_parts: Path
) -> None:
    with starting(home, neo4j_parts) as command:
        uri = command.communicate()[0].strip()
    assert uri == address.uri
    assert server.address() == address


def test_status_says_what_runs_and_what_it_takes(server: EmbeddedServer, address: Address) -> None:
    status = server.status()
    assert status.running
    assert status.uri == address.uri
    assert status.since is not None
    assert timedelta() < datetime.now(UTC) - status.since < timedelta(minutes=10)
    assert 100_000_000 < status.memory < 2_000_000_000
    assert 1_000_000 < status.disk < 100_000_000


def test_only_the_owner_can_read_the_home(server: EmbeddedServer, home: Path) -> None:
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "connection.json").stat().st_mode & 0o777 == 0o600


def test_the_password_is_long_and_on_no_command_line(
    server: EmbeddedServer, address: Address
) -> None:
    assert len(address.password) >= 24
    assert address.password not in " ".join(process_of(server).cmdline())


def test_the_server_listens_on_loopback_alone(server: EmbeddedServer, address: Address) -> None:
    sockets = process_of(server).net_connections(kind="inet")
    listening = [s.laddr for s in sockets if s.status == psutil.CONN_LISTEN]
    assert [(where.ip.removeprefix("::ffff:"), where.port) for where in listening] == [
        ("127.0.0.1", int(address.uri.rpartition(":")[2]))
    ]
    assert {s.raddr.ip.removeprefix("::ffff:") for s in sockets if s.raddr} <= {"127.0.0.1"}


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{port}/list.csv", "file:///list.csv"], ids=["host", "file"]
)
def test_no_query_calls_a_host_or_reads_a_file(address: Address, home: Path, url: str) -> None:
    (home / "import" / "list.csv").write_text("name\nLan\n")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        named = url.format(port=listener.getsockname()[1])
        with pytest.raises(Neo4jError):
            query(address, "LOAD CSV FROM $url AS row RETURN row", url=named)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_killed_server_starts_again_with_every_acknowledged_write(
    server: EmbeddedServer, address: Address
) -> None:
    acknowledged: list[int] = []
    writer = Thread(target=write_until_killed, args=(address, acknowledged))
    writer.start()
    while len(acknowledged) < 50:
        time.sleep(0.01)
    process_of(server).send_signal(signal.SIGKILL)
    writer.join()
    assert server.address() is None

    again = server.start()

    found = {row[0] for row in query(again, "MATCH (n:Written) RETURN n.n")}
    assert again == address
    assert found >= set(acknowledged)


def write_until_killed(address: Address, acknowledged: list[int]) -> None:
    auth = (address.user, address.password)
    with (
        suppress(DriverError, Neo4jError),
        GraphDatabase.driver(address.uri, auth=auth) as driver,
        driver.session(database=address.database) as session,
    ):
        for n in range(100_000):
            session.run("CREATE (:Written {n: $n})", n=n).consume()
            acknowledged.append(n)


def test_a_server_that_lost_its_record_is_found_again(
    server: EmbeddedServer, address: Address, home: Path
) -> None:
    (home / "run" / "server.pid").unlink()
    assert server.start() == address


def test_a_stopped_server_is_gone_within_seconds_and_moves_off_a_taken_port(
    server: EmbeddedServer, address: Address, home: Path
) -> None:
    query(address, "CREATE (:Kept {name: 'Hùng'})")
    process = process_of(server)

    began = time.monotonic()
    assert server.stop()
    assert time.monotonic() - began < 10
    assert not process.is_running()
    assert not server.stop()
    assert not server.status().running
    assert server.status().disk > 1_000_000

    port = int(address.uri.rpartition(":")[2])
    with socket.create_server(("127.0.0.1", port)):
        assert not is_free(port)
        moved = server.start()

    assert moved.uri != address.uri
    assert moved.password == address.password
    assert query(moved, "MATCH (n:Kept) RETURN n.name") == [["Hùng"]]


def test_a_recorded_pid_that_now_is_another_process_is_ignored(
    tmp_path: Path, neo4j_parts: Path
) -> None:
    home = Home(tmp_path)
    (tmp_path / "run").mkdir()
    home.record(os.getpid())
    server = EmbeddedServer(tmp_path, neo4j_parts)
    assert home.process() is None
    assert not server.status().running
    assert not server.stop()


def test_two_commands_at_once_start_one_server_from_a_broken_set_up(
    tmp_path: Path, neo4j_parts: Path, server: EmbeddedServer
) -> None:
    jars = parts_folder(neo4j_parts)
    half = Home(tmp_path).set_up(jars, Memory("256m", "64m"))
    replace(half, given=False).write(tmp_path)  # as when it broke off after the password was given
    mine = EmbeddedServer(tmp_path, neo4j_parts)
    try:
        with starting(tmp_path, neo4j_parts) as one, starting(tmp_path, neo4j_parts) as other:
            uris = {one.communicate()[0].strip(), other.communicate()[0].strip()}
        address = mine.address()
        assert address is not None
        assert uris == {address.uri}
        assert address.password == half.password
        assert len([p for p in psutil.pids() if serves(p, tmp_path)]) == 1
    finally:
        mine.stop()


def serves(pid: int, home: Path) -> bool:
    with suppress(psutil.Error):
        return f"--home-dir={home}" in psutil.Process(pid).cmdline()
    return False


def test_a_start_that_fails_shows_the_end_of_the_log(tmp_path: Path, neo4j_parts: Path) -> None:
    server = EmbeddedServer(tmp_path, neo4j_parts, heap="1k")
    with pytest.raises(StartFailed, match="Too small maximum heap") as caught:
        server.start()
    assert str(caught.value.log) in str(caught.value)
    assert caught.value.log.exists()


def test_a_database_without_its_private_file_is_left_alone(
    server: EmbeddedServer, home: Path
) -> None:
    server.stop()
    private, aside = home / "connection.json", home / "aside"
    private.rename(aside)
    try:
        with pytest.raises(LostPassword, match=re.escape(str(private))):
            server.start()
        assert not private.exists()
    finally:
        aside.rename(private)
    assert read_connection(home) is not None


def test_a_start_on_a_damaged_jar_asks_for_that_jar(
    server: EmbeddedServer,
    home: Path,
    tmp_path: Path,
    neo4j_parts: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server.stop()
    jar = copied(parts_folder(neo4j_parts), parts_folder(tmp_path / "parts")) / SERVER_JAR
    length = jar.stat().st_size
    jar.unlink()
    jar.write_bytes(b"0" * length)
    settings = tmp_path / "jgo.conf"
    settings.write_text(f"[repositories]\nlocal = http://127.0.0.1:{free_port()}\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(settings))

    with pytest.raises(PartsUnavailable, match="no repository answers") as caught:
        EmbeddedServer(home, tmp_path / "parts").start()

    assert caught.value.name == jar.name


def copied(parts: Path, to: Path) -> Path:
    """A parts folder that looks like a copy and takes no room."""
    to.mkdir(parents=True)
    for jar in parts.glob("*.jar"):
        (to / jar.name).symlink_to(jar)
    shutil.copy(parts / STAMP, to)
    return to


def test_a_home_that_neo4j_cannot_use_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(FolderUnusable, match="no path with a %"):
        EmbeddedServer(tmp_path / "100% sure", tmp_path / "parts")
    assert list(tmp_path.iterdir()) == []


def test_the_shared_graph_is_empty_at_the_start_of_a_test(
    clean_graph: Address, neo4j_driver: Driver
) -> None:
    found = neo4j_driver.execute_query("MATCH (n) RETURN count(n) AS n", database_="neo4j")
    assert found.records[0]["n"] == 0
