"""The application factory: parts in, pages out."""

from datetime import timedelta

from flask import Flask
from flask_wtf.csrf import CSRFProtect

from graph.store import Store
from ingest.originals import Originals
from web import (
    account,
    assets,
    connections,
    entities,
    failures,
    guide,
    identities,
    inbox,
    job_pages,
    networks,
    reports,
    search,
    start,
    uploads,
)
from web.catalogs import Languages
from web.config import Config
from web.current import EXTENSION, Parts, language
from web.jobs import Jobs
from web.security import protect
from web.template_words import teach

BLUEPRINTS = (
    start.bp,
    search.bp,
    entities.bp,
    networks.bp,
    connections.bp,
    reports.bp,
    inbox.bp,
    identities.bp,
    uploads.bp,
    job_pages.bp,
    account.bp,
    guide.bp,
    assets.bp,
)
MOST_FILES = 20_000
"""How many files one upload may hold; a folder of a year's notes has a few thousand."""


def create_app(store: Store, originals: Originals, config: Config) -> Flask:
    """Make the application that shows ``store`` and takes reports into it."""
    app = Flask("web")
    app.config.update(
        SECRET_KEY=config.secret_key,
        TESTING=config.testing,
        MAX_CONTENT_LENGTH=config.upload_limit_bytes,
        MAX_FORM_PARTS=MOST_FILES,
        SESSION_COOKIE_NAME="filrouge",
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_HTTPONLY=True,
        PERMANENT_SESSION_LIFETIME=timedelta(days=365),
        WTF_CSRF_TIME_LIMIT=None,  # a page may stand open for a whole shift
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    jobs = Jobs(store, originals, config.home / "uploads")
    app.extensions[EXTENSION] = Parts(store, originals, config, jobs)
    # The check of the host comes before that of the form, which may read a whole upload.
    protect(app)
    CSRFProtect(app)
    Languages(app, default_locale="en", locale_selector=language)
    teach(app)
    failures.register(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
