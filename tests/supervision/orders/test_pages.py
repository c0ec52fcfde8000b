"""Pages of orders: draft, notice, steps by the unit, notices, the public list."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.flow import engine
from governance.notices.models import Notice
from governance.web.formats import cn_date, cn_due
from supervision.orders.models import Order
from tests.supervision.cast import SERVICE, listed, ordered, reported, served

pytestmark = pytest.mark.django_db
ROWS = {
    "items-TOTAL_FORMS": "4",
    "items-INITIAL_FORMS": "1",
    "items-0-what": "逐件答复",
    "items-1-what": "建立台账",
    "items-1-by": f"{timezone.localdate() + timedelta(days=14)}",
}


def text(answer):
    return answer.content.decode()


def step(client, order, name, **given):
    return client.post(reverse("orders_take_step", args=[order.number, name]), {"version": order.version, "note": "", **given})


@pytest.fixture
def facts():
    return {"facts": "逾期三件。", "article": "条例第五十八条", "unit_head": "主要负责人", **ROWS}


def test_the_draft_is_written_with_its_items(signed_in, cast, at, facts):
    order = ordered(cast, at)
    answer = signed_in(cast.county).post(reverse("orders_draft", args=[order.number]), facts)
    assert answer.headers["Location"] == order.get_absolute_url()
    assert [(item.what, bool(item.by)) for item in order.items.all()] == [("逐件答复", False), ("建立台账", True)]


@pytest.mark.parametrize("wrong", [{"facts": ""}, {"items-0-what": "", "items-1-what": "", "items-1-by": ""}, {"items-1-what": ""}])
def test_a_wrong_draft_keeps_what_was_typed(signed_in, cast, at, facts, wrong):
    order = ordered(cast, at)
    answer = signed_in(cast.county).post(reverse("orders_draft", args=[order.number]), facts | wrong)
    assert answer.status_code == 422
    assert "errorlist" in text(answer)
    assert "条例第五十八条" in text(answer)


def test_what_is_served_is_written_no_more(signed_in, cast, at, facts):
    order = served(cast, at)
    url, client = reverse("orders_draft", args=[order.number]), signed_in(cast.county)
    answer = client.post(url, facts)
    assert (answer.status_code, "通知书已送达，不能再修改。" in text(answer)) == (422, True)
    assert client.get(url).headers["Location"] == order.get_absolute_url()
    assert signed_in(cast.official).post(url, facts).status_code == 403


def test_after_a_step_the_actions_above_the_case_are_those_of_its_new_state(signed_in, cast, at):
    order = ordered(cast, at)
    url = reverse("orders_take_step", args=[order.number, "serve"])
    answer = signed_in(cast.county).post(
        url, SERVICE | {"note": "", "version": order.version, "refused": ""}, headers={"hx-request": "true"}
    )
    above = text(answer).partition('id="panel"')[0].partition('<div class="two-thirds"')[0]
    assert "打印通知书" in above
    assert "修改通知书" not in above


def test_a_refusal_needs_a_witness(signed_in, cast, at):
    order = ordered(cast, at)
    answer = step(signed_in(cast.county), order, "serve", way="left", refused="on", receiver="", witness="")
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, ["witness"])


def test_the_unit_reports_on_its_own_page(signed_in, cast, at):
    order = served(cast, at)
    client = signed_in(cast.clerk)
    assert "报告整改完成" in text(client.get(order.get_absolute_url()))
    step(client, order, "report", note="已完成。", done=[order.items.get().pk])
    assert Order.objects.get().state == "reported"


def test_the_notice_on_paper_holds_what_the_law_asks(signed_in, cast, at):
    order = served(cast, at)
    paper = text(signed_in(cast.county).get(reverse("orders_print", args=[order.number])))
    assert all(word in paper for word in ("责令限期整改通知书", order.document, cast.unit.name, "第五十八条", "送达回证", "逐件答复"))


def test_the_list_costs_the_same_for_one_and_for_ten(signed_in, cast, at):
    client, costs = signed_in(cast.county), []
    for count in (1, 9):
        for _number in range(count):
            served(cast, at)
        client.get(reverse("orders_list"))
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("orders_list"))
        costs.append(len(caught))
    assert costs[0] == costs[1]


def test_the_list_is_exported(signed_in, cast, at):
    served(cast, at)
    assert signed_in(cast.county).get(reverse("orders_export"))["Content-Type"].endswith("spreadsheetml.sheet")


def test_service_is_told_to_the_unit_and_a_report_to_the_group(cast, at):
    order = served(cast, at)
    reported(cast, order, at)
    told = {rule: set(Notice.objects.filter(rule=f"orders.{rule}").values_list("recipient", flat=True)) for rule in ("served", "reported")}
    assert told == {"served": {cast.clerk.pk}, "reported": {cast.county.pk}}


def test_the_desks_of_both_sides(signed_in, cast, at):
    order = ordered(cast, at)
    cards = {str(card["label"]): card["count"] for card in signed_in(cast.county).get(reverse("desk")).context["cards"]}
    assert (cards["待送达"], cards["待复查"]) == (1, 0)
    engine.take(order, "serve", by=cast.county, at=at, **SERVICE)
    cards = {str(card["label"]): card["count"] for card in signed_in(cast.clerk).get(reverse("desk")).context["cards"]}
    assert cards["本单位限期整改"] == 1


def test_the_public_reads_what_was_published_and_nothing_else(client, cast, at):
    order, finding = served(cast, at), listed(cast, at)
    url = reverse("published_supervision")
    assert "目前没有公开的事项" in text(client.get(url))
    engine.take(finding, "publish", by=cast.county, at=at, public_text="某街道逾期未改。")
    engine.take(order, "publish", by=cast.county, at=at, public_text="责令限期整改。")
    listings = text(client.get(url))
    assert "某街道逾期未改。" in listings
    assert f"督办期限至 {cn_date(finding.listed_until)}" in listings
    orders = text(client.get(f"{url}?kind=orders"))
    assert order.document in orders
    assert f"限 {cn_due(order.due_at)} 前整改" in orders
    assert order.number not in orders
    assert cast.clerk.name not in orders


def test_one_item_of_several_is_not_the_whole(signed_in, cast, at, facts):
    order = ordered(cast, at)
    signed_in(cast.county).post(reverse("orders_draft", args=[order.number]), facts)
    order = engine.take(order, "serve", by=cast.county, at=at, **SERVICE)
    answer = step(signed_in(cast.clerk), order, "report", note="已完成一项。", done=[order.items.first().pk])
    assert (answer.status_code, "还有 1 项没有完成" in text(answer)) == (422, True)


@pytest.mark.parametrize(
    "wrong", [{"items-1-by": "2020-01-01"}, {"checked_on": "2099-01-01"}, {"contact_phone": "abc"}, {"facts": "事" * 2001}]
)
def test_what_cannot_be_meant_stays_out_of_the_notice(signed_in, cast, at, facts, wrong):
    order = ordered(cast, at)
    assert signed_in(cast.county).post(reverse("orders_draft", args=[order.number]), facts | wrong).status_code == 422
