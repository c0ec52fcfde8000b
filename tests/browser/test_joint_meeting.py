"""A centre calls a joint meeting, two offices come, and what was decided comes back until it is done."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from disputes.meetings.models import Meeting
from disputes.resolutions.models import Resolution
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import DESKTOP
from tests.browser.test_supervision_from_outside import PROOF, takes, writes

TITLE = "物业矛盾纠纷联席会议"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def script(request):
    return {"java_script_enabled": request.param}


@pytest.fixture
def seats(visit, town, script):
    """Pages of people at their desks."""

    def seat(person):
        page = visit(**DESKTOP, **script)
        town.enter(page, person)
        return page

    return seat


def calls(page, bureau):
    """From the navigation to the notice."""
    page.goto("/meetings/")
    page.get_by_role("link", name="召集联席会议").click()
    meet_at = timezone.localtime() + timedelta(days=7)
    facts = {"title": TITLE, "meet_at": f"{meet_at:%Y-%m-%dT%H:%M}", "venue": "三楼会议室", "chair": "区委政法委副书记"}
    writes(page, "保存", purpose="研究物业更换中的纠纷。", **facts)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    takes(page, "添加议题", topic="物业更换中的纠纷", presenter=bureau.name)
    takes(page, "邀请参会单位", other=bureau.name)
    takes(page, "发出会议通知")
    return Meeting.objects.get()


def minutes(page, meeting, bureau):
    """The day has come: it is held, minuted, and one thing is decided."""
    Meeting.objects.update(meet_at=timezone.now() - timedelta(hours=2))
    page.goto(meeting.get_absolute_url())
    takes(page, "登记召开情况", note="听取汇报，进行了讨论。")
    takes(page, "记录议题讨论情况", discussion="同意提前介入。")
    due = timezone.localdate() + timedelta(days=10)
    takes(page, "形成议定事项", task="制定物业交接办法。", owner=f"{bureau.pk}", due_on=f"{due}")
    takes(page, "印发会议纪要")


def test_a_meeting_is_called_held_and_its_decision_carried_out(seats):
    officer, handler = actors.actor(Role.CENTRE_OFFICER), actors.actor(Role.DEPARTMENT_HANDLER)
    centre, bureau = seats(officer), seats(handler)
    office = handler.acting_post.office
    meeting = calls(centre, office)
    bureau.goto("/desk/")
    bureau.get_by_role("main").get_by_role("link", name="联席会议待回复").click()
    bureau.get_by_role("link", name=TITLE).click()
    takes(bureau, "回复参会", representative="王某某，副局长")
    minutes(centre, meeting, office)
    one = Resolution.objects.get()
    bureau.goto(one.get_absolute_url())
    takes(bureau, "报告完成", note="办法已印发。", files=[PROOF])
    centre.goto(one.get_absolute_url())
    takes(centre, "退回继续落实", note="没有征求街道意见。", due_on=f"{timezone.localdate() + timedelta(days=20)}")
    bureau.reload()
    takes(bureau, "报告完成", note="已征求意见并修订。", files=[PROOF])
    centre.reload()
    takes(centre, "验收办结", note="属实。")
    centre.goto(meeting.get_absolute_url())
    expect(centre.get_by_role("main")).to_contain_text("已办结")
    assert Meeting.objects.get().state == "closed"
