"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from governance.calendar.workdays import SHANGHAI
from governance.cases.services import next_number
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType, Role
from supervision.appraisals.models import Appraisal
from supervision.assessment.models import Result, Scheme
from supervision.duties.models import Duty, DutyState, Filing
from supervision.honours.models import Honour, Programme
from supervision.orders.models import Order
from supervision.oversight.services import raise_finding
from supervision.recommendations.services import send
from supervision.reviews.models import Review
from supervision.reviews.services import ask
from supervision.tips.services import file_tip
from tests import actors
from tests.scenes import Scene, first_step, placed

MOMENT = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)


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
    unit, by = actors.office(OfficeType.TOWNSHIP, scene.code), actors.actor(Role.LEADING_OFFICE, kind=OfficeType.LEADING_GROUP)
    facts = {"title": "提名", "award": "safe_place", "year": 2026, "merits": "成绩突出。"}
    case = Honour(number=next_number(at=scene.at), place=unit.place, unit=unit, office=by.acting_post.office, **facts)
    return engine.begin(case, by=by, at=scene.at)


def programme(scene):
    """One that a leading group of the place set up."""
    office = actors.office(OfficeType.LEADING_GROUP, scene.code)
    by = actors.actor(Role.LEADING_OFFICE, kind=OfficeType.LEADING_GROUP)
    facts = {"title": "评选", "award": "grids", "year": 2026, "quota": 2, "nominate_until": scene.at.date(), "at": scene.at}
    return Programme.objects.create(office=office, place_path=office.place.path, by=by, **facts).pk


def publicised():
    """The number of a nomination that stands in public now."""
    unit, now = actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP), timezone.now()
    by = actors.actor(Role.LEADING_OFFICE, kind=OfficeType.LEADING_GROUP)
    case = Honour(
        number=next_number(at=now), title="公示", place=unit.place, unit=unit, award="safe_place", year=2026, merits="成绩突出。",
        publicised_at=now, publicity_until=now + timedelta(days=5), office=by.acting_post.office,
    )  # fmt: skip
    engine.begin(case, by=by, at=now)
    Honour.objects.filter(pk=case.pk).update(state="publicised")
    return case.number


def appraisal(scene):
    """A unit's round at the place."""
    group = actors.office(OfficeType.LEADING_GROUP, actors.CITY)
    made = Scheme.objects.get_or_create(year=2025, level="township")[0]
    unit = actors.office(OfficeType.TOWNSHIP, scene.code)
    result = Result.objects.get_or_create(scheme=made, place=unit.place)[0]
    facts = {"place": unit.place, "unit": unit, "result": result, "reviewer": group}
    case = Appraisal(number=next_number(at=scene.at), title="年度考核", **facts)
    return engine.begin(case, by=SYSTEM, at=scene.at)


def scheme():
    """One whose results every unit reads."""
    return Scheme.objects.get_or_create(year=2026, level="county", defaults={"state": "disclosed"})[0].pk


def scored_item():
    return Scheme.objects.get(pk=scheme()).items.get_or_create(kind="manual", label="责任落实", weight=10, position=1)[0].pk


def assessed():
    """A county of the scheme that has a result."""
    Result.objects.get_or_create(scheme=Scheme.objects.get(), place=actors.place(actors.COUNTY))
    return actors.COUNTY


def duty_state(scene):
    """A duty of the scene's office, or of an office of the place, shown by a document."""
    unit = scene.office or actors.office(OfficeType.TOWNSHIP, scene.code)
    duty = Duty.objects.get(code="5-3-township")
    facts = {"state": "missing", "since": scene.at, "checked_at": scene.at, "place_path": unit.place.path, "office_ids": [unit.pk]}
    return DutyState.objects.get_or_create(code=duty.code, office=unit, year=scene.at.year, defaults={"duty": duty, **facts})[0]


def filing(scene):
    """A document of that office."""
    row = duty_state(scene)
    facts = {"title": "工作情况", "issued_on": scene.at.date(), "at": scene.at, "by": actors.actor(Role.TOWNSHIP_CLERK)}
    placed = {"place_path": row.place_path, "office_ids": row.office_ids, "office": row.office}
    return Filing.objects.create(number=next_number(at=scene.at), code=row.code, duty=row.duty, year=row.year, **facts, **placed)


DOCUMENT = {
    "document": "新检建〔2026〕12号", "issued_on": date(2026, 11, 20), "title": "消防通道长期被占", "problem": "多次被占，未见整改。",
    "advice": "清理通道，建立巡查制度。", "basis": "消防法", "is_urgent": False, "answer_by": None,
}  # fmt: skip


