"""One answer for a page and its JSON twin, made from the same values."""

from typing import Any

from flask import Response, jsonify, make_response, render_template, request

from web.serialise import as_json


def wants_json() -> bool:
    """Tell whether the request asks for the JSON twin, by its address or its Accept header."""
    if request.args.get("format") == "json":
        return True
    accepted = request.accept_mimetypes
    return accepted.best_match(["text/html", "application/json"]) == "application/json"


def answer(status: int = 200, /, **values: Any) -> Response:
    """Show ``values`` in the template named after the endpoint, or as JSON when asked for."""
    if wants_json():
        response = jsonify({name: as_json(value) for name, value in values.items()})
    else:
        endpoint = request.endpoint or ""
        response = make_response(render_template(f"{endpoint.replace('.', '/')}.html", **values))
    response.status_code = status
    response.vary.add("Accept")
    return response
