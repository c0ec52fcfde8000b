"""The pages of body and bureau, the public list, and its addresses for programs."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.matters.data.load import load_samples, rows
from disputes.matters.enums import Level
from disputes.matters.models import Matter, MatterSample
from governance.flow import engine
from governance.people.enums import Role
from governance.people.establish import BUREAUS
from governance.places.services import rows as csv_rows
from tests import actors
from tests.disputes.matters.conftest import TEXTS, changed

LIST, CREATE, PUBLIC = reverse("matters_list"), reverse("matters_create"), reverse("matters")
JSON, CSV = reverse("matters_json"), reverse("matters_csv")
TYPED = {**TEXTS, "submission": "6f1c2f6e-5f0c-4b7e-9d7a-0d7e6a3f5b13"}


def step_url(matter, name):
    return reverse("matters_take_step", args=[matter.number, name])


def test_the_ordinary_way_can_be_walked_and_is_drafted_once(signed_in, body, justice):
    client = signed_in(body)
    assert [client.post(CREATE, TYPED).status_code for _twice in range(2)] == [302, 302]
    matter = Matter.objects.get()
    assert signed_in(justice).post(step_url(matter, "agree"), {"note": "同意。"}).status_code == 302
    typed = {**changed(remedy="另有途径。"), "note": "补充。"}
    assert signed_in(body).post(step_url(matter, "revise"), typed).status_code == 302
    page = signed_in(justice).get(matter.get_absolute_url()).content.decode()
    assert "<ins>另有途径。</ins>" in page
    assert signed_in(justice).post(step_url(matter, "agree"), {}).status_code == 302
    assert (Matter.objects.get().edition, Matter.objects.get().remedy) == (2, "另有途径。")


@pytest.mark.parametrize(
    ("wrong", "value"), [("title", "短"), ("nature", "x"), ("levels", []), ("levels", ["moon"]), ("remedy", ""), ("basis", " ")]
)
def test_each_mistake_is_told_and_nothing_typed_is_lost(signed_in, body, justice, wrong, value):
    answer = signed_in(body).post(CREATE, {**TYPED, wrong: value})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {wrong})
    assert "消费者权益" in answer.content.decode()


def test_a_revision_without_a_change_is_told(signed_in, published, body):
    answer = signed_in(body).post(step_url(published, "revise"), {**changed(), "note": "无。"})
    assert (answer.status_code, "没有修改任何内容" in answer.content.decode()) == (422, True)


def test_a_model_of_the_own_line_fills_the_form_until_it_is_drafted(signed_in, body, drafting):
    client = signed_in(body)
    sample = MatterSample.objects.get(code="market-consumer")
    page = client.get(CREATE, {"sample": sample.code})
    assert (page.context["form"].initial["basis"], page.context["sample"]) == (sample.basis, sample)
    assert client.get(CREATE, {"sample": "police-minor"}).context["sample"] is None
    drafting(title=sample.title)
    assert sample not in client.get(CREATE).context["samples"]


def test_who_has_no_second_key_reads_why(signed_in, justice):
    assert "本单位不能单独拟定" in signed_in(justice).get(CREATE).content.decode()


def test_the_pages_open_and_the_desk_counts_what_waits(signed_in, matter, body, justice):
    client = signed_in(justice)
    addresses = [
        LIST,
        CREATE,
        matter.get_absolute_url(),
        reverse("matters_export"),
        step_url(matter, "agree"),
        step_url(matter, "send_back"),
    ]
    assert {client.get(address).status_code for address in addresses} == {200}
    assert "行政调解事项待会签" in client.get(reverse("desk")).content.decode()


def test_only_what_was_published_is_public(client, matter, justice, at):
    number = reverse("matter", args=[matter.number])
    assert (client.get(PUBLIC).context["page"].rows, client.get(number).status_code) == ([], 404)
    assert (client.get(JSON).json(), client.get(reverse("matter_json", args=[matter.number])).status_code) == ({"matters": []}, 404)
    engine.take(matter, "agree", by=justice, at=at)
    assert TEXTS["remedy"] in client.get(number).content.decode()


def test_a_revision_on_its_way_is_not_public(client, published, body, at):
    engine.take(published, "revise", by=body, at=at, note="机密的原因", **changed(remedy="还没会签的途径"))
    for address in (PUBLIC, JSON, CSV, reverse("matter", args=[published.number]), reverse("matter_json", args=[published.number])):
        answer = client.get(address)
        text = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
        assert published.number in text or TEXTS["title"] in text
        assert [secret for secret in ("还没会签的途径", "机密的原因", body.name) if secret in text] == [], address


def test_every_edition_stays_readable(client, published, body, justice, at):
    revised = engine.take(published, "revise", by=body, at=at, note="补充。", **changed(remedy="另有途径。"))
    engine.take(revised, "agree", by=justice, at=at)
    found = client.get(reverse("matter_json", args=[published.number])).json()
    assert (found["version"], [(one["version"], one["remedy"]) for one in found["versions"]]) == (
        2,
        [(2, "另有途径。"), (1, TEXTS["remedy"])],
    )
    page = client.get(reverse("matter", args=[published.number])).content.decode()
    assert TEXTS["remedy"] in page


def test_what_is_withdrawn_stays_and_says_so(client, published, body, justice, at):
    asked = engine.take(published, "ask_withdrawal", by=body, at=at, note="划转。")
    engine.take(asked, "agree_withdrawal", by=justice, at=at)
    assert client.get(PUBLIC).context["page"].rows == []
    assert [row.number for row in client.get(PUBLIC, {"state": "withdrawn"}).context["page"].rows] == [published.number]
    assert "撤下" in client.get(reverse("matter", args=[published.number])).content.decode()
    assert client.get(JSON).json()["matters"][0]["state"] == "withdrawn"


@pytest.mark.parametrize(
    ("query", "count"),
    [({"q": "消费者"}, 1), ({"q": "没有的事项"}, 0), ({"level": "county"}, 1), ({"level": "city"}, 0), ({"level": "x"}, 1),
     ({"body": "market"}, 1), ({"body": "water"}, 0)],
)  # fmt: skip
def test_people_and_programs_search_alike(client, published, query, count):
    assert len(client.get(PUBLIC, query).context["page"].rows) == count
    assert len(client.get(JSON, query).json()["matters"]) == count


def test_the_table_for_programs_says_what_the_article_asks(client, published, body):
    text = b"".join(client.get(CSV).streaming_content).decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text)))
    asked = ["事项", "办理层级", "实施主体", "救济途径", "依据", "状态"]
    assert [row[name] for name in asked] == [
        TEXTS["title"], "旗县区级", body.acting_post.office.name, TEXTS["remedy"], TEXTS["basis"], "有效",
    ]  # fmt: skip


def test_lists_cost_the_same_for_ten_as_for_one(signed_in, client, drafting, justice, at):
    counts = {LIST: [], PUBLIC: [], JSON: []}
    for serial in range(5):
        engine.take(drafting(title=f"事项调解之{serial}"), "agree", by=justice, at=at)
        if serial in (0, 4):
            for url, found in counts.items():
                signed_in(actors.actor(Role.LEADING_OFFICE)).get(url)
                with CaptureQueriesContext(connection) as caught:
                    client.get(url)
                found.append(len(caught))
    assert all(first == last for first, last in counts.values())


def test_the_models_are_loaded_once_and_fit_the_offices_of_the_city(db):
    assert load_samples() == {"samples": 0}
    trades = {row["code"] for row in csv_rows(BUREAUS)}
    for row in rows():
        assert row["trade"] in trades, row["code"]
        assert set(row["levels"].split("|")) <= set(Level.values), row["code"]
        assert len(row["title"]) <= 60, row["code"]


def test_conditions_are_cleared_only_where_some_are_chosen(client, db):
    pages = [client.get(PUBLIC, query).content.decode() for query in ({}, {"q": "物业"}, {"level": "county"})]
    assert ["清除条件" in page for page in pages] == [False, True, True]
