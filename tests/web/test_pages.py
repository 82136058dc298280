"""The pages and their JSON twins over a real store."""

import io
import re
import time
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph import errors as graph
from graph.store import Store
from ingest.originals import Originals
from web.failures import show_error

HUNG = "Nguyễn Văn Hùng"


def entity_id(store: Store, name: str) -> str:
    hits = store.search(name).hits
    return next(hit.entity.id for hit in hits if hit.entity and hit.entity.name == name)


def connection_id(store: Store, name: str, kind: str) -> str:
    groups = store.connections(entity_id(store, name))
    return next(one.id for group in groups if group.kind == kind for one in group.connections)


def token(client: FlaskClient) -> str:
    page = client.get("/help").text
    found = re.search(r'name="csrf-token" content="([^"]+)"', page)
    assert found
    return found.group(1)


def judge(client: FlaskClient, connection: str, verdict: str, reason: str = "") -> Any:
    return client.post(
        f"/connections/{connection}/reviews",
        data={"csrf_token": token(client), "verdict": verdict, "reason": reason},
    )


def twin(client: FlaskClient, path: str) -> Any:
    return client.get(path, headers={"Accept": "application/json"}).json


def test_an_empty_store_says_how_to_add_reports(client: FlaskClient) -> None:
    page = client.get("/").text
    assert "There are no reports here yet" in page
    assert "filrouge ingest" in page


def test_the_start_page_counts_three_reports(client: FlaskClient, filled: Store) -> None:
    assert twin(client, "/")["counts"]["reports"] == 3


def test_search_hung_finds_nguyen_van_hung(client: FlaskClient, filled: Store) -> None:
    page = client.get("/search?q=hung").text
    assert HUNG in page


@pytest.mark.parametrize("query", ["hùng nguyễn", "NGUYEN VAN HUNG", "764330", "37B 013"])
def test_search_finds_by_any_order_and_parts(
    client: FlaskClient, filled: Store, query: str
) -> None:
    found = twin(client, f"/search?q={query}")
    assert [hit for hit in found["page"]["hits"] if hit["entity"]]


def test_search_finds_words_of_a_report_and_leads_to_them(
    client: FlaskClient, filled: Store
) -> None:
    page = client.get("/search", query_string={"q": "rủ rê", "type": "Report"}).text
    assert "Lời khai của Lô Thị Vuông" in page


def test_the_type_filter_leaves_phones_alone(client: FlaskClient, filled: Store) -> None:
    found = twin(client, "/search?q=764330&type=Phone")
    assert {hit["entity"]["type"] for hit in found["page"]["hits"]} == {"Phone"}


def test_a_search_for_nothing_known_says_so(client: FlaskClient, filled: Store) -> None:
    assert "Nothing found for “qqqq”" in client.get("/search?q=qqqq").text


def test_suggestions_show_a_phone_grouped(client: FlaskClient, filled: Store) -> None:
    listed = client.get("/search/suggestions?q=764330").json
    assert "+84 912 764 330" in {one["shown"] for one in listed["entities"]}


def test_an_entity_leads_to_its_sentence_in_the_report(client: FlaskClient, filled: Store) -> None:
    connection = connection_id(filled, HUNG, "RECRUITED")
    quotes = client.get(f"/connections/{connection}/quotes").text
    address = re.search(r'href="(/reports/[^"]+#s-\d+)"', quotes)
    assert address
    page = client.get(address.group(1).replace("&amp;", "&").split("#")[0]).text
    followed = page[page.index('class="sentence followed"') :]
    assert 'class="mark t-Person thread"' in followed[:400]


def test_an_entity_page_shows_its_role_in_each_report(client: FlaskClient, filled: Store) -> None:
    page = client.get(f"/entities/{entity_id(filled, HUNG)}").text
    assert "suspect" in page
    assert "Lời khai của Lô Thị Vuông" in page


def test_the_twin_of_an_entity_has_its_connections(client: FlaskClient, filled: Store) -> None:
    found = twin(client, f"/entities/{entity_id(filled, HUNG)}")
    assert "USES_PHONE" in {group["kind"] for group in found["connections"]}


