"""Every step of the flow through the pages: with htmx and without, refused with words, nothing typed ever lost."""

import re

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint, Refusal, StandardReply
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.places.models import Place
from governance.timeline.models import Event
from tests import actors

HTMX = {"HTTP_HX_REQUEST": "true"}
NO_CHANGE = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


def step_url(complaint, name):
    return reverse("complaints_take_step", args=[complaint.number, name])


def current(complaint):
    return Complaint.objects.select_related("category", "office").get(pk=complaint.pk)


def typed(complaint, name, office=None):
    """What a person types at each step of the ordinary way."""
    return {
        "classify": {"kind": "complaint", "category": complaint.category_id, "urgency": "normal"},
        "dispatch": {"office": office and office.pk, "note": "请依法核查。"},
        "sign": {},
        "contact": {"note": "已电话联系，约定上门。"},
        "progress": {"note": "已到现场查看。"},
        "reply": {"note": "已劝导商户，二十二时后停止经营。"},
        "call_back": {"reached": "yes", "solved": "yes", "satisfaction": "satisfied"},
        "close": {},
    }[name]


ORDINARY = [
    ("classify", "operator"), ("dispatch", "operator"), ("sign", "clerk"), ("contact", "clerk"), ("progress", "clerk"),
    ("reply", "clerk"), ("call_back", "operator"), ("close", "operator"),
]  # fmt: skip


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_ordinary_way_can_be_walked(signed_in, operator, clerk, complaint, headers):
    people = {"operator": operator, "clerk": clerk}
    for name, who in ORDINARY:
        client = signed_in(people[who])
        assert client.get(step_url(complaint, name), **headers).status_code == 200, name
        facts = {**typed(current(complaint), name, clerk.acting_post.office), "version": current(complaint).version}
        answer = client.post(step_url(complaint, name), facts, **headers)
        assert answer.status_code == (200 if headers else 302), name
    assert current(complaint).state == State.CLOSED


def test_after_an_htmx_step_the_panel_equals_a_fresh_page(signed_in, operator, complaint):
    client = signed_in(operator)
    facts = typed(complaint, "classify")
    swapped = client.post(step_url(complaint, "classify"), facts, **HTMX).content.decode()
    fresh = client.get(reverse("complaints_detail", args=[complaint.number])).content.decode()
    panel = swapped[swapped.index('<div class="two-thirds">') :].strip()
    assert "已完成：分类。" in swapped[: swapped.index('<div class="two-thirds">')]
    assert NO_CHANGE.sub("", panel) in NO_CHANGE.sub("", fresh)


def test_a_plain_step_is_told_on_the_page_it_leads_to(signed_in, operator, complaint):
    answer = signed_in(operator).post(step_url(complaint, "classify"), typed(complaint, "classify"), follow=True)
    assert "已完成：分类。" in answer.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_a_missing_note_is_told_beside_the_field(signed_in, operator, complaint, headers):
    answer = signed_in(operator).post(step_url(complaint, "classify"), {"kind": "help"}, **headers)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"category", "urgency"}
    assert 'value="help" selected' in answer.content.decode()


def test_only_the_form_inside_the_panel_is_sent_by_htmx(signed_in, operator, complaint):
    client = signed_in(operator)
    assert "hx-post" not in client.get(step_url(complaint, "classify")).content.decode()
    assert 'hx-target-422="#step-form"' in client.get(step_url(complaint, "classify"), **HTMX).content.decode()


def test_a_stale_page_shows_what_happened_and_keeps_what_was_typed(signed_in, operator, complaint, at):
    opened = complaint.version
    engine.take(complaint, "classify", by=operator, at=at, kind="help", category=complaint.category, urgency="urgent")
    client = signed_in(operator)
    facts = {**typed(complaint, "classify"), "note": "按投诉分类更合适", "version": opened}
    answer = client.post(step_url(complaint, "classify"), facts)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert [event.label for event in answer.context["form"].missed] == ["分类"]
    assert "按投诉分类更合适" in page
    assert current(complaint).kind == "help"
    assert f'name="version" value="{current(complaint).version}"' in page


