"""Who is who: pairs to decide on, side by side, and what was decided taken back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import cast

from flask import Blueprint, Response, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as Redirect

from graph.deciding import Signed
from graph.proposals import COMPARED
from graph.records import Judgement
from graph.views import Proposal
from web import fields
from web.answer import answer
from web.current import reviewer, store
from web.errors import BadInput
from web.glance import forget
from web.links import local_path

bp = Blueprint("identities", __name__, url_prefix="/identities")

PAGE = 20
HITS = 10
JUDGEMENTS = ("same", "different", "unsure")


@bp.get("")
def index() -> Response:
    before = fields.words_of("before") or None
    weak = fields.switch("weak")
    type = fields.one("type", COMPARED, "Person") or "Person"
    pairs, following = store().identity_queue(type=type, limit=PAGE, before=before, weak=weak)
    return answer(
        pairs=pairs,
        next=following,
        before=before,
        weak=weak,
        type=type,
        types=COMPARED,
        done=done(),
    )


@bp.post("/batch")
def batch() -> Redirect:
    """Judge the pairs that were ticked the same, all at once."""
    pairs = [_pair(value) for value in request.form.getlist("pair")]
    if not pairs:
        raise BadInput("pair", "", gettext("at least one pair"))
    return _back_to(_queue(fields.one("type", COMPARED)), judge(pairs, "same"))


@bp.get("/<entity_id>")
def candidates(entity_id: str) -> Response:
    """Show who else one entity may be: proposals, and what a search finds."""
    entity = store().entity(entity_id, appearances=5)
    query = fields.words_of("q")
    hits = store().search(query, types=[entity.card.type], limit=HITS).hits if query else ()
    return answer(
        entity=entity,
        proposals=store().proposals(entity_id),
        query=query,
        hits=[hit for hit in hits if hit.entity and hit.entity.id != entity_id],
    )


@bp.get("/<left>/<right>")
def show(left: str, right: str) -> Response | Redirect:
    if left == right:
        # the two have become one
        return redirect(url_for("entities.show", entity_id=left, done=list(done())))
    comparison = store().comparison(left, right)
    return answer(
        comparison=comparison,
        following=following(left, right, comparison.left.entity.card.type),
        compared=COMPARED,
        done=done(),
    )


@bp.post("/<left>/<right>/judgements")
def review(left: str, right: str) -> Redirect:
    """Append a judgement of two entities, and go on to the pair that the page found to be next."""
    judgement = fields.one("judgement", JUDGEMENTS)
    if judgement is None:
        raise BadInput("judgement", "", ", ".join(JUDGEMENTS))
    onward = request.form.get("onward", "")
    ids = judge([(left, right)], cast(Judgement, judgement))
    if request.form.get("next"):
        return _back_to(local_path(request.form["next"]), ids)
    if not onward:
        return _back_to(_queue(fields.one("type", COMPARED)), ids)
    after, other = _pair(onward)
    return _back_to(url_for("identities.show", left=after, right=other), ids)


@bp.post("/withdrawals")
def withdraw() -> Redirect:
    """Take judgements back; what they joined or parted follows."""
    store().withdraw(request.form.getlist("review"), signed())
    forget()
    return redirect(local_path(request.form.get("next")), code=303)


def judge(pairs: Sequence[tuple[str, str]], judgement: Judgement) -> tuple[str, ...]:
    """Append a judgement of pairs in the name of who is asking."""
    ids = store().judge_entities(pairs, judgement, signed())
    forget()
    return ids


def signed() -> Signed:
    """Say who judges, now, and why."""
    return Signed(reviewer(), datetime.now(UTC), fields.words_of("reason", longest=2000))


def following(left: str, right: str, type: str) -> Proposal | None:
    """Find the pair that comes after this one in the queue, or the first of another."""
    if type not in COMPARED:
        return None
    pairs, _ = store().identity_queue(type=type, limit=PAGE)
    order = [frozenset((pair.left.id, pair.right.id)) for pair in pairs]
    this = frozenset((left, right))
    at = order.index(this) + 1 if this in order else 0
    return next((pair for pair in pairs[at:]), None)


def _queue(type: str | None) -> str:
    return url_for("identities.index", type=None if type == "Person" else type)


def done() -> tuple[str, ...]:
    """Name the judgements made just before this page, so that they can be taken back."""
    return tuple(request.args.getlist("done"))[:PAGE]


def _back_to(address: str, reviews: Sequence[str]) -> Redirect:
    path, _, anchor = address.partition("#")
    query = "&".join(f"done={id}" for id in reviews[:PAGE])
    joint = "&" if "?" in path else "?"
    return redirect(f"{path}{joint}{query}{'#' + anchor if anchor else ''}", code=303)


def _pair(value: str) -> tuple[str, str]:
    left, _, right = value.partition(" ")
    if not left or not right:
        raise BadInput("pair", value, gettext("two ids with a blank between them"))
    return left, right
