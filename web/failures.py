"""One table from errors to answers: what went wrong, why, and what to do next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import (
    Flask,
    Response,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext, lazy_gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response as Redirect

from graph import errors as graph
from web.answer import wants_json
from web.current import config
from web.errors import BadInput, ForeignHost, NoOriginal, NoSuchJob
from web.figures import size

_ = lazy_gettext


@dataclass(frozen=True, slots=True)
class Failure:
    """What a reader is told of an error: what, why, and the next step."""

    title: str
    why: str
    next: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``why`` says more from the error's own facts."""

    status: int
    title: str
    next: str
    why: Callable[[Exception], str] = str


def _bad_input(error: Exception) -> str:
    assert isinstance(error, BadInput)
    said = gettext(
        "The field “%(field)s” holds “%(value)s”; it should be %(expected)s.",
        field=error.field,
        value=error.value,
        expected=error.expected,
    )
    return str(said)


def _missing(error: Exception) -> str:
    assert isinstance(error, graph.Missing)
    what = {
        "entity": gettext("There is no entity with the id %(id)s.", id=error.id),
        "report": gettext("There is no report with the id %(id)s.", id=error.id),
        "connection": gettext("There is no connection with the id %(id)s.", id=error.id),
    }
    return str(what.get(error.what, error))


TABLE: dict[type[Exception], Row] = {
    graph.Unreachable: Row(
        503,
        _("The graph store does not answer"),
        _("Start it with “filrouge db start”, or check FILROUGE_NEO4J_URI. Then try again."),
    ),
    graph.Refused: Row(
        503,
        _("The graph store does not let us in"),
        _("Check the user and the password that filrouge was started with."),
    ),
    graph.Missing: Row(
        404,
        _("This is not in the store"),
        _("Search for it, or go back to where you came from."),
        _missing,
    ),
    graph.OutOfMemory: Row(
        503,
        _("The graph store has too little memory"),
        _("Give Neo4j more memory (FILROUGE_NEO4J_HEAP), or ask for less. Then try again."),
    ),
    graph.TooSlow: Row(
        504,
        _("The graph store took too long"),
        _("Ask for less: fewer steps, fewer kinds, a shorter time. Then try again."),
    ),
    graph.Conflict: Row(
        409,
        _("This can't be done now"),
        _("Nothing was changed. Wait a little and try again."),
    ),
    BadInput: Row(
        400,
        _("Something in the form does not fit"),
        _("Go back, correct it and send it again. Nothing was changed."),
        _bad_input,
    ),
    NoSuchJob: Row(
        404,
        _("This upload is no longer on the list"),
        _("Uploads are forgotten when the server stops. What was read is among the reports."),
    ),
    NoOriginal: Row(
        404,
        _("The original is not on this machine"),
        _("Its text is kept in the graph. Add the file again to keep the original here too."),
    ),
    ForeignHost: Row(
        421,
        _("This server does not answer to that name"),
        _("Use the address that “filrouge serve” printed, or add the name to its settings."),
    ),
    CSRFError: Row(
        400,
        _("The form has expired"),
        _("Load the page again and send it once more. Nothing was changed."),
        lambda error: gettext("The form was opened before the server was started anew."),
    ),
}

BY_STATUS: dict[int, Row] = {
    404: Row(
        404,
        _("There is no such page"),
        _("Check the address, or search for what you need."),
        lambda error: gettext("Nothing is served at %(path)s.", path=request.path),
    ),
    405: Row(
        405,
        _("This page can't be asked that way"),
        _("Go back and use the buttons of the page."),
        lambda error: gettext(
            "%(path)s does not take %(method)s.", path=request.path, method=request.method
        ),
    ),
    413: Row(
        413,
        _("The upload is too large"),
        _("Add the files in several goes, or use “filrouge ingest FOLDER”."),
        lambda error: gettext(
            "All files together may have %(limit)s.", limit=size(config().upload_limit_bytes)
        ),
    ),
    500: Row(
        500,
        _("The server made a mistake"),
        _("Try again. If it comes back, tell whoever runs filrouge when; the log says more."),
        lambda error: gettext("This is a fault of the program, not of what you did."),
    ),
}


def register(app: Flask) -> None:
    """Answer every expected error by the table, as a page or as JSON."""
    for kind in TABLE:
        app.register_error_handler(kind, show_error)
    app.register_error_handler(graph.Moved, show_moved)
    app.register_error_handler(HTTPException, show_http_error)


def show_error(error: Exception) -> Response:
    """Answer an error of ours by its row, or by that of the nearest class above it."""
    return _answer(next(TABLE[kind] for kind in type(error).__mro__ if kind in TABLE), error)


def show_http_error(error: HTTPException) -> Response | HTTPException:
    """Answer an error of HTTP by its status; redirects stay what they are."""
    if error.code is None or error.code < 400:
        return error
    row = BY_STATUS.get(error.code) or BY_STATUS[500 if error.code >= 500 else 404]
    if error.code not in BY_STATUS and not isinstance(error, InternalServerError):
        row = Row(error.code, row.title, row.next, lambda _: str(error.description or error.name))
    return _answer(row, error)


def show_moved(error: graph.Moved) -> Redirect:
    """Send an old address of an entity on to where it is now."""
    named = {
        name: error.new if value == error.old else value
        for name, value in (request.view_args or {}).items()
    }
    arguments: dict[str, Any] = {**named, **request.args.to_dict(flat=False)}
    return redirect(url_for(request.endpoint or "entities.show", **arguments), code=308)


def _answer(row: Row, error: Exception) -> Response:
    failure = Failure(str(row.title), row.why(error), str(row.next))
    if wants_json():
        response = jsonify(
            error={
                "status": row.status,
                "title": failure.title,
                "why": failure.why,
                "next": failure.next,
            }
        )
    elif request.headers.get("HX-Request"):
        response = make_response(render_template("failures/_part.html", failure=failure))
    else:
        response = make_response(
            render_template("failures/show.html", failure=failure, status=row.status)
        )
    response.status_code = row.status
    return response
