"""What fills the form of a filed plan (应急预案备案登记表; 生产安全事故应急预案管理办法第二十八条); private telephones are not on it."""

from pathlib import Path

from django.utils.translation import gettext as _

from governance.people.models import Office
from governance.timeline.models import Event
from governance.web.formats import cn_date

FORM = Path(__file__).parent / "filing.txt"


def filing_of(plan):
    """What the form says; None before the plan was issued, for until then there is nothing to file."""
    if plan.issued_on is None:
        return None
    review = Event.objects.of(plan).filter(kind="plans.review").select_related("post__office").order_by("-sequence").first()
    papers = [one.name for one in (plan.document, plan.drawing) if one]
    return {
        "receiver": receiver_of(plan, review),
        "number": plan.number,
        "owner": plan.owner.name,
        "address": " ".join(part for part in (plan.place.full_name, plan.venue.landmark if plan.venue else "") if part),
        "commander": plan.commander,
        "deputies": plan.deputies,
        "duty_phone": plan.duty_phone,
        "title": plan.title,
        "kind": plan.get_kind_display(),
        "scenarios": plan.scenarios_label,
        "edition": plan.edition,
        "issued_on": cn_date(plan.issued_on),
        "review_on": cn_date(plan.review_on),
        "papers": "、".join(papers),
        "reviewed": _("%(day)s 审查通过") % {"day": cn_date(review.at)} if review else "",
        "filed_on": cn_date(plan.in_force_at),
    }


def receiver_of(plan, review):
    """The office that reviewed the plan receives it."""
    if review and review.post:
        return review.post.office.name
    office = Office.objects.filter(pk__in=plan.reviewer_ids).order_by("pk").first()
    return office.name if office else plan.owner.name