def test_a_report_marks_its_mentions_with_their_type(client: FlaskClient, filled: Store) -> None:
    (cards, _) = filled.reports()
    report = next(one for one in cards if one.title.startswith("Lời khai"))
    page = client.get(f"/reports/{report.id}").text
    assert re.search(r'<a class="mark t-Vehicle"[^>]*>37B-013.18</a>', page)


def test_the_original_is_handed_out_and_can_run_nothing(client: FlaskClient, filled: Store) -> None:
    (cards, _) = filled.reports()
    with client.get(f"/reports/{cards[0].id}/original") as answer:
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert len(answer.data) == cards[0].size


def test_the_network_joins_both_rings_by_the_phone(client: FlaskClient, filled: Store) -> None:
    found = twin(client, f"/entities/{entity_id(filled, HUNG)}/network?depth=2")
    names = {entity["name"] for entity in found["network"]["entities"]}
    assert {HUNG, "+84912764330", "Xeo Văn Pẩy"} <= names


def test_leads_are_drawn_only_when_asked_for(client: FlaskClient, filled: Store) -> None:
    address = f"/entities/{entity_id(filled, HUNG)}/network"
    without = twin(client, address)["picture"]["edges"]
    with_leads = twin(client, f"{address}?leads=1")["picture"]["edges"]
    assert "lead" not in {edge["status"] for edge in without}
    assert "lead" in {edge["status"] for edge in with_leads}


def test_script_in_a_name_stays_text_in_the_network(client: FlaskClient, filled: Store) -> None:
    page = client.get(f"/entities/{entity_id(filled, HUNG)}/network").text
    data = page[page.index('id="picture">') :]
    assert "<" not in data[len('id="picture">') : data.index("</script>")]


def test_confirming_turns_the_connection_solid(client: FlaskClient, filled: Store) -> None:
    connection = connection_id(filled, HUNG, "RECRUITED")
    assert judge(client, connection, "confirmed").status_code == 303
    assert filled.connection(connection).status == "confirmed"
    assert filled.history(connection)[0].reviewer == "Trần Minh"


def test_rejecting_takes_the_connection_out_of_the_network(
    client: FlaskClient, filled: Store
) -> None:
    connection = connection_id(filled, HUNG, "RECRUITED")
    judge(client, connection, "rejected", "another person of that name")
    found = twin(client, f"/entities/{entity_id(filled, HUNG)}/network")
    assert connection not in {edge["id"] for edge in found["picture"]["edges"]}


def test_rejecting_needs_a_reason(client: FlaskClient, filled: Store) -> None:
    connection = connection_id(filled, HUNG, "RECRUITED")
    answer = judge(client, connection, "rejected")
    assert answer.status_code == 400
    assert filled.connection(connection).status == "machine"


def test_unsure_takes_a_confirmation_back(client: FlaskClient, filled: Store) -> None:
    connection = connection_id(filled, HUNG, "RECRUITED")
    judge(client, connection, "confirmed")
    judge(client, connection, "unsure", "taken back")
    assert filled.connection(connection).status == "machine"


def test_the_inbox_shows_what_waits_and_what_was_reviewed(
    client: FlaskClient, filled: Store
) -> None:
    connection = connection_id(filled, HUNG, "RECRUITED")
    judge(client, connection, "rejected", "the sentence does not say this")
    waiting = {item["connection"]["id"] for item in twin(client, "/inbox")["items"]}
    reviewed = twin(client, "/inbox?state=reviewed")["items"]
    assert connection not in waiting
    assert [(item["connection"]["id"], item["reason"]) for item in reviewed] == [
        (connection, "the sentence does not say this")
    ]


def test_a_reviewer_sets_her_name_and_it_stands_on_the_review(
    client: FlaskClient, filled: Store
) -> None:
    client.post("/account/name", data={"csrf_token": token(client), "reviewer": "Lữ Thị Mai"})
    connection = connection_id(filled, HUNG, "RECRUITED")
    judge(client, connection, "confirmed")
    assert filled.history(connection)[0].reviewer == "Lữ Thị Mai"


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "Thêm báo cáo"), ("fr", "Ajouter des rapports")]
)
def test_the_language_is_kept(client: FlaskClient, language: str, words: str) -> None:
    client.post("/account/language", data={"csrf_token": token(client), "language": language})
    assert words in client.get("/").text