def test_after_looking_it_can_be_sent_again(signed_in, operator, complaint, at):
    opened = complaint.version
    engine.take(complaint, "classify", by=operator, at=at, kind="help", category=complaint.category, urgency="urgent")
    client, facts = signed_in(operator), typed(complaint, "classify")
    client.post(step_url(complaint, "classify"), {**facts, "version": opened})
    again = client.post(step_url(complaint, "classify"), {**facts, "version": current(complaint).version})
    assert again.status_code == 302
    assert current(complaint).kind == "complaint"


def test_a_step_whose_time_has_passed_leads_back_with_a_word(signed_in, operator, complaint):
    answer = signed_in(operator).get(step_url(complaint, "close"))
    assert answer.status_code == 302
    assert "现在不能办理" in str(next(iter(get_messages(answer.wsgi_request))))
    assert "现在不能办理" in signed_in(operator).get(step_url(complaint, "close"), **HTMX).content.decode()


def test_a_step_sent_too_late_is_refused_and_kept(signed_in, operator, complaint):
    answer = signed_in(operator).post(step_url(complaint, "close"), {"note": "已经电话核实"})
    assert answer.status_code == 422
    assert "已经电话核实" in answer.content.decode()
    assert current(complaint).state == State.REGISTERED


@pytest.mark.parametrize("name", ["classify", "dispatch", "rate", "register", "no-such-step"])
def test_steps_of_others_do_not_exist(signed_in, clerk, complaint, name):
    client = signed_in(clerk)
    assert client.get(step_url(complaint, name)).status_code == 404
    assert client.post(step_url(complaint, name), {"note": "说明"}).status_code == 404


def test_a_case_held_by_another_office_cannot_be_signed(signed_in, operator, complaint, at):
    other = actors.office(OfficeType.VILLAGE, actors.VILLAGE)
    engine.take(complaint, "classify", by=operator, at=at, kind="help", category=complaint.category, urgency="normal")
    engine.take(complaint, "dispatch", by=operator, at=at, office=other)
    clerk = actors.actor(Role.TOWNSHIP_CLERK)
    answer = signed_in(clerk).post(step_url(complaint, "sign"), {})
    assert "该事项现由其他单位承办" in answer.content.decode()
    assert current(complaint).state == State.DISPATCHED


def handled(complaint, operator, clerk, at):
    engine.take(complaint, "classify", by=operator, at=at, kind="complaint", category=complaint.category, urgency="normal")
    engine.take(complaint, "dispatch", by=operator, at=at, office=clerk.acting_post.office)
    engine.take(complaint, "sign", by=clerk, at=at)
    return engine.take(complaint, "contact", by=clerk, at=at, note="已联系。")


def test_standard_replies_come_filled_in_with_the_limit_of_handling(signed_in, operator, clerk, complaint, at):
    case = handled(complaint, operator, clerk, at)
    page = signed_in(clerk).get(step_url(case, "ask_extension"), **HTMX)
    texts = " ".join(reply.text for reply in page.context["texts"][0].rows)
    assert case.number in texts
    assert clerk.acting_post.office.short_name in texts
    assert "{" not in texts
    assert "data-reply-for" in page.content.decode()


def test_the_reply_for_the_category_stands_before_the_general_ones(signed_in, operator, clerk, complaint, at):
    case = handled(complaint, operator, clerk, at)
    StandardReply.objects.create(code="own", category=case.category, step="reply", title="本类答复", text="{number}已办。")
    page = signed_in(clerk).get(step_url(case, "reply"))
    assert page.context["texts"][0].rows[0].title == "本类答复"


def test_a_standard_reply_left_unfinished_is_not_sent(signed_in, operator, clerk, complaint, at):
    case = handled(complaint, operator, clerk, at)
    answer = signed_in(clerk).post(step_url(case, "reply"), {"note": "现已（填写：采取的措施）。"})
    assert answer.status_code == 422
    assert "note" in answer.context["form"].errors
    assert current(case).state == State.HANDLING


