"""What a grid worker finds on the way becomes a dispute, is mediated, and moves a figure that opens onto that very row (Art. 38, 51)."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from disputes.mediation.models import Mediation
from governance.people.enums import Role
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from grids.reports.models import Report
from supervision.indicators.tasks import refresh_figures
from tests import actors
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.walking import SETTLED, answer, button
from tests.grids import makers

WORDS = "两户因楼道堆物多次争吵，劝说无效，双方愿意调解。"


@pytest.fixture
def worker(town):
    person = actors.actor(Role.GRID_WORKER, name="孙宏伟")
    assign(makers.grid(), person.acting_post, Duty.RESPONSIBLE, by=None, at=timezone.now())
    return person


@pytest.fixture
def mediator(town):
    return actors.actor(Role.MEDIATOR, name="白玉兰")


def test_a_report_from_the_phone_ends_behind_a_figure(seat, town, worker, mediator):
    reports_and_hands_over(seat(worker, **PHONE))
    mediates(seat(mediator, **DESKTOP))
    refresh_figures()
    finds_behind_the_figure(seat(town.official, **DESKTOP))


def reports_and_hands_over(worker):
    page = worker.page
    page.goto("/reports/create/")
    page.locator(".kinds label", has_text="矛盾纠纷").click()
    page.get_by_label("情况").fill(WORDS)
    page.locator(".kinds label", has_text="我来处置").click()
    button(page, "上报").click()
    page.get_by_role("link", name="查看这件").click()
    worker.takes("转矛盾纠纷调解", note=WORDS)
    assert Report.objects.get().state == "handed_over"


def mediates(mediator):
    """The committee's mediator accepts, mediates and writes the agreement."""
    case, page = Mediation.objects.get(), mediator.page
    page.goto(case.get_absolute_url())
    expect(page.locator("#panel")).to_contain_text(Report.objects.get().number)
    mediator.takes("受理", points="楼道堆物的清理。")
    for side, name in (("applicant", "张三"), ("respondent", "李四")):
        mediator.takes("登记、更正当事人", side=side, nature="person", party_name=name)
        expect(page.locator("#panel")).to_contain_text(f"{name[0]}**")
    mediator.takes("指派调解员", mediator=str(mediator.person.pk), no_conflict=True)
    mediator.takes(
        "记录调解",
        held_at=f"{timezone.localtime():%Y-%m-%dT%H:%M}",
        venue="社区调解室",
        attendance="both",
        course="双方陈述，调解员讲解消防规定。",
        result="双方同意清理。",
    )
    agrees(mediator)
    assert Mediation.objects.get().state == "agreed"


def agrees(mediator):
    typed = {
        "form": "written", "facts": "楼道长期堆物。", "points": "由谁清理。", "responsibilities": "双方各清理自己的物品。",
        "duties": "三日内清理完毕。", "way": "自行清理", "venue": "本楼道", "perform_by": f"{timezone.localdate():%Y-%m-%d}",
    }  # fmt: skip
    page = mediator.page
    page.locator(".steps").get_by_role("link", name="达成协议", exact=True).click()
    page.locator(f"main form{SETTLED}").get_by_role("button", name="达成协议", exact=True).wait_for()
    for name, value in typed.items():
        answer(page, name, value)
    page.locator(f"main form{SETTLED}").get_by_role("button", name="达成协议", exact=True).click()
    expect(page.locator(".timeline-label", has_text="达成协议").first).to_be_visible()


def finds_behind_the_figure(official):
    page = official.page
    page.goto("/dashboard/")
    figure = page.locator(".figure", has_text="调解成功率").first
    expect(figure).to_contain_text("100")
    figure.get_by_role("link").first.click()
    expect(page.locator("tbody tr")).to_have_count(1)
    official.opens(Mediation.objects.get().number)
