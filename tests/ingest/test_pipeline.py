"""Ingest into a real Neo4j: whole reports, each once."""

import hashlib
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bench.end_to_end import write_notes
from demo.writers import Attachment, write_eml, write_empty
from graph.address import Address
from graph.store import Store
from ingest.events import Event, Failed, Found, Known, Misnamed, Saved
from ingest.options import Options
from ingest.originals import Originals
from ingest.pipeline import Summary, ingest

NOTE = "Nguyễn Văn Hùng (SN 1987) gọi cho Lò Thị Lan từ số 0912.764.330."


@pytest.fixture
def store(clean_graph: Address) -> Iterator[Store]:
    with Store.connect(clean_graph) as store:
        yield store


def run(path: Path, store: Store, options: Options | None = None) -> tuple[Summary, list[Event]]:
    events: list[Event] = []
    originals = Originals(path.parent / "originals")
    summary = ingest([path], store, originals, options or Options(), events.append)
    return summary, events


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    write_notes(folder, 12, 7)
    return folder


def test_a_folder_is_read_and_the_second_time_known(reports: Path, store: Store) -> None:
    summary, _ = run(reports, store)
    assert (summary.read, summary.known, summary.failed) == (12, 0, ())
    assert store.counts().reports == 12
    again, _ = run(reports, store)
    assert (again.read, again.known, again.failed) == (0, 12, ())


def test_every_report_found_comes_to_one_end(reports: Path, store: Store) -> None:
    write_empty(reports / "rỗng.txt")
    (reports / "hai.txt").write_bytes((reports / "00000.txt").read_bytes())
    summary, events = run(reports, store)
    found = [event.path for event in events if isinstance(event, Found)]
    ended = [event.path for event in events if isinstance(event, Saved | Known | Failed)]
    assert sorted(found) == sorted(ended)
    assert (summary.read, summary.known, len(summary.failed)) == (12, 1, 1)
    assert summary.failed[0].reason == "the file is empty"


def test_the_same_bytes_under_another_name_are_known(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(NOTE)
    run(folder, store)
    (folder / "a.txt").rename(folder / "b.txt")
    assert run(folder, store)[0].known == 1
    assert store.counts().reports == 1


def test_the_original_is_kept_and_the_report_tells_its_grade(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_bytes(NOTE.encode("utf-16"))
    options = Options(
        source="đường dây nóng", date=date(2025, 3, 1), reliability="B", credibility=2
    )
    _, events = run(folder, store, options)
    (saved,) = [event for event in events if isinstance(event, Saved)]
    page = store.report(saved.report)
    assert page.text == NOTE
    assert (page.card.source, page.card.date) == ("đường dây nóng", date(2025, 3, 1))
    originals = Originals(tmp_path / "originals")
    assert originals.open(page.original) == NOTE.encode("utf-16")


def test_an_original_that_is_missing_is_kept_when_its_report_comes_again(
    tmp_path: Path, store: Store
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(NOTE)
    attached = Attachment("ghi chú.txt", b"Lan khai.", "text/plain")
    write_eml(folder / "b.eml", "Tin báo", ("Xem tệp.",), attachments=(attached,))
    assert run(folder, store)[0].read == 3
    shutil.rmtree(tmp_path / "originals")
    assert run(folder, store)[0].known == 3
    originals = Originals(tmp_path / "originals")
    for data in ((folder / "a.txt").read_bytes(), (folder / "b.eml").read_bytes(), b"Lan khai."):
        assert originals.open(hashlib.sha256(data).hexdigest()) == data


def test_a_wrongly_named_file_is_told(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.pdf").write_text(NOTE)
    summary, events = run(folder, store)
    assert summary.read == 1
    assert Misnamed(str(folder / "a.pdf"), ".pdf", "text/plain") in events


def test_an_attachment_that_failed_gets_its_chance_when_the_mail_is_known(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from demo.writers import write_png

    write_png(tmp_path / "a.png", "Báo cáo", (NOTE,))
    picture = Attachment("ảnh.png", (tmp_path / "a.png").read_bytes(), "image/png")
    folder = tmp_path / "reports"
    folder.mkdir()
    write_eml(folder / "a.eml", "Tin báo", ("Xem ảnh.",), attachments=(picture,))
    with monkeypatch.context() as without:
        without.setenv("TESSDATA_PREFIX", str(tmp_path))
        first, _ = run(folder, store)
    assert (first.read, [one.kind for one in first.failed]) == (1, ["NoRecognition"])
    second, _ = run(folder, store)
    assert (second.read, second.known, second.failed) == (1, 1, ())


def test_paths_of_an_upload_are_told_from_its_folder(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(NOTE)
    _, events = run(folder, store, Options(relative_to=folder))
    assert Found("a.txt") in events


def test_cancelled_stops_between_batches_with_whole_reports(reports: Path, store: Store) -> None:
    cancelled = threading.Event()

    def stop(event: Event) -> None:
        if isinstance(event, Saved):
            cancelled.set()

    write_notes(reports, 120, 7)
    summary = ingest(
        [reports], store, Originals(reports.parent / "originals"), Options(), stop, cancelled
    )
    assert summary.cancelled
    assert 0 < summary.read < 120
    assert store.counts().reports == summary.read
    rest, _ = run(reports, store)
    assert rest.read + summary.read == 120


def test_two_workers_save_the_same_graph(reports: Path, store: Store, clean_graph: Address) -> None:
    summary, _ = run(reports, store, Options(workers=2))
    assert summary.read == 12
    assert store.counts().reports == 12
