"""Art. 12 and 58: titles are proposed, checked, shown in public and granted; a unit that failed its assessment, and its heads, get none."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from governance.flow import engine
from governance.people.enums import Role
from governance.privacy.blind import blind_index
from governance.privacy.models import Opening
from governance.timeline.models import Event
from supervision.appraisals.services import NAME as COMPARED
from supervision.assessment.models import Responsible, Result
from supervision.honours.enums import FINAL, State
from supervision.honours.flow import FLOW
from supervision.honours.models import Honour, Objection, Programme
from supervision.honours.rules import OF_UNITS, grant_fault, missing_checks, person_fault
from supervision.honours.services import NAME, nominate, object_in_public, programmes_for, set_up
from tests import actors
from tests.supervision.assessment.schemes import figures, finished, scheme
from tests.supervision.cast import listed

pytestmark = pytest.mark.django_db
PAIRS = [(state, step) for state in State for step in FLOW.steps]
CREATE = reverse("honours_create")
MERITS = "成绩突出。"
WEEKS = timedelta(days=21)


def programme(cast, at, **facts):
    """Of the city: every county nominates for it."""
    told = {"title": "平安乡镇评选", "award": "safe_township", "year": 2026, "quota": 2, "nominate_until": timezone.localdate(at) + WEEKS}
    return set_up(Programme(), by=facts.pop("by", cast.city), at=at, **{**told, **facts})


def proposed(cast, at, of=None, **facts):
    return nominate(**{"programme": of or programme(cast, at), "unit": cast.unit, "merits": MERITS, "by": cast.county, "at": at, **facts})


def checked(honour, cast, at):
    for authority in OF_UNITS:
        engine.take(honour, "record_check", by=cast.city, at=at, note="无意见。", authority=authority, passed=True)
    return engine.take(honour, "pass_checks", by=cast.city, at=at)


def publicised(honour, cast, at):
    return engine.take(checked(honour, cast, at), "publicise", by=cast.city, at=at, public_text="平安建设成效明显。")


def decider():
    """An official of the city, whose programme it is."""
    return actors.actor(Role.LEADING_OFFICIAL)


def granted(honour, cast, at):
    return engine.take(honour, "grant", by=decider(), at=at, decision="表彰决定1号")


@pytest.fixture
def typed(cast, at):
    return {"programme": programme(cast, at).pk, "unit": cast.unit.pk, "username": "", "name": "", "duty": "", "merits": MERITS}


@pytest.fixture
def failed(cast, at):
    """The township failed the last locked assessment."""
    figures({("complaints.on_time", actors.TOWNSHIP): (1, 40), ("complaints.solved", actors.TOWNSHIP): (1, 40)})
    finished(scheme(level="township"), by=cast.city, at=at)
    return Result.objects.get(place__code=actors.TOWNSHIP)


def named(result, person, at, *, by):
    return Responsible.objects.create(result=result, kind="head", duty="主任", user=person, by=by, at=at)


def test_a_step_is_refused_from_every_state_the_table_does_not_name(cast, at):
    honour = proposed(cast, at)
    for state, step in PAIRS:
        if state in step.source:
            assert step in FLOW.leaving(state)
            continue
        Honour.objects.filter(pk=honour.pk).update(state=state, closed_at=at if state in FINAL else None)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(honour, step.name, by=cast.official, at=at, note="说明", **dict.fromkeys(step.fields))


def test_a_title_is_proposed_checked_shown_granted_and_withdrawn(cast, at):
    shown = publicised(proposed(cast, at), cast, at)
    assert (shown.publicised_at, shown.publicity_until > at + timedelta(days=5)) == (at, True)
    given = granted(shown, cast, shown.publicity_until)
    assert (given.state, given.decision) == (State.GRANTED, "表彰决定1号")
    assert engine.take(given, "withdraw", by=decider(), at=given.closed_at, note="材料不实。").state == State.WITHDRAWN


def test_no_publicity_before_every_opinion_was_asked_and_none_is_against(cast, at):
    honour = proposed(cast, at)
    with pytest.raises(engine.StepRefused, match="公安机关"):
        engine.take(honour, "pass_checks", by=cast.city, at=at)
    checks = dict.fromkeys(OF_UNITS, True)
    assert missing_checks(checks, is_personal=False) == []
    assert missing_checks({**checks, "police": False}, is_personal=False) == ["police"]


def test_the_timeline_tells_whose_opinion_it_was(signed_in, cast, at):
    honour, client = proposed(cast, at), signed_in(cast.city)
    client.post(
        reverse("honours_take_step", args=[honour.number, "record_check"]), {"authority": "police", "passed": "on", "note": "无意见。"}
    )
    event = Event.objects.of(honour).get(kind="honours.record_check")
    assert ["征求意见的单位", "公安机关"] in event.data["words"]


def test_it_is_not_granted_while_it_stands_in_public(cast, at):
    shown = publicised(proposed(cast, at), cast, at)
    early = shown.publicity_until - timedelta(minutes=1)
    with pytest.raises(engine.StepRefused, match="后才能办理"):
        granted(shown, cast, early)
    assert "grant" not in [step.name for step in engine.available(shown, decider(), at=early)]
    assert "grant" in [step.name for step in engine.available(shown, decider(), at=shown.publicity_until)]


def test_an_objection_holds_it_until_it_is_looked_into(cast, at):
    shown = publicised(proposed(cast, at), cast, at)
    object_in_public(shown, text="数据不实。", name="李四", phone="", at=at + timedelta(days=1))
    shown.refresh_from_db()
    assert shown.open_objections == 1
    with pytest.raises(engine.StepRefused, match="没有核实"):
        granted(shown, cast, shown.publicity_until)
    facts = {"note": "核对属实，无虚报。", "objection": Objection.objects.get(), "upheld": False}
    shown = engine.take(shown, "settle_objection", by=cast.city, at=at + timedelta(days=2), **facts)
    assert granted(shown, cast, shown.publicity_until).state == State.GRANTED


def test_one_that_proves_true_leaves_refusal_alone(cast, at):
    shown = publicised(proposed(cast, at), cast, at)
    shown = engine.take(shown, "register_objection", by=cast.city, at=at, note="来信反映虚报。")
    facts = {"note": "属实。", "objection": Objection.objects.get(), "upheld": True}
    shown = engine.take(shown, "settle_objection", by=cast.city, at=at, **facts)
    with pytest.raises(engine.StepRefused, match="不予授予"):
        granted(shown, cast, shown.publicity_until)
    assert engine.take(shown, "refuse", by=decider(), at=at, note="异议属实。").state == State.REFUSED


def test_no_more_than_the_quota(cast, at):
    of = programme(cast, at, quota=1)
    first = publicised(proposed(cast, at, of), cast, at)
    other = actors.office("township", actors.OTHER_TOWNSHIP)
    second = publicised(proposed(cast, at, of, unit=other), cast, at)
    granted(first, cast, first.publicity_until)
    with pytest.raises(engine.StepRefused, match="名额已满"):
        granted(second, cast, second.publicity_until)


def test_a_failed_unit_is_barred_with_the_article_named(signed_in, cast, typed, failed):
    answer = signed_in(cast.county).post(CREATE, typed)
    assert [*answer.context["form"].errors] == ["unit"]
    assert "第五十八条" in answer.content.decode()
    assert not Honour.objects.exists()


def test_a_title_for_one_kind_of_work_is_open_to_it_and_says_so(signed_in, cast, at, failed):
    of = programme(cast, at, award="mediation", is_comprehensive=False)
    honour = proposed(cast, at, of)
    assert "单项称号" in signed_in(cast.city).get(honour.get_absolute_url()).content.decode()
    shown = publicised(honour, cast, at)
    assert granted(shown, cast, shown.publicity_until).state == State.GRANTED


def test_a_person_of_it_is_barred_from_every_title(cast, at, failed):
    named(failed, cast.clerk, at, by=cast.county)
    of = programme(cast, at, award="worker", is_comprehensive=False)
    with pytest.raises(engine.StepRefused, match="第五十八条"):
        proposed(cast, at, of, person=cast.clerk, duty="主任")


def test_whom_a_programme_bars_is_not_changed_once_it_has_nominations(signed_in, cast, at):
    own = programme(cast, at, by=cast.county)
    client, url = signed_in(cast.county), reverse("honours_programme_edit", args=[own.pk])
    facts = {"title": "区级评选", "award": "safe_township", "year": 2026, "basis": "条例", "quota": 3, "nominate_until": "2026-12-20"}
    assert client.post(url, facts | {"is_comprehensive": "on"}).status_code == 302
    proposed(cast, at, own)
    assert [*client.post(url, facts).context["form"].errors] == ["is_comprehensive"]


def test_nobody_of_it_is_proposed_before_its_heads_are_named(signed_in, cast, at, typed, failed):
    personal = {"programme": programme(cast, at, award="worker").pk, "name": "张三丰", "duty": "科员"}
    client = signed_in(cast.county)
    assert "尚未登记" in str(client.post(CREATE, typed | personal).context["form"].errors["name"])
    named(failed, cast.clerk, at, by=cast.county)
    assert client.post(CREATE, typed | personal).status_code == 302


def test_its_heads_are_barred_wherever_they_serve_now(signed_in, cast, at, failed):
    head = named(failed, cast.clerk, at, by=cast.county)
    elsewhere = actors.office("township", actors.OTHER_TOWNSHIP)
    of = programme(cast, at, award="worker")
    facts = {"programme": of.pk, "unit": elsewhere.pk, "username": head.user.username, "name": "", "duty": "主任", "merits": MERITS}
    answer = signed_in(cast.county).post(CREATE, facts)
    assert "主管人员" in str(answer.context["form"].errors["username"])
    assert "第五十八条" in str(answer.context["form"].errors["username"])
    with pytest.raises(engine.StepRefused, match="第五十八条"):
        proposed(cast, at, of, unit=elsewhere, person=cast.clerk, duty="主任")


def test_one_named_without_an_account_is_known_by_the_sealed_name(cast, at, failed):
    assert NAME == COMPARED
    from_register = {"kind": "direct", "duty": "副主任", "name": "王小明", "by": cast.county, "at": at}
    Responsible.objects.create(result=failed, name_index=blind_index("王小明", purpose=NAME), **from_register)
    elsewhere = actors.office("township", actors.OTHER_TOWNSHIP)
    of = programme(cast, at, award="worker")
    with pytest.raises(engine.StepRefused, match="直接责任人员"):
        proposed(cast, at, of, unit=elsewhere, name="王小明", duty="网格员")
    assert proposed(cast, at, of, unit=elsewhere, name="王大明", duty="网格员").state == State.NOMINATED


def test_what_fails_after_the_nomination_is_not_granted(signed_in, cast, at, request):
    shown = publicised(proposed(cast, at), cast, at)
    request.getfixturevalue("failed")
    with pytest.raises(engine.StepRefused, match="第五十八条"):
        granted(shown, cast, shown.publicity_until)
    assert "不得授予" in signed_in(cast.official).get(shown.get_absolute_url()).content.decode()


def test_a_better_year_lifts_the_bar(cast, at, failed):
    figures({("complaints.on_time", actors.TOWNSHIP): (99, 100), ("complaints.solved", actors.TOWNSHIP): (99, 100)}, month="2027-03-01")
    finished(scheme(level="township", year=2027), by=cast.city, at=at)
    assert proposed(cast, at).state == State.NOMINATED


def test_the_list_of_those_barred_is_printed_and_exported(signed_in, cast, at, failed):
    named(failed, cast.clerk, at, by=cast.county)
    client, url = signed_in(cast.county), reverse("honours_barred")
    page = client.get(url).content.decode()
    assert all(word in page for word in ("第五十八条", failed.place.full_name, cast.clerk.name, "主任"))
    assert client.get(f"{url}?format=xlsx")["Content-Type"].endswith("spreadsheetml.sheet")
    elsewhere = actors.actor(Role.LEADING_OFFICE, actors.OTHER_COUNTY)
    assert failed.place.full_name not in signed_in(elsewhere).get(url).content.decode()


@pytest.mark.parametrize(("field", "value"), [("merits", ""), ("name", "张三"), ("programme", ""), ("unit", ""), ("username", "nobody")])
def test_what_is_wrong_is_said_beside_its_field(signed_in, cast, typed, field, value):
    answer = signed_in(cast.county).post(CREATE, typed | {field: value})
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, ["username" if field == "name" else field])


def test_the_same_title_is_proposed_once_a_year(signed_in, cast, typed):
    client = signed_in(cast.county)
    client.post(CREATE, typed)
    assert [*client.post(CREATE, typed).context["form"].errors] == ["unit"]
    assert Honour.objects.count() == 1


def test_who_a_title_for_persons_and_one_for_units_is_for():
    unnamed, named_one = {"account": None, "name": "", "duty": ""}, {"account": None, "name": "张三", "duty": "科员"}
    assert [*person_fault(True, **unnamed)] == ["name", "duty"]
    assert person_fault(True, **named_one) == person_fault(False, **unnamed) == {}
    assert person_fault(False, **named_one) == {"person": "not_personal"}


def test_what_stands_against_granting():
    assert [grant_fault(words) for words in (set(), {"dismissed"}, {"open", "upheld"}, {"upheld"})] == ["", "", "open", "upheld"]


def test_programmes_are_set_up_by_the_own_group_and_open_to_those_below(signed_in, cast, at):
    url, client = reverse("honours_programme_create"), signed_in(cast.county)
    facts = {"title": "区级评选", "award": "grids", "year": 2026, "basis": "条例", "quota": 3, "nominate_until": "2026-12-20"}
    assert client.post(url, facts | {"quota": 0}).status_code == 422
    client.post(url, facts)
    own = Programme.objects.get()
    assert own.office == cast.county.acting_post.office
    assert [*client.post(url, facts).context["form"].errors] == ["award"]
    city = programme(cast, at)
    assert {*programmes_for(own.office, at=at)} == {own, city}
    assert {*programmes_for(city.office, at=at)} == {city}
    assert not programmes_for(own.office, at=at + 2 * WEEKS).exists()


def test_only_its_own_group_changes_a_programme(signed_in, cast, at):
    own = programme(cast, at, by=cast.county)
    url = reverse("honours_programme_edit", args=[own.pk])
    facts = {"title": "改名", "award": "safe_township", "year": 2026, "basis": "条例", "quota": 3, "nominate_until": "2026-12-20"}
    assert signed_in(cast.city).post(url, facts).status_code == 404
    signed_in(cast.county).post(url, facts)
    assert Programme.objects.get().title == "改名"
    assert "改名" in signed_in(cast.county).get(reverse("honours_programmes")).content.decode()


def test_anybody_objects_in_public_and_the_name_stays_sealed(client, cast, at):
    shown = publicised(proposed(cast, at), cast, at)
    assert cast.unit.name in client.get(reverse("honours_publicity")).content.decode()
    url = reverse("honours_object", args=[shown.number])
    assert client.post(url, {"text": "", "phone": "12"}).context["form"].errors.keys() == {"text", "phone"}
    assert client.post(url, {"text": "情况不实。", "name": "李四", "phone": "13800000000"}).status_code == 302
    one = Objection.objects.get()
    assert (str(one.name), str(one.phone), one.received_by) == ("李**", "138****0000", None)


def test_what_is_over_is_not_objected_to_in_public(client, cast, at, time_machine):
    shown = publicised(proposed(cast, at), cast, at)
    time_machine.move_to(shown.publicity_until + timedelta(minutes=1), tick=False)
    assert client.get(reverse("honours_object", args=[shown.number])).status_code == 404
    granted(shown, cast, timezone.now())
    assert cast.unit.name in client.get(reverse("honours_publicity") + "?kind=granted").content.decode()


def test_names_are_opened_for_a_purpose_and_recorded(signed_in, cast, at):
    shown = publicised(proposed(cast, at), cast, at)
    object_in_public(shown, text="不实。", name="李四光", phone="13800000000", at=at)
    client, url = signed_in(cast.city), reverse("honours_names", args=[shown.number])
    assert "李四光" not in client.get(shown.get_absolute_url()).content.decode()
    assert "李四光" in client.post(url, {"purpose": "verify", "reason": ""}).content.decode()
    assert Opening.objects.filter(by=cast.city, case_number=shown.number).count() == 2


def test_pages_list_export_and_who_sees_them(signed_in, cast, at):
    honour = proposed(cast, at)
    client = signed_in(cast.official)
    assert client.get(reverse("honours_list")).context["page"].count == 1
    assert client.get(honour.get_absolute_url()).status_code == 200
    assert client.get(reverse("honours_export"))["Content-Type"].endswith("spreadsheetml.sheet")
    auditor, elsewhere = actors.actor(Role.AUDITOR), actors.actor(Role.LEADING_OFFICE, actors.OTHER_COUNTY)
    people = [cast.official, cast.city, cast.county, auditor, cast.clerk, elsewhere]
    seeing = [who for who in people if Honour.objects.visible_to(who, Honour.view_capability).exists()]
    assert seeing == [cast.official, cast.city, cast.county, auditor]


def test_who_decides_reads_that_the_unit_is_listed(signed_in, cast, at):
    honour = proposed(cast, at)
    page = reverse("honours_detail", args=[honour.number])
    assert "正在挂牌督办" not in signed_in(cast.official).get(page).content.decode()
    engine.take(listed(cast, at), "publish", by=cast.county, at=at, public_text="逾期未改。")
    assert "正在挂牌督办" in signed_in(cast.official).get(page).content.decode()
