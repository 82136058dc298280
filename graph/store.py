"""The store: everything that the rest of filrouge may ask of the graph, or tell it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from types import TracebackType
from typing import Any, Self

from graph.acts import acts
from graph.address import Address
from graph.batches import row_count, transactions
from graph.comparing import comparison, proposals_of, queue
from graph.connection_pages import (
    claim_ids,
    connection_groups,
    connection_history,
    connection_quotes,
    one_connection,
)
from graph.counting import counts
from graph.database import Database
from graph.deciding import Signed, judge_pairs, part, withdraw
from graph.entity_lines import entity_lines
from graph.entity_pages import entity_page, entity_sentences
from graph.errors import OutOfMemory, TooLarge
from graph.fingerprint import fingerprint
from graph.handover_pages import handovers_page
from graph.handovers import change_hands
from graph.inboxes import inbox
from graph.networks import network, scope
from graph.rebuilding import Progress, rebuild
from graph.records import Filing, Handover, IdentityReview, Judgement, Review
from graph.report_pages import newest_reports, report_page
from graph.reviewing import add_judgements, add_review
from graph.route_pages import entity_routes
from graph.saving import known_reports, save_filings
from graph.schema import prepare
from graph.searching import asked, search, suggest
from graph.views import (
    Act,
    Comparison,
    Connection,
    ConnectionGroup,
    Counts,
    Entity,
    Handovers,
    Hit,
    InboxItem,
    Network,
    Proposal,
    Quote,
    ReportCard,
    ReportPage,
    RouteView,
    SearchPage,
)


class Store:
    """A graph store at one address; one driver for the whole process, safe in threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def connect(cls, address: Address, *, timeout: float = 30) -> Self:
        """Open a store; raises Unreachable or Refused when there is none or it lets us not in."""
        return cls(Database.connect(address, timeout=timeout))

    def close(self) -> None:
        """Close all connections to the server."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def prepare(self) -> None:
        """Make constraints and indexes where they are missing, and wait for them."""
        prepare(self._database)

    def known(self, report_ids: Iterable[str]) -> frozenset[str]:
        """Say which of the reports are in the store already."""
        return self._database.read(known_reports, list(report_ids))

    def save(self, filings: Sequence[Filing]) -> None:
        """Save reports whole, with all that follows; those that are known change nothing.

        Raises TooLarge, naming the largest of the reports that were to be saved together, where
        the server has too little memory for them; none of these is saved then.
        """
        for group in transactions(filings):
            try:
                self._database.write(save_filings, group)
            except OutOfMemory as error:
                largest = max(group, key=row_count)
                raise TooLarge(largest.report.path, error.why) from error

    def review(self, review: Review) -> None:
        """Add a verdict on claims or leads; their connections follow in the same transaction."""
        self._database.write(add_review, review)

    def judge(self, *reviews: IdentityReview) -> None:
        """Add judgements of identity; entities are joined or parted in the same transaction."""
        self._database.write(add_judgements, reviews)

    def judge_entities(
        self, pairs: Sequence[tuple[str, str]], judgement: Judgement, signed: Signed
    ) -> tuple[str, ...]:
        """Judge pairs of entities as they stand, and answer the ids of the judgements.

        Raises Missing for one that is not there, or Moved for an old address.
        """
        return self._database.write(judge_pairs, list(pairs), judgement, signed)

    def part(self, entity_id: str, appearances: Sequence[str], signed: Signed) -> tuple[str, ...]:
        """Take some appearances of an entity for another's; answer the ids of the judgements."""
        return self._database.write(part, entity_id, list(appearances), signed)

    def withdraw(self, reviews: Sequence[str], signed: Signed) -> None:
        """Take judgements of identity back, by id."""
        self._database.write(withdraw, list(reviews), signed)

    def change_hands(self, entity_id: str, handover: Handover) -> None:
        """Say that a number changed hands on a day, or take that back; its holders follow.

        Raises Conflict for what cannot change hands, or where nothing is known from before.
        """
        self._database.write(change_hands, entity_id, handover)

    def handovers(self, entity_id: str) -> Handovers:
        """Read when a number changed hands, and when it may have; nothing for what does not."""
        return self._database.read(handovers_page, entity_id)

    def acts(self, entity_id: str) -> tuple[Act, ...]:
        """List what reviewers judged of an entity's identity, newest first."""
        return self._database.read(acts, entity_id)

    def comparison(self, left: str, right: str) -> Comparison:
        """Lay two entities side by side; raises Missing, or Moved for an old address of one."""
        return self._database.read(comparison, left, right)

    def proposals(self, entity_id: str) -> tuple[Proposal, ...]:
        """List what a reviewer is asked about for one entity, likeliest first."""
        return self._database.read(proposals_of, entity_id)

    def identity_queue(
        self,
        *,
        type: str = "Person",
        limit: int = 20,
        before: str | None = None,
        weak: bool = False,
    ) -> tuple[tuple[Proposal, ...], str | None]:
        """List pairs to decide on, last seen first, and the next cursor.

        ``type`` is Person, Organization, Place or Vehicle.
        ``weak`` are those, too, of whom little more than a part of the name is the same.
        """
        return self._database.read(queue, type, limit, before, weak)

    def rebuild(self, progress: Progress | None = None) -> None:
        """Compute the derived layer anew; ``progress`` is told reports done and their number."""
        rebuild(self._database, progress)

    def fingerprint(self) -> str:
        """Digest the derived layer: equal after a rebuild, or something is wrong."""
        return self._database.survey(fingerprint)

    def entity_lines(self, type: str | None = None) -> Iterator[dict[str, Any]]:
        """Read every entity in full, or those of one type: what ``filrouge entities`` prints."""
        return entity_lines(self._database, type)

    def counts(self) -> Counts:
        """Count what the store holds."""
        return self._database.read(counts)

    def search(
        self,
        query: str,
        *,
        types: Collection[str] = (),
        place: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 30,
        offset: int = 0,
    ) -> SearchPage:
        """Find entities by name or part of a number, and reports by their words.

        ``types`` are types of entities, or "Report"; the counts of the page are those without
        this filter, so that they can stand beside it. Dates are those of reports.
        """
        question = asked(query, types, place, since, until)
        return self._database.read(search, question, limit, offset)

    def suggest(self, prefix: str, *, limit: int = 8) -> tuple[Hit, ...]:
        """Find entities while the name or number is being typed."""
        return self._database.read(suggest, prefix, limit)

    def reports(
        self, *, limit: int = 30, before: str | None = None
    ) -> tuple[tuple[ReportCard, ...], str | None]:
        """List reports, last received first, and the cursor of the next page if there is one."""
        return self._database.read(newest_reports, limit, before)

    def report(self, report_id: str) -> ReportPage:
        """Read a report in full; raises Missing."""
        return self._database.read(report_page, report_id)

    def entity(self, entity_id: str, *, appearances: int = 50, offset: int = 0) -> Entity:
        """Read an entity; raises Missing, or Moved for an old address of it."""
        return self._database.read(entity_page, entity_id, appearances, offset)

    def sentences(self, entity_id: str, *, limit: int = 20, offset: int = 0) -> tuple[Quote, ...]:
        """Quote the sentences that mention an entity, newest report first."""
        return self._database.read(entity_sentences, entity_id, limit, offset)

    def routes(self, entity_id: str, *, limit: int = 100) -> tuple[RouteView, ...]:
        """Read the routes that an entity is part of, newest report first."""
        return self._database.read(entity_routes, entity_id, limit)

    def connections(self, entity_id: str, *, each: int = 20) -> tuple[ConnectionGroup, ...]:
        """Gather an entity's connections by kind and direction, leads last.

        Counts leave rejected connections out; lists end with them. A kind that says the same in
        both directions (family, associates, leads) is one group.
        """
        return self._database.read(connection_groups, entity_id, each)

    def connection(self, connection_id: str) -> Connection:
        """Find a connection; raises Missing."""
        return self._database.read(one_connection, connection_id)

    def quotes(self, connection_id: str, *, limit: int = 20, offset: int = 0) -> tuple[Quote, ...]:
        """Quote what a connection rests on, newest first, and last what denies it."""
        return self._database.read(connection_quotes, connection_id, limit, offset)

    def claims(self, connection_id: str) -> tuple[str, ...]:
        """Name all claims and leads that count towards a connection: the targets of a review."""
        return self._database.read(claim_ids, connection_id)

    def history(self, connection_id: str) -> tuple[Review, ...]:
        """List the reviews of a connection's claims, newest first."""
        return self._database.read(connection_history, connection_id)

    def network(
        self,
        centers: Sequence[str],
        *,
        depth: int = 1,
        kinds: Collection[str] | None = None,
        leads: bool = False,
        limit: int = 300,
        since: date | None = None,
        until: date | None = None,
    ) -> Network:
        """Collect what is joined around entities; raises Missing or Moved for a center.

        Confirmed connections come first, then those with most claims; rejected ones never.
        ``hidden`` counts, for each entity shown, the neighbours that the limit left out.
        """
        chosen = scope(kinds, leads, limit, since, until)
        return self._database.read(network, tuple(dict.fromkeys(centers)), depth, chosen)

    def inbox(
        self,
        *,
        state: str = "waiting",
        kind: str | None = None,
        leads: bool = False,
        limit: int = 20,
        before: str | None = None,
    ) -> tuple[tuple[InboxItem, ...], str | None]:
        """List connections to review, or reviewed ones, newest first, and the next cursor."""
        return self._database.read(inbox, state, kind, leads, limit, before)