def test_not_accepted_tells_the_reason_and_the_right_way(signed_in, operator, complaint):
    refusal = Refusal.objects.get(code="litigation")
    signed_in(operator).post(step_url(complaint, "not_accept"), {"refusal": refusal.pk})
    told = Event.objects.of(complaint).last()
    assert current(complaint).refusal == refusal
    assert told.note == refusal.right_way
    assert told.public


def test_one_press_hands_a_suspected_emergency_on(signed_in, operator, filing):
    case = filing(description="楼下起火了，浓烟很大，快来人。").complaint
    signed_in(operator).post(step_url(case, "divert"), {"diverted_to": "119", "version": case.version})
    assert (current(case).state, current(case).diverted_to) == (State.EMERGENCY, "119")
    assert Event.objects.of(case).last().data["diverted_to"] == "119"


def test_who_was_reached_said_both_and_who_was_not_said_nothing(signed_in, operator, clerk, complaint, at):
    case = handled(complaint, operator, clerk, at)
    engine.take(case, "reply", by=clerk, at=at, note="已办。")
    client = signed_in(operator)
    half = client.post(step_url(case, "call_back"), {"reached": "yes", "solved": "yes"})
    assert set(half.context["form"].errors) == {"satisfaction"}
    client.post(step_url(case, "call_back"), {"reached": "no", "solved": "yes", "satisfaction": "satisfied"})
    assert (current(case).reached, current(case).solved, current(case).satisfaction) == (False, "", "")


def places(code):
    return {"place_county": code[:6], "place_township": code[:9], "place_village": code}


def test_a_correction_moves_the_case_and_its_open_clocks(signed_in, operator, complaint):
    before = complaint.place.code
    signed_in(operator).post(step_url(complaint, "correct"), {**places(actors.OTHER_VILLAGE), "landmark": "北门", "version": 1})
    case, event = current(complaint), Event.objects.of(complaint).last()
    assert (case.place_path, case.landmark) == (actors.OTHER_VILLAGE, "北门")
    assert set(Deadline.objects.of(case).values_list("place_path", flat=True)) == {actors.OTHER_VILLAGE}
    assert (event.data["place"], event.data["place_before"]) == (actors.OTHER_VILLAGE, before)


def test_a_corrected_case_is_suggested_to_the_office_of_its_new_place(signed_in, operator, complaint):
    there = actors.office(OfficeType.TOWNSHIP, actors.OTHER_TOWNSHIP)
    village = Place.objects.filter(level="village", path__startswith=actors.OTHER_TOWNSHIP).first()
    signed_in(operator).post(step_url(complaint, "correct"), places(village.code))
    assert current(complaint).suggested_office == there


def test_a_place_is_chosen_level_by_level_without_script(signed_in, operator, complaint):
    facts = {"place_county": actors.OTHER_COUNTY, "note": "原地点有误", "choose_place": "1"}
    answer = signed_in(operator).post(step_url(complaint, "correct"), facts)
    assert answer.status_code == 200
    assert "原地点有误" in answer.content.decode()
    assert [level["name"] for level in answer.context["cascade"].levels] == ["place_county", "place_township"]
    assert current(complaint).place_path == actors.VILLAGE


def test_the_cascade_of_a_step_comes_alone_for_htmx(signed_in, operator, complaint):
    page = signed_in(operator).get(step_url(complaint, "correct"), {"place_county": actors.COUNTY}, **HTMX).content.decode()
    assert page.lstrip().startswith('<div class="cascade"')


def test_nobody_moves_a_case_out_of_the_own_reach(signed_in, complaint):
    centre = actors.actor(Role.CENTRE_OFFICER)
    abroad = Place.objects.filter(level="village", path__startswith=actors.OTHER_COUNTY).first()
    answer = signed_in(centre).post(step_url(complaint, "correct"), places(abroad.code))
    assert answer.status_code == 422
    assert current(complaint).place_path == actors.VILLAGE
