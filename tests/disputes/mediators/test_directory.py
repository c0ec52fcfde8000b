"""The directory everyone reads: by place, kind and words; no private number, nobody whose term has ended."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.mediators import rules
from governance.flow import engine
from tests import actors

PUBLIC = reverse("mediator_directory")
HERE = {"place_county": actors.COUNTY, "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE}
MOBILE, LINE = "13812345678", "0471-0999999"


@pytest.fixture
def listed(committee, entering):
    entering(actors.COUNTY, "trade", trade="medical", title="新城区医疗纠纷人民调解委员会", venue="卫生大楼")
    entering(actors.OTHER_TOWNSHIP, "township", title="邻街人民调解委员会")
    return committee


@pytest.mark.parametrize(
    ("query", "found"),
    [({}, {"home", "medical", "beside"}), (HERE, {"home", "medical"}), ({"kind": "medical"}, {"home", "medical", "beside"}),
     ({**HERE, "kind": "family"}, {"home"}), ({"q": "卫生大楼"}, {"medical"}), ({"q": "没有的词语"}, set()),
     ({"place_county": actors.OTHER_COUNTY}, set()), ({"kind": "x"}, {"home", "medical", "beside"})],
)  # fmt: skip
def test_committees_are_found_by_place_kind_and_words(client, listed, query, found):
    titles = {"新城区医疗纠纷人民调解委员会": "medical", "邻街人民调解委员会": "beside", listed.title: "home"}
    assert {titles[row.title] for row in client.get(PUBLIC, query).context["page"].rows} == found


def test_the_trade_asked_for_stands_first(client, listed):
    first, *_rest = client.get(PUBLIC, {**HERE, "kind": "medical"}).context["page"].rows
    assert first.trade == "medical"


def test_no_private_number_and_no_background_is_public(client, committee, engaging):
    engaging(committee, person_name="赵刚", work_phone=MOBILE, background="party")
    engaging(committee, person_name="钱丽", work_phone=LINE)
    for address in (PUBLIC, reverse("mediator_committee", args=[committee.number])):
        page = client.get(address).content.decode()
        assert (MOBILE in page, LINE in page, "退休党员" in page, committee.phone in page) == (False, True, False, True)


def test_only_who_serves_today_is_named(client, committee, engaging, justice, at):
    engaging(committee, person_name="早先的", since=date(2023, 1, 1), until=date(2025, 12, 31))
    left = engaging(committee, person_name="离开的")
    engine.take(committee, "dismiss", by=justice, at=at, note="调离。", mediator=left, left_on=at.date())
    page = client.get(PUBLIC).content.decode()
    assert "早先的" not in page
    assert "离开的" not in page


def test_a_dissolved_committee_is_not_there(client, committee, justice, at):
    engine.take(committee, "dissolve", by=justice, at=at, note="并入。")
    assert client.get(PUBLIC).context["page"].rows == []
    assert client.get(reverse("mediator_committee", args=[committee.number])).status_code == 404


@pytest.mark.parametrize("number", ["x", "HS-20261123-000001-1"])
def test_a_number_of_nothing_is_not_found(client, db, number):
    assert client.get(reverse("mediator_committee", args=[number])).status_code == 404


def test_ten_committees_cost_no_more_statements_than_one(client, entering, engaging):
    found = []
    for number, place in enumerate(actors.place(actors.TOWNSHIP).children.order_by("code")[:4]):
        engaging(entering(place.code, "village"))
        if number in (0, 3):
            client.get(PUBLIC)
            with CaptureQueriesContext(connection) as caught:
                client.get(PUBLIC)
            found.append(len(caught))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("choices", "both"),
    [({}, None), ({"applicant": 1}, None), ({"applicant": 1, "respondent": 2}, None), ({"applicant": 1, "respondent": 1}, 1)],
)
def test_two_words_amount_to_an_agreement_only_when_they_are_the_same(choices, both):
    assert rules.agreed(choices) == both
    assert rules.agreed(dict(reversed(choices.items()))) == both


@pytest.mark.parametrize(("part", "whole", "share"), [(0, 0, None), (1, 2, 50), (3, 3, 100)])
def test_a_share_of_nothing_is_nothing(part, whole, share):
    assert rules.share(part, whole) == share


def test_conditions_are_cleared_only_where_some_are_chosen(client, listed):
    pages = [client.get(PUBLIC, query).content.decode() for query in ({}, {"kind": "medical"}, {"q": "卫生"}, HERE)]
    assert ["清除条件" in page for page in pages] == [False, True, True, True]
