"""What the city changed of the kinds in the year: one was added for the floods and lies ready, one asks a thing more."""

from datetime import timedelta

from governance.people.enums import Role
from governance.people.models import User
from grids.admission.models import Duty
from grids.kinds import services
from grids.kinds.rules import with_codes
from grids.reports.models import KindChange, ReportKind

ASKED = {"code": "", "label": "是否影响出行", "asked": "yes_no", "options": [], "required": False, "hint": ""}


def seed(*, rng, scale, count, at, say):
    """Nothing where something was changed already, or nobody keeps them."""
    keeper = User.objects.filter(is_demo=True, posts__role=Role.CENTRE_OFFICER, posts__office__place__level="city").order_by("pk").first()
    if scale != "demo" or keeper is None or KindChange.objects.exists():
        return
    flood = ReportKind(label="汛期积水", hint="道路、小区、下穿通道积水，河道漫溢苗头", trade="water", order=20)
    flood.duty, flood.questions = Duty.objects.get(code="patrol"), with_codes([ASKED])
    services.create_kind(flood, by=keeper, at=at - timedelta(days=190))
    services.switch(flood, on=True, by=keeper, at=at - timedelta(days=178))
    services.switch(flood, on=False, by=keeper, at=at - timedelta(days=50))
    traffic = ReportKind.objects.get(code="traffic")
    traffic.hint = f"{traffic.hint}；占用盲道"
    services.change_kind(traffic, ["hint"], by=keeper, at=at - timedelta(days=120))
    say("report kinds: one added, one changed")
