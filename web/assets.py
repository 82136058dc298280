"""Scripts and styles that come inside installed packages, served from there."""

import importlib.util
from pathlib import Path

from flask import Blueprint, Response, abort, send_file

bp = Blueprint("assets", __name__, url_prefix="/packaged")

PACKAGED = {
    "vis-network.js": ("pyvis", "templates/lib/vis-9.1.2/vis-network.min.js"),
    "vis-network.css": ("pyvis", "templates/lib/vis-9.1.2/vis-network.css"),
    "htmx.js": ("js_lib_htmx", "static/htmx/htmx.min.js"),
}


def packaged_path(name: str) -> Path:
    """Find a packaged file without importing its package (one of them needs Django to)."""
    package, inside = PACKAGED[name]
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"{name} comes with the package {package}, which is not installed")
    return Path(spec.submodule_search_locations[0], inside)


@bp.get("/<name>")
def packaged(name: str) -> Response:
    if name not in PACKAGED:
        abort(404)
    return send_file(packaged_path(name), max_age=86_400)
