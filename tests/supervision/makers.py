"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import timedelta

from governance.cases.services import next_number
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from supervision.assessment.models import Result, Scheme
from supervision.honours.models import Honour
from supervision.orders.models import Order
from supervision.oversight.services import raise_finding
from tests import actors
from tests.scenes import first_step, placed


def leading_groups():
    """The two that supervise the home county."""
    return [actors.office(OfficeType.LEADING_GROUP, code) for code in (actors.CITY, actors.COUNTY)]


def finding(scene):
    """A draft about an office of the place, lying where the scene says."""
    leading_groups()
    unit = actors.office(OfficeType.SITE, scene.code, "mall")
    return raise_finding(unit=unit, ground=2, duty="诉求未在办理期限内答复", at=scene.at)


def told_finding(scene):
    """A finding about which the unit was told: it was criticised."""
    case, chief = confirmed_finding(scene)
    return engine.take(case, "notify", by=chief, at=scene.at, note="予以通报。")


def confirmed_finding(scene):
    """A finding that was confirmed, and who did."""
    case = finding(scene)
    chief = actors.actor(Role.LEADING_OFFICE, case.office.place.code)
    return engine.take(case, "confirm", by=chief, at=scene.at, note="情况属实。", ground=2, gravity="minor"), chief


def paper(scene):
    """The paper of such a finding."""
    case = placed(told_finding(scene), scene)
    return {"number": case.number, "pk": case.papers.get().pk, "form": "docx"}


def served_order(scene):
    """An order that was served, at the place; handed to the scene's office where it has one."""
    case, chief = confirmed_finding(scene)
    engine.take(case, "order", by=chief, at=scene.at, note="立即整改。")
    facts = {"way": "direct", "receiver": "办公室主任", "refused": False, "witness": ""}
    return engine.take(Order.objects.get(finding=case), "serve", by=chief, at=scene.at + timedelta(minutes=5), **facts)


def honour(scene):
    """A nomination at the place."""
    unit = actors.office(OfficeType.TOWNSHIP, scene.code)
    case = Honour(
        number=next_number(at=scene.at), title="提名", place=unit.place, unit=unit, award="safe_place", year=2026, merits="成绩突出。"
    )
    return engine.begin(case, by=actors.actor(Role.LEADING_OFFICE, kind=OfficeType.LEADING_GROUP), at=scene.at)


def scheme():
    return Scheme.objects.get_or_create(year=2026, level="county")[0].pk


def assessed():
    """A county of the scheme that has a result."""
    Result.objects.get_or_create(scheme=Scheme.objects.get(), place=actors.place(actors.COUNTY))
    return actors.COUNTY


MAKERS = {
    "oversight": lambda scene: {"number": placed(told_finding(scene), scene).number},
    "oversight.step": lambda scene: first_step(placed(told_finding(scene), scene), scene),
    "oversight_paper": paper,
    "orders": lambda scene: {"number": placed(served_order(scene), scene).number},
    "orders.step": lambda scene: first_step(placed(served_order(scene), scene), scene),
    "honours": lambda scene: {"number": placed(honour(scene), scene).number},
    "honours.step": lambda scene: first_step(placed(honour(scene), scene), scene),
}
PLAIN = {
    "orders_notice.form": lambda: "docx",
    "orders_receipt.form": lambda: "docx",
    "assessment_detail.pk": scheme,
    "assessment_edit.pk": scheme,
    "assessment_export.pk": scheme,
    "assessment_adjust.pk": scheme,
    "assessment_result.pk": scheme,
    "assessment_result.code": assessed,
    "assessment_take_step.pk": scheme,
    "assessment_take_step.step": lambda: "publish",
}
