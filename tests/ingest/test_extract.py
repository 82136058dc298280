"""What ``extract`` yields: whole readings and clear failures, in the order given."""

import os
from functools import partial
from pathlib import Path

import pytest

from demo.writers import BROKEN_WRITERS, Attachment, write_eml
from graph.records import Filing
from ingest import batch
from ingest.events import Failure
from ingest.extract_json import as_json
from ingest.limits import Limits
from ingest.options import Options
from ingest.pipeline import extract
from ingest.windows import windows

NOTE = "Nguyễn Văn Hùng (SN 1987) gọi cho Lò Thị Lan từ số 0912.764.330."


def test_broken_files_fail_with_their_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    expected = {
        "empty": "Empty",
        "empty-pdf": "Empty",
        "truncated-pdf": "Damaged",
        "truncated-docx": "Damaged",
        "encrypted-pdf": "Encrypted",
        "encrypted-docx": "Encrypted",
        "encrypted-xlsx": "Encrypted",
        "binary-noise": "UnknownFormat",
        "program-named-docx": "UnknownFormat",
        "docx-bomb": "TooLarge",
    }
    for what in expected:
        name, write = BROKEN_WRITERS[what]
        write(tmp_path / f"{what}-{name}")
    (tmp_path / "zz.txt").write_text(NOTE)
    outcomes = list(extract([tmp_path], Options()))
    failures = {
        Path(one.path).name.split("-")[0] + "-" + Path(one.path).name.split("-")[1]: one
        for one in outcomes
        if isinstance(one, Failure)
    }
    kinds = {one.kind for one in failures.values()}
    assert len([one for one in outcomes if isinstance(one, Failure)]) == len(expected)
    assert kinds == set(expected.values())
    assert all(one.reason and str(tmp_path) in one.path for one in failures.values())
    assert isinstance(outcomes[-1], Filing)


def test_a_wrongly_named_file_is_read_as_what_it_is(tmp_path: Path) -> None:
    BROKEN_WRITERS["pdf-named-txt"][1](tmp_path / "note.txt")
    (outcome,) = extract([tmp_path], Options())
    assert isinstance(outcome, Filing)
    assert outcome.report.media_type == "application/pdf"


def test_what_is_no_file_or_too_large_says_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large.txt").write_text("Hùng " * 100)
    paths = [tmp_path / "no.txt", tmp_path / "pipe", tmp_path / "large.txt"]
    outcomes = list(extract(paths, Options(limits=Limits(size=100))))
    reasons = [one.reason for one in outcomes if isinstance(one, Failure)]
    assert reasons[0] == "there is no such file"
    assert reasons[1] == "it is no ordinary file"
    assert "the limit is" in reasons[2]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTE)
    (tmp_path / "a.txt").chmod(0)
    (outcome,) = extract([tmp_path / "a.txt"], Options())
    assert isinstance(outcome, Failure)
    assert "permissions" in outcome.reason


def test_the_order_given_is_kept_over_languages(tmp_path: Path) -> None:
    texts = {
        "c.txt": NOTE,
        "a.txt": "The driver called her twice from Bangkok and then left the town.",
        "b.txt": "Le suspect a été interpellé à Orléans avec sa sœur et deux hommes.",
        "d.txt": "Lan khai đã đi xe khách ra Móng Cái rồi bị bán.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    outcomes = list(extract([tmp_path / name for name in texts], Options()))
    said = [as_json(one)["report"] for one in outcomes if isinstance(one, Filing)]
    assert [Path(one["path"]).name for one in said] == list(texts)
    assert [one["language"] for one in said] == ["vi", "en", "fr", "vi"]


def test_the_language_given_wins(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTE)
    (outcome,) = extract([tmp_path], Options(language="fr"))
    assert isinstance(outcome, Filing)
    assert outcome.report.language == "fr"


def test_every_mention_gives_back_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(("\r\n" + NOTE + "\r\n" + NOTE).encode("utf-16"))
    (outcome,) = extract([tmp_path], Options())
    assert isinstance(outcome, Filing)
    mentions = [mention for one in outcome.appearances for mention in one.mentions]
    assert mentions
    for start, end, words in mentions:
        assert outcome.report.text[start:end] == words


def test_attachments_are_reports_of_their_own(tmp_path: Path) -> None:
    inner = Attachment("ghi chú.txt", NOTE.encode(), "text/plain")
    broken = Attachment("hỏng.docx", b"PK\x03\x04 x", "application/octet-stream")
    write_eml(tmp_path / "a.eml", "Tin báo", ("Xem tệp.",), attachments=(inner, broken))
    mail, note, failure = extract([tmp_path], Options())
    assert isinstance(mail, Filing)
    assert isinstance(note, Filing)
    assert isinstance(failure, Failure)
    assert note.report.parent == mail.report.id
    assert note.report.path == f"{mail.report.path}/ghi chú.txt"
    assert failure.path.endswith("a.eml/hỏng.docx")


def test_a_mail_and_the_mails_within_it_share_one_limit(tmp_path: Path) -> None:
    notes = [Attachment(f"{n}.txt", f"Lan {n}.".encode(), "text/plain") for n in range(4)]
    write_eml(tmp_path / "inner.eml", "Bên trong", ("Xem tệp.",), attachments=notes[:3])
    inner = Attachment("inner.eml", (tmp_path / "inner.eml").read_bytes(), "text/plain")
    mail = tmp_path / "a.eml"
    write_eml(mail, "Tin báo", ("Xem tệp.",), attachments=(inner, notes[3]))
    found = list(extract([mail], Options(limits=Limits(attachments=4))))
    paths = [
        (one.report.path if isinstance(one, Filing) else one.path).removeprefix(str(mail))
        for one in found
    ]
    within = ["/inner.eml/0.txt", "/inner.eml/1.txt", "/inner.eml/…"]
    assert paths == ["", "/inner.eml", *within, "/3.txt"]
    (failure,) = [one for one in found if isinstance(one, Failure)]
    assert failure.reason.startswith("1 more attachments; the limit is 4")


def test_a_text_of_many_windows_is_one_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "windows", partial(windows, longest=500))
    (tmp_path / "a.txt").write_text(f"{NOTE} " * 30)
    (outcome,) = extract([tmp_path], Options())
    assert isinstance(outcome, Filing)
    assert len(windows(outcome.report.text, 500)) > 3
    phones = [one for one in outcome.appearances if one.type == "Phone"]
    assert len(phones) == 1
    assert len(phones[0].mentions) == 30


def test_two_workers_read_the_same_as_one(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"Báo cáo số {number}. {NOTE}")
    one = [as_json(found) for found in extract([tmp_path], Options()) if isinstance(found, Filing)]
    two = [
        as_json(found)
        for found in extract([tmp_path], Options(workers=2))
        if isinstance(found, Filing)
    ]
    assert one == two
    assert len(one) == 6
