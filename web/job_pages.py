"""The page of one job: how far it is, what became of each file."""

from typing import Any

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as Redirect

from web.answer import answer, wants_json
from web.current import jobs
from web.glance import forget
from web.jobs import Job

bp = Blueprint("job_pages", __name__, url_prefix="/jobs")


@bp.get("/<job_id>")
def show(job_id: str) -> Response:
    job = jobs().get(job_id)
    return answer(job=as_values(job)) if wants_json() else answer(job=job)


@bp.get("/<job_id>/progress")
def progress(job_id: str) -> str:
    """Give the part of the page that changes while the job runs."""
    job = jobs().get(job_id)
    if job.over:
        forget()
    return render_template("job_pages/_progress.html", job=job)


@bp.post("/<job_id>/cancel")
def cancel(job_id: str) -> Redirect:
    job = jobs().cancel(job_id)
    return redirect(url_for("job_pages.show", job_id=job.id), code=303)


@bp.get("/glance")
def glance() -> str:
    """Give the part of the top bar that tells of inbox and jobs."""
    return render_template("_glance.html")


def as_values(job: Job) -> dict[str, Any]:
    """Say of a job what its page says."""
    return {
        "id": job.id,
        "state": job.state,
        "names": job.names,
        "submitted": job.submitted,
        "found": job.found,
        "done": job.done,
        "read": job.count("read"),
        "known": job.count("known"),
        "failed": job.count("failed"),
        "files": job.lines,
    }
