"""Who is who in the pages: pairs side by side, merging, parting, taking back."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.store import Store
from tests.web.conftest import Watched, Who, filing
from tests.web.test_pages import token, twin

PO = "Vừ Bá Pó"


def seen(title: str, name: str, *facts: str, phone: bool = False) -> Any:
    who = {"one": Who("Person", name, "suspect", facts)}
    text = f"[one:{name}] bị bắt gặp ở chợ. {title}."
    if phone:
        text += " Số [phone:0912.764.330]."
        who["phone"] = Who("Phone", "+84912764330")
    return filing(title, text, who)


@pytest.fixture
def people(store: Store) -> Store:
    """Two reports of people who may be one, and a third who is not."""
    store.save(
        [
            seen("Báo cáo một", PO, "born:1982"),
            replace(seen("Báo cáo hai", "Pó")),
            seen("Báo cáo ba", "Trần Thị Liên"),
        ]
    )
    return store


def id_of(store: Store, name: str) -> str:
    return next(line["id"] for line in store.entity_lines("Person") if name in line["names"])


def decide(client: FlaskClient, path: str, **values: Any) -> Any:
    return client.post(path, data={"csrf_token": token(client), **values})


def test_the_queue_names_both_and_says_why(client: FlaskClient, people: Store) -> None:
    (pair,) = twin(client, "/identities?weak=1")["pairs"]
    assert {pair["left"]["name"], pair["right"]["name"]} == {PO, "Pó"}
    page = client.get("/identities?weak=1").text
    assert "Pó may be short for Vừ Bá Pó." in page


def test_reasons_are_said_in_the_language_of_the_reader(client: FlaskClient, people: Store) -> None:
    page = client.get("/identities?weak=1", headers={"Accept-Language": "vi"}).text
    assert "Pó có thể là tên gọi tắt của Vừ Bá Pó." in page


def test_two_stand_side_by_side_with_their_sentences(client: FlaskClient, people: Store) -> None:
    page = client.get(f"/identities/{id_of(people, PO)}/{id_of(people, 'Pó')}").text
    assert page.count("bị bắt gặp ở chợ.") == 2
    both = f"/entities/{id_of(people, PO)}/network?with={id_of(people, 'Pó')}"
    assert both in page
    assert len(twin(client, both)["network"]["center"]) == 2


def test_the_same_becomes_one_and_the_old_address_redirects(
    client: FlaskClient, people: Store
) -> None:
    left, right = id_of(people, PO), id_of(people, "Pó")
    answer = decide(client, f"/identities/{left}/{right}/judgements", judgement="same")
    assert answer.status_code == 303
    assert "done=" in answer.location
    now = id_of(people, "Pó")
    assert now == id_of(people, PO)
    (old,) = {left, right} - {now}
    assert client.get(f"/entities/{old}").location.endswith(f"/entities/{now}")
    again = client.get(f"/identities/{left}/{right}", follow_redirects=True)
    assert again.status_code == 200
    assert "judged them the same" in again.text


def test_what_was_just_decided_is_taken_back_from_the_next_page(
    client: FlaskClient, people: Store
) -> None:
    left, right = id_of(people, PO), id_of(people, "Pó")
    answer = decide(client, f"/identities/{left}/{right}/judgements", judgement="same")
    page = client.get(answer.location).text
    (review,) = re.findall(r'name="review" value="(\w+)"', page)
    assert decide(client, "/identities/withdrawals", review=review, next="/").status_code == 303
    assert id_of(people, "Pó") == right
    assert id_of(people, PO) == left


def test_different_leaves_the_queue(client: FlaskClient, people: Store) -> None:
    left, right = id_of(people, PO), id_of(people, "Pó")
    decide(
        client, f"/identities/{left}/{right}/judgements", judgement="different", reason="cousins"
    )
    assert twin(client, "/identities?weak=1")["pairs"] == []
    page = client.get(f"/entities/{left}").text
    assert "cousins" in page


def test_ticked_pairs_become_one_at_once(client: FlaskClient, people: Store) -> None:
    pair = f"{id_of(people, PO)} {id_of(people, 'Pó')}"
    assert decide(client, "/identities/batch", pair=pair).status_code == 303
    assert id_of(people, "Pó") == id_of(people, PO)


def test_a_batch_of_nothing_is_bad_input(client: FlaskClient, people: Store) -> None:
    assert decide(client, "/identities/batch").status_code == 400


def test_ticked_reports_are_parted_from_the_entity(client: FlaskClient, store: Store) -> None:
    store.save([seen(f"Báo cáo {n}", PO, "phone:+84912764330") for n in range(3)])
    whole = id_of(store, PO)
    page = client.get(f"/entities/{whole}").text
    boxes = re.findall(r'name="appearance" value="(\w+)"', page)
    assert len(boxes) == 3
    answer = decide(client, f"/entities/{whole}/parts", appearance=boxes[:1], reason="a namesake")
    assert answer.status_code == 303
    assert len({line["id"] for line in store.entity_lines("Person")}) == 2


def test_another_is_found_by_search_to_compare_with(client: FlaskClient, people: Store) -> None:
    left, other = id_of(people, PO), id_of(people, "Trần Thị Liên")
    page = client.get(f"/identities/{left}?q=lien").text
    assert f"/identities/{left}/{other}" in page


def test_keys_decide_and_take_back(watched: Watched, people: Store) -> None:
    left, right = id_of(people, PO), id_of(people, "Pó")
    page = watched.open(f"/identities/{left}/{right}")
    page.keyboard.press("s")
    page.wait_for_selector("form.done")
    page.wait_for_load_state()
    assert id_of(people, "Pó") == id_of(people, PO)
    page.keyboard.press("z")
    page.wait_for_url("**/identities")
    assert id_of(people, "Pó") == right
    assert watched.complaints == []


def test_things_have_queues_of_their_own(client: FlaskClient, store: Store) -> None:
    inns = ("nhà nghỉ Hương Rừng", "Hương Rừng")
    store.save(
        [
            filing(name, f"Họ ngủ ở [inn:{name}].", {"inn": Who("Organization", name)})
            for name in inns
        ]
    )
    (pair,) = twin(client, "/identities?type=Organization")["pairs"]
    assert {pair["left"]["name"], pair["right"]["name"]} == set(inns)
    assert twin(client, "/identities?type=Vehicle")["pairs"] == []
    assert client.get("/identities?type=Money").status_code == 400
    page = client.get(f"/entities/{pair['left']['id']}").text
    assert f"/identities/{pair['left']['id']}/{pair['right']['id']}" in page
    both = f"{pair['left']['id']} {pair['right']['id']}"
    answer = decide(client, "/identities/batch", pair=both, type="Organization")
    assert "/identities?type=Organization" in answer.location
    assert len(list(store.entity_lines("Organization"))) == 1


def test_a_number_changes_hands_and_back(client: FlaskClient, store: Store) -> None:
    holders = ((PO, date(2024, 1, 5)), ("Trần Thị Liên", date(2025, 6, 1)))
    for name, day in holders:
        who = {
            "one": Who("Person", name, "suspect", ("phone:+84912764330",)),
            "phone": Who("Phone", "+84912764330"),
        }
        text = f"[one:{name}] dùng số [phone:0912.764.330]."
        store.save([filing(name, text, who, claims=[("USES_PHONE", "one", "phone")], day=day)])
    (phone,) = (line["id"] for line in store.entity_lines("Phone"))
    page = client.get(f"/entities/{phone}").text
    assert "It may have changed hands." in page
    assert 'value="2025-06-01"' in page
    path = f"/entities/{phone}/handovers"
    answer = decide(client, path, day="2025-06-01", reason="SIM sold")
    assert answer.status_code == 303
    assert len(list(store.entity_lines("Phone"))) == 2
    page = client.get(f"/entities/{phone}").text
    assert "SIM sold" in page
    assert "The same number in other hands" in page
    decide(client, path, day="2025-06-01", withdrawn="1")
    assert len(list(store.entity_lines("Phone"))) == 1
    assert decide(client, path, day="").status_code == 400
    assert decide(client, path, day="2020-01-01").status_code == 409
