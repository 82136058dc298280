"""The pages of reports: the list, one report with its marks, and its original."""

from flask import Blueprint, Response, send_file

from web import fields
from web.answer import answer, wants_json
from web.current import parts, store
from web.errors import NoOriginal
from web.links import here
from web.marks import present, stretches
from web.security import ORIGINAL_POLICY

bp = Blueprint("reports", __name__, url_prefix="/reports")

PAGE = 50
WINDOW = 60_000
"""Characters of a report shown at once: a few hundred pages of print would stop a browser."""
LONGEST_TEXT = 1_000_000_000


@bp.get("")
def index() -> Response:
    cursor = fields.words_of("before") or None
    reports, following = store().reports(limit=PAGE, before=cursor)
    return answer(reports=reports, next=following, before=cursor)


@bp.get("/<report_id>")
def show(report_id: str) -> Response:
    report = store().report(report_id)
    if wants_json():
        return answer(report=report)
    start = fields.whole("start", 0, most=LONGEST_TEXT)
    end = min(fields.whole("end", 0, most=LONGEST_TEXT), len(report.text))
    follow = fields.words_of("follow") or None
    followed = (start, end) if end > start else None
    count = max(1, -(-len(report.text) // WINDOW))
    part = min(fields.whole("part", start // WINDOW, most=LONGEST_TEXT), count - 1)
    window = (part * WINDOW, min((part + 1) * WINDOW, len(report.text)))
    quotes = [quote for _, quote in report.connections]
    quotes += [route.quote for route in report.routes]
    return answer(
        report=report,
        stretches=stretches(
            report.text,
            report.marks,
            {(quote.start, quote.end) for quote in quotes},
            report.class_phrases,
            followed=followed,
            window=window,
        ),
        present=present(report.marks),
        follow=follow,
        part=part,
        parts=count,
        part_url=lambda number: here(part=number, start=None, end=None),
    )


@bp.get("/<report_id>/original")
def original(report_id: str) -> Response:
    """Hand out the original as it came, to be kept and never to be run."""
    report = store().report(report_id)
    path = parts().originals.path(report.original)
    if not path.is_file():
        raise NoOriginal(report.card.path)
    response = send_file(
        path,
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=report.card.path.replace("\\", "/").rsplit("/", 1)[-1],
    )
    response.headers["Content-Security-Policy"] = ORIGINAL_POLICY
    return response