def recommendation(scene):
    """Sent by the county's court to an office of the place."""
    leading_groups()
    judge = actors.actor(Role.SUPERVISING_BODY, trade="court")
    unit = actors.office(OfficeType.SITE, scene.code, "mall")
    return send(sender=judge.acting_post.office, unit=unit, by=judge, at=scene.at, **DOCUMENT)


def review(scene):
    """Put by a standing committee of the place to an office of it."""
    congress = actors.office(OfficeType.CONGRESS, scene.code, "congress")
    clerk = actors.actor(Role.CONGRESS_STAFF)
    facts = {"kind": "inquiry", "title": "消防安全", "session": "第三十二次会议", "held_on": date(2026, 11, 20), "text": "限期答复。"}
    questions = [("通道为何长期被占？", actors.office(OfficeType.SITE, scene.code, "mall"))]
    return ask(congress=congress, questions=questions, by=clerk, at=scene.at, **facts)


def tip(scene):
    """Told of the place, about no office by name."""
    leading_groups()
    return file_tip(
        matter="no_action", description="路灯坏了三个月没人管。", place=actors.place(scene.code), phone="13800000000", at=scene.at
    ).tip


def published_review():
    """A review everyone may read."""
    case = Review.objects.filter(published_at__isnull=False).first()
    if case is None:
        case = review(Scene(None, "", actors.COUNTY, None, False, MOMENT))
        Review.objects.filter(pk=case.pk).update(state="following", published_at=MOMENT)
    return case.number


MAKERS = {
    "duties": lambda scene: {"pk": duty_state(scene).pk},
    "duty_office": lambda scene: {"pk": (scene.office or actors.office(OfficeType.COMMITTEE, scene.code)).pk},
    "duty_filing": lambda scene: {"pk": filing(scene).pk},
    "recommendations": lambda scene: {"number": placed(recommendation(scene), scene).number},
    "recommendations.step": lambda scene: first_step(placed(recommendation(scene), scene), scene),
    "reviews": lambda scene: {"number": placed(review(scene), scene).number},
    "reviews.step": lambda scene: first_step(placed(review(scene), scene), scene),
    "tips": lambda scene: {"number": placed(tip(scene), scene).number},
    "tips.step": lambda scene: first_step(placed(tip(scene), scene), scene),
    "oversight": lambda scene: {"number": placed(told_finding(scene), scene).number},
    "oversight.step": lambda scene: first_step(placed(told_finding(scene), scene), scene),
    "oversight_paper": paper,
    "orders": lambda scene: {"number": placed(served_order(scene), scene).number},
    "orders.step": lambda scene: first_step(placed(served_order(scene), scene), scene),
    "appraisals": lambda scene: {"number": placed(appraisal(scene), scene).number},
    "appraisals.step": lambda scene: first_step(placed(appraisal(scene), scene), scene),
    "programme": lambda scene: {"pk": programme(scene)},
    "honours": lambda scene: {"number": placed(honour(scene), scene).number},
    "honours.step": lambda scene: first_step(placed(honour(scene), scene), scene),
}
PLAIN = {
    "dashboard_floor_edit.code": lambda: "complaints.on_time",
    "duties_article.number": lambda: 22,
    "duties_article_edit.number": lambda: 22,
    "duties_create.number": lambda: 22,
    "duties_edit.pk": lambda: Duty.objects.get(code="22-1-city").pk,
    "duties_end.pk": lambda: Duty.objects.get(code="22-1-city").pk,
    "recommendations_paper.kind": lambda: "letter",
    "recommendations_paper.form": lambda: "docx",
    "reviews_record.form": lambda: "docx",
    "published_review.number": published_review,
    "dashboard_report.form": lambda: "docx",
    "orders_notice.form": lambda: "docx",
    "orders_receipt.form": lambda: "docx",
    "assessment_detail.pk": scheme,
    "assessment_edit.pk": scheme,
    "assessment_export.pk": scheme,
    "assessment_adjust.pk": scheme,
    "assessment_result.pk": scheme,
    "assessment_result.code": assessed,
    "assessment_take_step.pk": scheme,
    "scoring_score.item": scored_item,
    "scoring_reviewers.pk": scheme,
    "scoring_what_if.pk": scheme,
    "honours_object.number": publicised,
    "assessment_take_step.step": lambda: "publish",
}
