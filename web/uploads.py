"""The page where reports are added."""

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Literal

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext
from werkzeug.datastructures import FileStorage

from ingest.options import Options
from web import fields
from web.answer import answer, wants_json
from web.current import config, jobs
from web.errors import BadInput
from web.words import CREDIBILITY, RELIABILITY

bp = Blueprint("uploads", __name__, url_prefix="/uploads")

LONGEST_NAME = 180
READ_AS: dict[str, Literal["vi", "fr", "en"]] = {"vi": "vi", "fr": "fr", "en": "en"}
FORBIDDEN = {ord(sign): "_" for sign in '\\/:*?"<>|\0'} | dict.fromkeys(range(32), "_")


@bp.get("")
def index() -> Response:
    return answer(options=config().ingest, limit=config().upload_limit_bytes, jobs=jobs().all())


@bp.post("")
def create() -> Response:
    """Take the files of a form, put them on the list of jobs and go to the job's page."""
    options = options_of(config().ingest)
    files = [file for file in request.files.getlist("files") if file.filename]
    if not files:
        raise BadInput("files", "", gettext("at least one file"))
    folder = jobs().open_folder()
    names = [keep(file, folder) for file in files]
    job = jobs().submit(folder, names, options)
    address = url_for("job_pages.show", job_id=job.id)
    response = Response(status=303, headers={"Location": address})
    if wants_json():
        response = answer(202, job=job.id, address=address)
    return response


def options_of(default: Options) -> Options:
    """Read what the form says of the reports it brings."""
    credibility = fields.one("credibility", CREDIBILITY)
    chosen = fields.one("language", READ_AS)
    return replace(
        default,
        source=fields.words_of("source") or default.source,
        date=fields.day_of("date") or default.date,
        language=READ_AS[chosen] if chosen else default.language,
        reliability=fields.one("reliability", RELIABILITY) or default.reliability,
        credibility=int(credibility) if credibility else default.credibility,
        handling=fields.words_of("handling", longest=40) or default.handling,
    )


def keep(file: FileStorage, folder: Path) -> str:
    """Save one uploaded file under its own name, which can lead nowhere else."""
    inside = PurePosixPath(*safe_parts(file.filename or ""))
    target = folder / inside
    if target.exists():
        inside = PurePosixPath(f"{len(list(folder.rglob('*')))}", inside)
        target = folder / inside
    target.parent.mkdir(parents=True, exist_ok=True)
    file.save(target)
    return str(inside)


def safe_parts(name: str) -> tuple[str, ...]:
    """Cut a name into parts that stay within a folder: no way up, no root, no odd signs."""
    parts = [part.translate(FORBIDDEN).strip(" ") for part in name.replace("\\", "/").split("/")]
    kept = [shorten(part) for part in parts if part not in {"", ".", ".."}]
    return tuple(kept[-6:]) or ("unnamed",)


def shorten(part: str) -> str:
    """Shorten a name that a disk would refuse, keeping its suffix."""
    encoded = part.encode()
    if len(encoded) <= LONGEST_NAME:
        return part
    suffix = PurePosixPath(part).suffix[:20]
    stem = encoded[: LONGEST_NAME - len(suffix.encode())].decode(errors="ignore")
    return stem + suffix
