"""What fills the papers of a hazard: the order to remove it, and the notice of listed supervision. Who reported it stands in neither."""

from pathlib import Path

from django.utils.translation import gettext as _

from emergencies.hazards.models import RemovalPlan
from governance.timeline.models import Event
from governance.web.formats import cn_date

FOLDER = Path(__file__).parent
GRADED = ("hazards.grade_general", "hazards.grade_major", "hazards.raise_grade", "hazards.fail", "hazards.lower_grade")


def paper_of(hazard):
    """(template, name, facts) of the paper that holds now; None before it was graded, or where nobody is known to whom it is addressed."""
    if not hazard.grade or not hazard.whose or hazard.rectify_by is None:
        return None
    if hazard.listed_at:
        return FOLDER / "listing.txt", _("重大隐患挂牌督办通知书"), listing_facts(hazard)
    return FOLDER / "rectify.txt", _("安全隐患整改通知书"), rectify_facts(hazard)


def shared(hazard, event):
    """What both papers say; they are issued by the office of whoever decided."""
    issuer = event.post.office if event and event.post else hazard.office
    return {
        "issuer": issuer.name if issuer else "",
        "phone": issuer.phone if issuer else "",
        "number": hazard.number,
        "addressee": hazard.whose,
        "sector": hazard.sector.name,
        "place": f"{hazard.place.full_name} {hazard.landmark}".strip(),
        "description": hazard.description,
        "criterion": hazard.criterion.text if hazard.criterion else "",
        "demands": event.note if event else "",
        "until": cn_date(hazard.rectify_by),
        "issued_at": cn_date(event.at) if event else "",
    }


def rectify_facts(hazard):
    event = last(hazard, *GRADED)
    return {**shared(hazard, event), "grade": hazard.get_grade_display(), "verified_at": cn_date(event.at) if event else ""}


def listing_facts(hazard):
    """The notice as it was decided, with the stages of the plan that counts."""
    plan = RemovalPlan.objects.filter(hazard=hazard).prefetch_related("stages").first()
    stages = [{"text": one.text, "owner": one.owner, "until": cn_date(one.until)} for one in plan.stages.all()] if plan else []
    return {**shared(hazard, last(hazard, "hazards.list")), "stages": stages, "people": plan.people if plan else ""}


def last(hazard, *kinds):
    return Event.objects.of(hazard).filter(kind__in=kinds).select_related("post__office").order_by("-sequence").first()
