"""The server's jars, brought from a repository on loopback into a folder of the test's own."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from graph.embedded import (
    FolderUnusable,
    PartsUnavailable,
    damaged_parts,
    fetch_parts,
    parts_complete,
)
from graph.embedded.bundle import make_bundle
from graph.embedded.jars import Jar, Lock, own_lock
from graph.embedded.parts import parts_folder
from graph.embedded.port import free_port

NUMBER = 3


@dataclass
class MavenFolder:
    """A folder laid out as Maven does, given out over loopback."""

    root: Path
    asked: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    url: str = ""

    def file(self, jar: Jar) -> Path:
        return self.root.joinpath(*jar.group.split("."), jar.artifact, jar.version, jar.name)


class Handler(SimpleHTTPRequestHandler):
    """Gives out the files of a MavenFolder, breaking off in the middle of some."""

    def __init__(self, *args: object, maven: MavenFolder) -> None:
        self.maven = maven
        super().__init__(*args, directory=str(maven.root))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        name = self.path.rpartition("/")[2]
        self.maven.asked.append(name)
        if name not in self.maven.broken:
            return super().do_GET()
        data = Path(self.translate_path(self.path)).read_bytes()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2])
        return None

    def log_message(self, *_: object) -> None:
        return None


@pytest.fixture(scope="module")
def lock(neo4j_parts: Path) -> Lock:
    """The three smallest jars of the real lock."""
    folder = fetch_parts(neo4j_parts)
    jars = sorted(own_lock().jars, key=lambda jar: (folder / jar.name).stat().st_size)[:NUMBER]
    return Lock("".join(entry(jar) for jar in jars).encode())


def entry(jar: Jar) -> str:
    return (
        f'[[dependencies]]\ngroupId = "{jar.group}"\nartifactId = "{jar.artifact}"\n'
        f'version = "{jar.version}"\npackaging = "jar"\nsha256 = "{jar.sha256}"\n'
    )


@pytest.fixture
def maven(tmp_path: Path, neo4j_parts: Path, lock: Lock) -> Iterator[MavenFolder]:
    maven = MavenFolder(tmp_path / "maven")
    for jar in lock.jars:
        maven.file(jar).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(parts_folder(neo4j_parts) / jar.name, maven.file(jar))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, maven=maven)) as server:
        maven.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield maven
        server.shutdown()
        thread.join()


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    return tmp_path / "parts"


def fetch(parts: Path, lock: Lock, maven: MavenFolder) -> Path:
    return fetch_parts(parts, lock=lock, repositories={"local": maven.url})


def test_every_jar_of_the_lock_is_brought(parts: Path, lock: Lock, maven: MavenFolder) -> None:
    told: list[tuple[int, int, int]] = []
    assert not parts_complete(parts, lock)

    folder = fetch_parts(
        parts, lambda *step: told.append(step), lock=lock, repositories={"local": maven.url}
    )

    assert parts_complete(parts, lock)
    assert damaged_parts(parts, lock) == ()
    assert sorted(f.name for f in folder.glob("*.jar")) == sorted(j.name for j in lock.jars)
    assert [step[:2] for step in told] == [(1, NUMBER), (2, NUMBER), (3, NUMBER)]
    assert told[-1][2] == sum(file.stat().st_size for file in folder.glob("*.jar"))


def test_what_is_there_is_not_fetched_again(parts: Path, lock: Lock, maven: MavenFolder) -> None:
    fetch(parts, lock, maven)
    maven.asked.clear()
    fetch(parts, lock, maven)
    assert maven.asked == []


def test_a_copied_folder_needs_no_network(
    parts: Path, tmp_path: Path, lock: Lock, maven: MavenFolder
) -> None:
    fetch(parts, lock, maven)
    shutil.copytree(parts, tmp_path / "copy")
    maven.asked.clear()
    fetch(tmp_path / "copy", lock, maven)
    assert maven.asked == []


def test_a_bundle_is_a_parts_folder_that_says_how_to_use_it(
    parts: Path, tmp_path: Path, lock: Lock, maven: MavenFolder
) -> None:
    fetch(parts, lock, maven)
    bundled = make_bundle(parts, tmp_path / "carry", lock=lock)
    assert parts_complete(bundled, lock)
    assert damaged_parts(bundled, lock) == ()
    assert "FILROUGE_PARTS" in (tmp_path / "carry" / "README.txt").read_text()


def test_a_bundle_with_a_broken_jar_is_mended(
    parts: Path, tmp_path: Path, lock: Lock, maven: MavenFolder
) -> None:
    fetch(parts, lock, maven)
    bundled = make_bundle(parts, tmp_path / "carry", lock=lock)
    (parts_folder(bundled, lock) / lock.jars[0].name).write_bytes(b"half")
    make_bundle(parts, tmp_path / "carry", lock=lock)
    assert parts_complete(bundled, lock)
    assert damaged_parts(bundled, lock) == ()


def test_a_bundle_that_cannot_be_written_is_told(
    parts: Path, tmp_path: Path, lock: Lock, maven: MavenFolder
) -> None:
    fetch(parts, lock, maven)
    (tmp_path / "carry").write_text("a file where the folder should be")
    with pytest.raises(FolderUnusable) as caught:
        make_bundle(parts, tmp_path / "carry", lock=lock)
    assert caught.value.folder == tmp_path / "carry"


def test_a_jar_cut_short_is_seen_and_fetched_anew(
    parts: Path, lock: Lock, maven: MavenFolder
) -> None:
    jar = lock.jars[0]
    file = fetch(parts, lock, maven) / jar.name
    file.write_bytes(file.read_bytes()[:-1])
    maven.asked.clear()

    assert not parts_complete(parts, lock)
    fetch(parts, lock, maven)

    assert jar.is_whole(file)
    assert {name for name in maven.asked if name.endswith(".jar")} == {jar.name}


def test_a_jar_with_another_byte_is_found_and_fetched_anew(
    parts: Path, lock: Lock, maven: MavenFolder
) -> None:
    jar = lock.jars[1]
    file = fetch(parts, lock, maven) / jar.name
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)

    assert damaged_parts(parts, lock) == (jar.name,)
    assert not parts_complete(parts, lock)
    fetch(parts, lock, maven)

    assert damaged_parts(parts, lock) == ()


def test_a_repository_that_sends_something_else_is_refused(
    parts: Path, lock: Lock, maven: MavenFolder
) -> None:
    jar = lock.jars[2]
    maven.file(jar).write_bytes(b"something else")

    with pytest.raises(PartsUnavailable, match="SHA-256") as caught:
        fetch(parts, lock, maven)

    assert caught.value.name == jar.name
    assert not (parts_folder(parts, lock) / jar.name).exists()
    assert not parts_complete(parts, lock)


def test_a_broken_download_leaves_no_half_and_is_resumed(
    parts: Path, lock: Lock, maven: MavenFolder
) -> None:
    jar = max(lock.jars, key=lambda jar: maven.file(jar).stat().st_size)
    maven.broken.add(jar.name)
    with pytest.raises(PartsUnavailable) as caught:
        fetch(parts, lock, maven)
    folder = parts_folder(parts, lock)
    assert caught.value.name == jar.name
    kept = {file.name for file in folder.glob("**/*.jar")}
    assert jar.name not in kept

    maven.broken.clear()
    maven.asked.clear()
    fetch(parts, lock, maven)

    assert parts_complete(parts, lock)
    assert kept.isdisjoint(maven.asked)


def test_without_a_network_the_error_names_the_jar_and_the_way_out(parts: Path, lock: Lock) -> None:
    nobody = {"local": f"http://127.0.0.1:{free_port()}"}
    with pytest.raises(PartsUnavailable, match="no repository answers") as caught:
        fetch_parts(parts, lock=lock, repositories=nobody)
    assert caught.value.name in {jar.name for jar in lock.jars}
    assert caught.value.name in str(caught.value)
    assert f"to {parts}" in str(caught.value)
    assert "FILROUGE_PARTS" in str(caught.value)


def test_a_jar_that_no_repository_has_is_named(parts: Path, lock: Lock, maven: MavenFolder) -> None:
    jar = lock.jars[0]
    maven.file(jar).unlink()
    with pytest.raises(PartsUnavailable, match="no repository has it") as caught:
        fetch(parts, lock, maven)
    assert caught.value.name == jar.name


def test_our_lock_names_each_jar_once_with_its_digest_and_no_host() -> None:
    lock = own_lock()
    names = [jar.name for jar in lock.jars]
    assert "neo4j-server-5.26.20.jar" in names
    assert len(set(names)) == len(names)
    assert all(len(jar.sha256) == 64 for jar in lock.jars)
    assert b"://" not in lock.data


def test_a_parts_folder_that_cannot_be_made_is_told(tmp_path: Path, lock: Lock) -> None:
    (tmp_path / "parts").write_text("a file where the folder should be")
    with pytest.raises(FolderUnusable, match="FILROUGE_PARTS") as caught:
        fetch_parts(tmp_path / "parts", lock=lock, repositories={})
    assert caught.value.folder == tmp_path / "parts"
