"""Mediators engaged, prolonged and dismissed; brought in by a sheet; studios; the committee's workload."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from disputes.mediation.models import Mediation
from disputes.mediators.models import Mediator
from disputes.mediators.services import workload
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from tests import actors
from tests.disputes.mediators.conftest import PERSON

HEAD = "调委会,姓名,专职或兼职,来源,资质,擅长,工作电话,聘期自,聘期至"
LINE = "{committee},{name},专职,退休教师,,邻里纠纷、物业纠纷,0471-0123457,2026-01-01,2028-12-31"
STUDIO = {"studio_name": "白玉兰调解工作室", "specialities": ["family"], "studio_venue": "办事大厅", "studio_phone": "0471-0123458"}


def clock(committee):
    return Deadline.objects.of(committee).still_open().filter(term="mediators.mediator_term").first()


def step_url(committee, name):
    return reverse("mediators_take_step", args=[committee.number, name])


def test_the_next_term_that_ends_is_the_one_reminded_of(committee, engaging, mediator, justice, at):
    engaging(committee)
    first = engaging(committee, person_name="赵刚", until=date(2027, 1, 31))
    assert clock(committee).due_at.isoformat().startswith("2027-01-31T16:00")
    sweep(at=clock(committee).due_at - actors.days(6))
    assert Notice.objects.filter(recipient=mediator, rule="mediators.warned_7").exists()
    engine.take(committee, "prolong", by=mediator, at=at, mediator=first, until=date(2029, 1, 1))
    assert clock(committee).due_at.isoformat().startswith("2028-12-31T16:00")


def test_without_anybody_engaged_no_clock_runs(committee, engaged, justice, at):
    engine.take(committee, "dismiss", by=justice, at=at, note="调离。", mediator=engaged, left_on=at.date())
    assert (clock(committee), Mediator.objects.get().left_why) == (None, "调离。")


@pytest.mark.parametrize(
    ("step", "given"),
    [("appoint", PERSON), ("prolong", {"until": date(2028, 12, 31)}), ("dismiss", {"left_on": date(2026, 11, 23)})],
)
def test_namesakes_shorter_terms_and_strangers_are_refused(committee, engaged, entering, engaging, justice, at, step, given):
    other = engaging(entering(actors.VILLAGE, "village"), person_name="外会人员") if step == "dismiss" else engaged
    more = {} if step == "appoint" else {"mediator": other}
    with pytest.raises(engine.StepRefused):
        engine.take(committee, step, by=justice, at=at, note="说明", **{**given, **more})


def test_what_is_typed_wrong_is_told_beside_its_field(signed_in, committee, mediator):
    typed = {"person_name": "赵", "employment": "", "background": "x", "work_phone": "1", "since": "2026-01-01", "until": "2025-01-01"}
    answer = signed_in(mediator).post(step_url(committee, "appoint"), typed)
    wrong = {"person_name", "employment", "background", "work_phone", "until"}
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, wrong)


def test_the_committee_engages_on_its_page_and_the_timeline_tells_whom(signed_in, committee, mediator):
    typed = {**{name: value for name, value in PERSON.items() if value}, "account": mediator.pk, "specialities": ["family"]}
    assert signed_in(mediator).post(step_url(committee, "appoint"), typed).status_code == 302
    assert (Mediator.objects.get().account, Mediator.objects.get().kinds_label) == (mediator, "婚姻家庭纠纷")
    assert "白玉兰" in signed_in(mediator).get(committee.get_absolute_url()).content.decode()


def test_a_correction_leaves_what_is_not_typed(signed_in, committee, engaged, mediator):
    typed = {"mediator": engaged.pk, "work_phone": "0471-0999999"}
    assert signed_in(mediator).post(step_url(committee, "correct_mediator"), typed).status_code == 302
    kept = Mediator.objects.get()
    assert (kept.work_phone, kept.qualification, kept.account) == ("0471-0999999", "二级人民调解员", mediator)


def test_those_whose_term_ends_soon_stand_apart(signed_in, committee, engaging, mediator):
    engaging(committee)
    engaging(committee, person_name="赵刚", until=date(2026, 12, 31))
    client = signed_in(mediator)
    names = [
        [row.name for row in client.get(reverse("mediators_people"), {"state": tab}).context["page"].rows] for tab in ("serving", "ending")
    ]
    assert names == [["白玉兰", "赵刚"], ["赵刚"]]
    assert "调解员聘期将满" in client.get(reverse("desk")).content.decode()


def test_only_who_keeps_a_committee_is_offered_the_sheet(signed_in, offices, committee, mediator):
    offered = [
        reverse("mediators_import") in signed_in(person).get(reverse("mediators_people")).content.decode()
        for person in (mediator, actors.actor(Role.DEPARTMENT_HANDLER))
    ]
    assert offered == [True, False]


def brought(client, *lines, head=HEAD):
    sheet = SimpleUploadedFile("名册.csv", "\n".join([head, *lines]).encode())
    return client.post(reverse("mediators_import"), {"file": sheet})


def test_a_sheet_is_taken_in_whole_and_again_without_doubles(signed_in, committee, mediator):
    client, lines = signed_in(mediator), [LINE.format(committee=committee.title, name=name) for name in ("赵刚", "钱丽")]
    assert [brought(client, *lines).status_code for _twice in range(2)] == [302, 302]
    assert list(Mediator.objects.values_list("name", "kinds")) == [(name, ["neighbour", "property"]) for name in ("赵刚", "钱丽")]


@pytest.mark.parametrize(
    ("changed", "told"),
    [(("退休教师", "教师"), "来源"), (("邻里纠纷", "邻里"), "擅长"), (("0471-0123457", "12"), "工作电话"),
     (("2028-12-31", "2025-12-31"), "聘期至"),
     (("2026-01-01", "元旦"), "聘期自"), (("专职", ""), "专职或兼职")],
)  # fmt: skip
def test_one_fault_keeps_all_rows_out_and_says_where(signed_in, committee, mediator, changed, told):
    good = LINE.format(committee=committee.number, name="赵刚")
    answer = brought(signed_in(mediator), good, good.replace("赵刚", "钱丽").replace(*changed))
    assert (answer.status_code, [fault.label for fault in answer.context["form"].faults]) == (422, [told])
    assert "第 3 行" in answer.content.decode()
    assert not Mediator.objects.exists()


def test_a_committee_one_does_not_keep_is_not_found(signed_in, committee, entering, mediator):
    other = entering(actors.VILLAGE, "village")
    answer = brought(signed_in(mediator), LINE.format(committee=other.number, name="赵刚"))
    assert "没有找到您可以管理的" in answer.content.decode()


def test_the_register_goes_out_as_excel(signed_in, engaged, justice):
    answer = signed_in(justice).get(reverse("mediators_people_export"))
    head, row = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert (head[2], row[2], row[3]) == ("姓名", "白玉兰", "专职")


def test_a_studio_is_public_only_once_the_justice_bureau_agrees(client, committee, engaged, mediator, justice, at):
    public = reverse("mediator_committee", args=[committee.number])
    engine.take(committee, "propose_studio", by=mediator, at=at, leader=engaged, **STUDIO)
    assert Notice.objects.filter(recipient=justice, rule="mediators.studio_proposed").exists()
    assert "白玉兰调解工作室" not in client.get(public).content.decode()
    engine.take(committee, "approve_studio", by=justice, at=at, studio=committee.studios.get())
    assert "白玉兰调解工作室" in client.get(public).content.decode()
    engine.take(committee, "dismiss", by=mediator, at=at, note="调离。", mediator=engaged, left_on=at.date())
    assert committee.studios.get().state == "closed"


def test_a_studio_is_decided_once_by_the_justice_bureau_alone(committee, engaged, mediator, justice, at):
    engine.take(committee, "propose_studio", by=mediator, at=at, leader=engaged, **STUDIO)
    studio = committee.studios.get()
    with pytest.raises(engine.StepRefused):
        engine.take(committee, "approve_studio", by=mediator, at=at, studio=studio)
    engine.take(committee, "refuse_studio", by=justice, at=at, note="场所不具备条件。", studio=studio)
    with pytest.raises(engine.StepRefused):
        engine.take(committee, "approve_studio", by=justice, at=at, studio=studio)


def test_the_workload_is_the_committee_s_own(signed_in, dispute, engaged, mediator, stranger, justice, at):
    Mediation.objects.filter(pk=dispute.mediation.pk).update(mediator=mediator, state="mediating")
    span = {"since": at - actors.days(300), "until": at + actors.days(300)}
    own = [(row["name"], row["open"], row["closed"]) for row in workload(mediator, **span)]
    assert (own, workload(stranger, **span)) == ([("白玉兰", 1, 0)], [])
    facts = {"outcome": "agreed", "settled_at": at, "limit_kept": True, "state": "agreed"}
    Mediation.objects.filter(pk=dispute.mediation.pk).update(**facts)
    row = workload(mediator, **span)[0]
    assert [row[name] for name in ("open", "closed", "settled", "in_time")] == [0, 1, 1, 1]
    assert signed_in(justice).get(reverse("mediators_workload")).status_code == 403
    assert "不排名" in signed_in(mediator).get(reverse("mediators_workload")).content.decode()
