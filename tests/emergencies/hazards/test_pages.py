"""Every page of hazards, seen by those who have it: staff, the site, and who reports without an account."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.hazards.data.papers import paper_of
from emergencies.hazards.enums import Reward, Source, State
from emergencies.hazards.models import Hazard
from emergencies.hazards.services import erase_contacts
from governance.files.models import Attachment
from governance.flow import engine
from governance.privacy.models import Opening
from governance.web.guard import challenge
from tests import actors
from tests.emergencies.hazards import scenes

pytestmark = pytest.mark.django_db
MARK = "7f0b2c1e-0000-4000-8000-000000000032"


def text(answer):
    return answer.content.decode()


@pytest.fixture
def typed(clerk, fire):
    return {
        "sector": scenes.sector().pk, "description": "三楼楼梯堆满货物，门也锁着。", "landmark": "新华路8号", "place_county": actors.COUNTY,
        "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE, "submission": MARK,
        "challenge_token": challenge.proof(challenge.WORDS),
    }  # fmt: skip


def test_it_is_reported_without_a_name_with_a_photograph(client, typed):
    answer = client.post(reverse("report_hazard"), {**typed, "photographs": scenes.photograph("楼梯.jpg")}, follow=True)
    hazard = Hazard.objects.get()
    assert (hazard.source, hazard.has_contact, hazard.place.code) == (Source.PUBLIC, False, actors.VILLAGE)
    assert Attachment.objects.filter(case_number=hazard.number).count() == 1
    assert hazard.number in text(answer)
    assert "查询码" in text(answer)
    assert client.post(reverse("report_hazard"), typed).status_code == 303
    assert Hazard.objects.count() == 1


def test_only_of_what_a_person_reported_it_says_what_the_person_sees(client, signed_in, typed, hazard, clerk):
    client.post(reverse("report_hazard"), typed)
    reported = Hazard.objects.exclude(query_code_index="").get()
    pages = {case: text(signed_in(clerk).get(case.get_absolute_url())) for case in (reported, hazard)}
    assert ["举报人可见" in page for page in pages.values()] == [True, False]


def test_a_reward_needs_a_telephone_and_no_photograph_is_chosen_twice(client, typed):
    answer = client.post(reverse("report_hazard"), {**typed, "wants_reward": "on", "photographs": scenes.photograph("楼梯.jpg")})
    assert answer.status_code == 422
    assert "请留下联系电话" in text(answer)
    held = answer.context["form"].kept[0].token
    token = answer.context["form"].data["challenge_token"]
    again = {**typed, "challenge_token": token, "wants_reward": "on", "phone": "13800000000", "held": held}
    assert client.post(reverse("report_hazard"), again).status_code == 303
    assert Hazard.objects.get().reward == Reward.ASKED
    assert Attachment.objects.count() == 1


def test_who_has_the_code_reads_how_far_it_is_and_takes_it_back(client, typed):
    receipt = text(client.post(reverse("report_hazard"), typed, follow=True))
    hazard = Hazard.objects.get()
    assert hazard.number in receipt
    page = text(client.get(reverse("hazard_tracked", args=[hazard.number])))
    assert "正在到现场核查" in page
    sent = {"note": "看错了。", "version": hazard.version}
    assert client.post(reverse("withdraw_hazard", args=[hazard.number]), sent).status_code == 302
    assert Hazard.objects.get().state == State.WITHDRAWN


def test_without_the_code_it_is_asked_for(client, reporting):
    hazard = reporting()
    assert client.get(reverse("hazard_tracked", args=[hazard.number])).url.startswith(reverse("track"))


def test_listed_ones_are_published_without_who_told_of_them(client, hazard, clerk, fire, colleague, at):
    scenes.listed(scenes.major(hazard, clerk, at), fire, colleague, at)
    page = text(client.get(reverse("listed_hazards")))
    assert "青山购物广场" in page
    assert "举报奖励标准" in page
    assert hazard.description not in page


def test_a_clerk_registers_one_with_photographs_once(signed_in, clerk, fire):
    client, place = signed_in(clerk), {"place_village": actors.VILLAGE}
    sent = {**place, "sector": scenes.sector().pk, "description": "楼道里堆满纸箱。", "landmark": "3号楼", "submission": MARK}
    for _time in range(2):
        assert client.post(reverse("hazards_create"), {**sent, "photographs": scenes.photograph("楼道.jpg")}).status_code == 302
    assert (Hazard.objects.count(), Attachment.objects.count()) == (1, 1)
    wrong = client.post(reverse("hazards_create"), {**sent, "description": ""})
    assert (wrong.status_code, wrong.context["form"]["landmark"].value()) == (422, "3号楼")


def test_a_manager_registers_at_the_own_site(signed_in, manager, site, fire):
    sent = {"sector": scenes.sector().pk, "description": "灭火器压力不足。", "landmark": "二层", "submission": MARK}
    signed_in(manager).post(reverse("hazards_create"), sent)
    hazard = Hazard.objects.get()
    assert (hazard.site, hazard.source, hazard.office) == (site, Source.SITE, fire.acting_post.office)


def test_the_forms_refuse_what_is_not_whole(signed_in, hazard, clerk):
    url, client = hazard.get_absolute_url(), signed_in(clerk)
    nobody = client.post(f"{url}grade_general/", {"sector": hazard.sector_id, "rectify_by": timezone.localdate(), "responsible": ""})
    assert "请写明由谁整改" in text(nobody)
    unseen = client.post(f"{url}remove_on_spot/", {"note": "当场清走。"})
    assert "请上传能看出结果的现场照片" in text(unseen)
    done = client.post(f"{url}remove_on_spot/", {"note": "当场清走。", "photographs": scenes.photograph("后.jpg")})
    assert (done.status_code, Hazard.objects.get().state) == (302, State.CLOSED)


def test_a_plan_with_a_half_stage_is_refused_and_a_whole_one_kept(signed_in, hazard, clerk, fire, at):
    graded = scenes.major(hazard, clerk, timezone.now() - timedelta(hours=2))
    day = timezone.localdate() + timedelta(days=30)
    sent = {**scenes.PLAN, "rectify_by": day, "text_1": "清运货物", "owner_1": "周明"}
    client, url = signed_in(fire), f"{graded.get_absolute_url()}submit_plan/"
    assert "须一并填写" in text(client.post(url, sent))
    assert "不能晚于治理完成日期" in text(client.post(url, {**sent, "until_1": day + timedelta(days=1)}))
    assert client.post(url, {**sent, "until_1": day}).status_code == 302
    page = text(client.get(graded.get_absolute_url()))
    assert "清运货物" in page
    assert scenes.PLAN["aim"] in page


def test_the_contact_is_opened_for_a_purpose_by_who_handles_it_alone(signed_in, reporting, clerk, centre):
    hazard = reporting(name="张三", phone="13800000000")
    url = reverse("hazards_contact", args=[hazard.number])
    assert signed_in(centre).get(url).status_code == 403
    assert "张三" not in text(signed_in(centre).get(hazard.get_absolute_url()))
    opened = text(signed_in(clerk).post(url, {"purpose": "contact"}))
    assert "13800000000" in opened
    assert Opening.objects.filter(case_number=hazard.number).count() == 2


def test_the_papers_name_the_unit_and_nobody_who_told_of_it(signed_in, reporting, clerk, fire, colleague, at):
    hazard = reporting(name="张三", phone="13800000000")
    assert signed_in(clerk).get(reverse("hazards_notice", args=[hazard.number, "pdf"])).status_code == 302
    graded = scenes.general(hazard, clerk, at)
    assert paper_of(graded)[2]["addressee"] == "青山购物广场"
    for form in ("pdf", "docx"):
        assert signed_in(clerk).get(reverse("hazards_notice", args=[hazard.number, form])).status_code == 200
    stage = {"text": "清运货物", "owner": "周明", "until": (at + timedelta(days=20)).date()}
    listed = scenes.listed(scenes.major(reporting(), clerk, at), fire, colleague, at, stages=[stage])
    template, name, facts = paper_of(listed)
    assert (template.name, name, facts["stages"][0]["text"]) == ("listing.txt", "重大隐患挂牌督办通知书", "清运货物")


@pytest.mark.parametrize("page", ["hazards_list", "hazards_map"])
def test_one_row_and_ten_cost_the_same(page, signed_in, reporting, clerk):
    counts = []
    for wanted in (1, 10):
        while Hazard.objects.count() < wanted:
            reporting(latitude=40.8, longitude=111.7)
        client = signed_in(clerk)
        client.get(reverse(page))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(page)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_list_is_exported_without_the_contact(signed_in, reporting, clerk):
    reporting(name="张三", phone="13800000000")
    answer = signed_in(clerk).get(f"{reverse('hazards_export')}?format=csv")
    told = b"".join(answer.streaming_content).decode("utf-8-sig") if answer.streaming else text(answer)
    assert scenes.DESCRIPTION in told
    assert "张" not in told.replace("扩张", "")


def test_the_htmx_step_answers_with_the_panel_that_is_reloaded(signed_in, hazard, clerk):
    client = signed_in(clerk)
    panel = client.post(f"{hazard.get_absolute_url()}dismiss/", {"note": "已清除。"}, headers={"HX-Request": "true"})
    assert "未发现隐患" in text(panel)
    assert "未发现隐患" in text(client.get(hazard.get_absolute_url()))


def test_the_desk_counts_what_waits(signed_in, hazard, clerk, manager, site, at):
    assert "隐患待核查" in text(signed_in(clerk).get(reverse("desk")))
    scenes.general(hazard, clerk, at, site=site)
    assert "本单位待整改隐患" in text(signed_in(manager).get(reverse("desk")))


def test_contacts_are_forgotten_after_their_time(reporting, clerk, at, fresh):
    hazard = reporting(name="张三", phone="13800000000")
    closed = engine.take(hazard, "dismiss", by=clerk, at=at, note="已清除。")
    assert (erase_contacts(at=at + timedelta(days=900)), erase_contacts(at=at + timedelta(days=900))) == (1, 0)
    assert not fresh(closed).has_contact