def test_going_back_after_a_setting_never_leaves_the_server(client: FlaskClient) -> None:
    answer = client.post(
        "/account/theme",
        data={"csrf_token": token(client), "theme": "dark", "next": "//elsewhere.example/"},
    )
    assert answer.location == "/"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/entities/none", 404),
        ("/entities/none/network", 404),
        ("/reports/none", 404),
        ("/connections/none", 404),
        ("/jobs/none", 404),
        ("/search?q=a&since=yesterday", 400),
        ("/search?q=a&type=Ghost", 400),
        ("/search?q=" + "a" * 600, 400),
        ("/inbox?kind=LOVES", 400),
        ("/reports?before=nonsense", 404),
    ],
)
def test_an_error_says_what_and_what_next(client: FlaskClient, path: str, status: int) -> None:
    page = client.get(path)
    said = client.get(path, headers={"Accept": "application/json"})
    assert (page.status_code, said.status_code) == (status, status)
    assert said.json["error"]["title"] in page.text
    assert said.json["error"]["next"]


def test_a_store_that_does_not_answer_is_named(app: Flask) -> None:
    with app.test_request_context("/"):
        answer = show_error(graph.Unreachable("bolt://127.0.0.1:1", "connection refused"))
    assert answer.status_code == 503
    assert "connection refused" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "error", [graph.OutOfMemory("358 MiB reached"), graph.TooLarge("a.csv", "358 MiB reached")]
)
def test_a_store_short_of_memory_says_what_to_give_it(app: Flask, error: Exception) -> None:
    with app.test_request_context("/"):
        answer = show_error(error)
    assert answer.status_code == 503
    assert "FILROUGE_NEO4J_HEAP" in answer.get_data(as_text=True)


def test_an_old_address_redirects_with_its_query(app: Flask) -> None:
    app.add_url_rule("/moved/<entity_id>", "moved", lambda entity_id: _moved(entity_id))
    answer = app.test_client().get("/moved/old?kind=SOLD")
    assert (answer.status_code, answer.location) == (308, "/moved/new?kind=SOLD")


def _moved(entity_id: str) -> str:
    if entity_id == "old":
        raise graph.Moved("old", "new")
    return entity_id


def test_a_foreign_host_gets_nothing(client: FlaskClient) -> None:
    assert client.get("/", headers={"Host": "rebound.example"}).status_code == 421


def test_a_post_without_its_token_is_refused(client: FlaskClient) -> None:
    answer = client.post("/account/theme", data={"theme": "dark"})
    assert answer.status_code == 400
    assert "The form has expired" in answer.text


def test_every_answer_carries_the_policy(client: FlaskClient) -> None:
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["Cache-Control"] == "no-store"
    assert "SameSite=Strict" in answer.headers["Set-Cookie"]


def upload(client: FlaskClient, name: str, data: bytes, **fields: str) -> Any:
    return client.post(
        "/uploads",
        data={"csrf_token": token(client), "files": (io.BytesIO(data), name), **fields},
        headers={"Accept": "application/json"},
    )


def finished(client: FlaskClient, address: str) -> Any:
    for _ in range(600):
        job = twin(client, address)["job"]
        if job["state"] in {"done", "failed", "cancelled"}:
            return job
        time.sleep(0.1)
    raise AssertionError("the upload did not end")


def test_an_upload_is_read_and_then_known(
    client: FlaskClient, store: Store, originals: Originals
) -> None:
    text = "Ngày 3/4/2024, Nguyễn Văn Hùng dùng số 0912.764.330 để gọi cho Lô Thị Vuông."
    first = upload(client, "khai.txt", text.encode(), source="Đồn Keng Đu", reliability="B")
    assert finished(client, first.json["address"])["read"] == 1
    second = upload(client, "again.txt", text.encode())
    assert finished(client, second.json["address"])["known"] == 1
    (cards, _) = store.reports()
    assert [(card.path, card.source) for card in cards] == [("khai.txt", "Đồn Keng Đu")]


def test_an_upload_that_fails_says_why(client: FlaskClient) -> None:
    answer = upload(client, "empty.txt", b"")
    job = finished(client, answer.json["address"])
    assert job["failed"] == 1
    assert job["files"][0]["reason"]


def test_an_upload_without_files_is_refused(client: FlaskClient) -> None:
    answer = client.post("/uploads", data={"csrf_token": token(client)})
    assert answer.status_code == 400
