"""The form that splits, the panels on both sides, and the one page of the person."""

import pytest
from django.urls import reverse

from disputes.complaints.models import Category, Complaint
from disputes.splitting.services import parts_of
from tests.disputes.complaints.test_flow import walk

FIRST, SECOND = "楼下烧烤店夜里吵闹到一点。", "小区门口的路灯不亮。"


def url(case):
    return reverse("complaints_take_step", args=[case.number, "split"])


@pytest.fixture
def typed(noise):
    other = Category.objects.leaves().exclude(pk=noise.pk).first()
    return {"parts_0": noise.pk, "parts_1": FIRST, "parts_2": other.pk, "parts_3": SECOND, "version": 1}


def test_the_form_comes_with_what_was_written_and_splits(signed_in, operator, complaint, typed):
    client = signed_in(operator)
    assert complaint.description in client.get(url(complaint)).content.decode()
    assert client.post(url(complaint), typed).status_code == 302
    assert list(parts_of(complaint).values_list("description", flat=True)) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("changed", "told"),
    [({"parts_2": "", "parts_3": ""}, "至少拆成"), ({"parts_2": ""}, "第2项的分类"), ({"parts_3": "灯"}, "第2项的反映内容")],
)
def test_what_is_missing_is_told_and_nothing_is_lost(signed_in, operator, complaint, typed, changed, told):
    answer = signed_in(operator).post(url(complaint), {**typed, **changed})
    page = answer.content.decode()
    assert (answer.status_code, told in page, FIRST in page) == (422, True, True)
    assert not Complaint.objects.filter(parent=complaint).exists()


def test_further_parts_are_folded_away_until_they_are_used(signed_in, operator, complaint, typed, noise):
    folded = '<details class="disclosure">\n    <summary>还有别的事项'
    client = signed_in(operator)
    assert folded in client.get(url(complaint)).content.decode()
    assert folded not in client.post(url(complaint), {**typed, "parts_4": noise.pk, "parts_5": "短"}).content.decode()


def test_both_sides_show_each_other(signed_in, operator, complaint, typed):
    client = signed_in(operator)
    client.post(url(complaint), typed)
    child = parts_of(complaint)[0]
    assert child.number in client.get(reverse("complaints_detail", args=[complaint.number])).content.decode()
    assert complaint.number in client.get(reverse("complaints_detail", args=[child.number])).content.decode()


def test_the_person_sees_parts_and_answers_on_one_page(client, signed_in, filing, operator, clerk, typed, at):
    filed = filing()
    signed_in(operator).post(url(filed.complaint), typed)
    walk(parts_of(filed.complaint)[0], operator, clerk, at, until="reply")
    client.logout()
    client.post(reverse("track"), {"number": filed.complaint.number, "code": filed.query_code})
    page = client.get(reverse("tracked", args=[filed.complaint.number])).content.decode()
    assert "已分开交有关单位办理" in page
    assert "商户承诺22时后停止经营" in page
    assert parts_of(filed.complaint)[0].number not in page


def test_parts_and_their_whole_are_no_earlier_complaints_of_the_person(signed_in, operator, filing, typed):
    whole = filing(phone="13811112222").complaint
    client = signed_in(operator)
    client.post(url(whole), typed)
    for case in (whole, *parts_of(whole)):
        assert list(client.get(case.get_absolute_url()).context["earlier"]) == []
