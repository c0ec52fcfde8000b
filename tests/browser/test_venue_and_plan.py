"""A mall's plan from its manager's desk into force, and its grade: raised by one, lowered only by two (Art. 22)."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from emergencies.plans.models import Plan
from emergencies.venues.models import FactorSet, Venue
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.browser.walking import answer, button, photograph
from tests.emergencies.makers import PAPER, declared

PDF = {"name": "预案.pdf", "mimeType": "application/pdf", "buffer": PAPER}
CONTACT = "王强，疏散引导，13800000000"
WORST, BEST = -1, 0


@pytest.fixture
def people(town):
    """The manager, two of the bureau that supervises malls."""
    bureau = [actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency", name=name) for name in ("高俊峰", "韩雪")]
    return actors.actor(Role.SITE_MANAGER, trade="mall", name="赵立新"), *bureau


@pytest.fixture
def venue(people):
    manager, assessor, _colleague = people
    made = declared(actors.place(actors.VILLAGE), timezone.now() - timedelta(days=1), by=manager)
    return engine.take(made, "confirm", by=assessor, at=timezone.now())


def test_a_plan_comes_into_force_and_a_grade_falls_by_two_hands(people, venue, seat):
    manager, assessor, colleague = people
    hands_in(seat(manager), venue)
    reviews(seat(assessor))
    puts_in_force(seat(manager))
    opens_the_contacts(seat(assessor))
    assesses(seat(assessor), venue, WORST, {})
    assesses(seat(assessor), venue, BEST, {"note": "通道已清理，设施已补齐。"})
    assert Venue.objects.get().grade == "red"
    agrees(seat(colleague), venue)
    checks(seat(manager), venue)


def hands_in(manager, venue):
    """From the page of the venue to the plan that waits."""
    page = manager.page
    page.goto(venue.get_absolute_url())
    page.get_by_role("link", name="报送预案").click()
    page.get_by_label("火灾").check()
    page.get_by_label("拥挤踩踏").check()
    for name, value in {"kind": "comprehensive", "commander": "赵立新（总经理）", "duty_phone": "0471-1234567",
                        "contact_lines": CONTACT, "resources": "微型消防站一处，队员八人。"}.items():  # fmt: skip
        answer(page, name, value)
    page.set_input_files("[name=document]", PDF)
    page.set_input_files("[name=drawing]", photograph())
    button(page, "报送").click()
    expect(page.get_by_text("等待审查")).to_be_visible()
    assert CONTACT not in page.content()


def reviews(bureau):
    bureau.page.goto(Plan.objects.get().get_absolute_url())
    bureau.takes("审查通过", note="要素齐全。")


def puts_in_force(manager):
    today = timezone.localdate()
    manager.page.goto(Plan.objects.get().get_absolute_url())
    manager.takes("签发施行", issued_on=today.isoformat(), review_on=(today + timedelta(days=700)).isoformat())
    assert Plan.objects.select_related("venue").get().venue.plan_on == today


def opens_the_contacts(bureau):
    """For a purpose that is recorded."""
    page = bureau.page
    page.goto(Plan.objects.get().get_absolute_url())
    page.get_by_role("link", name="说明用途后查看").click()
    page.locator("main [name=purpose]").select_option(index=1)
    button(page, "查看").click()
    expect(page.get_by_text(CONTACT)).to_be_visible()


def assesses(bureau, venue, which, typed):
    """All factors answered with the best or the worst."""
    factors = FactorSet.objects.in_force(timezone.now()).factors.prefetch_related("options")
    given = {f"factor_{factor.code}": [*factor.options.all()][which].code for factor in factors}
    bureau.page.goto(venue.get_absolute_url())
    bureau.takes("评估分级", **given, **typed)


def agrees(colleague, venue):
    colleague.page.goto(venue.get_absolute_url())
    expect(colleague.page.locator("#panel")).to_contain_text("由另一人审核同意后生效")
    colleague.takes("同意下调等级", note="已看照片。")
    assert Venue.objects.get().grade == "blue"


def checks(manager, venue):
    """What is not met is told with when it will be."""
    manager.page.goto(venue.get_absolute_url())
    manager.takes("对照防范标准检查", note="全部月底前落实，责任人赵立新。")
    expect(manager.page.locator("#panel")).to_contain_text("全部月底前落实")
