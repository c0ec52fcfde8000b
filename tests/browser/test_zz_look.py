"""Throw-away: pictures of the pages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from governance.people.enums import OfficeType, Role
from tests import actors
from tests.browser.conftest import PHONE
from tests.disputes.makers import mediation
from tests.disputes.meetings import cast as meetings
from tests.disputes.situation.test_counting import complaints, dispute, rising_heat
from tests.disputes.stability import cast as stability
from tests.scenes import Scene
from disputes.situation import services

OUT = "/tmp/prevention_run/shots"


@pytest.mark.parametrize("kind", [{}, PHONE], ids=["desk", "phone"])
def test_look(seat, town, kind):
    at = timezone.now()
    rising_heat(at)
    for code, n in ((actors.OTHER_VILLAGE, 14), (actors.VILLAGE, 3)):
        complaints(n, at, code=code, phones=[f"139{k:08d}" for k in range(7)])
    dispute(at)
    services.recount(at=at)
    who = meetings.gathered()
    past = at - timedelta(days=30)
    case = meetings.decided(who, past, who.housing, who.fire)
    coming = meetings.announced(who, at - timedelta(hours=2))
    risk = stability.gathered()
    filed = stability.filed(risk, at - timedelta(days=20))
    open_ = stability.opened(risk, at)
    officer = seat(who.officer, **kind)
    page, name = officer.page, "phone" if kind else "desk"
    chief = {"situation": "/situation/", "methods": "/situation/methods/", "meetings": "/meetings/", "meeting": case.get_absolute_url(),
             "coming": coming.get_absolute_url(), "plan": "/meetings/create/", "invite": f"/meetings/{meetings.planned(who, at).number}/invite/",
             "resolution": meetings.resolutions_of(case)[0].get_absolute_url(), "resolutions": "/resolutions/?state=all",
             "stability": "/stability/?state=all", "filed": filed.get_absolute_url(), "standards": "/stability/standards/", "desk": "/desk/"}
    for label, url in chief.items():
        page.goto(url)
        page.wait_for_timeout(600)
        page.screenshot(path=f"{OUT}/{name}-{label}.png", full_page=True)
    first = seat(risk.first, **kind).page
    for label, url in {"create": "/stability/create/", "collect": f"{open_.get_absolute_url()}collect/", "risk": f"{open_.get_absolute_url()}add_risk/"}.items():
        first.goto(url)
        first.screenshot(path=f"{OUT}/{name}-s-{label}.png", full_page=True)
