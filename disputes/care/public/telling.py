"""What a person is told of the own request."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.care import terms
from disputes.care.enums import State
from disputes.care.public.forms import RatingForm
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.privacy.models import Opening
from governance.web.tracking.progress import Progress, clocks_of, entry, step_of, told_events

PHASES = (
    ("request", gettext_lazy("已申请"), {State.REQUESTED}),
    ("assign", gettext_lazy("已安排机构"), {State.ASSIGNED}),
    ("accept", gettext_lazy("帮扶中"), {State.SERVING}),
    ("end", gettext_lazy("已结束"), {State.ENDED}),
)
STOPPED = {State.UNARRANGED: "close", State.REVOKED: "withdraw"}
PROGRESS = Progress(PHASES, STOPPED, done=State.ENDED)
WORDS = {
    State.REQUESTED: gettext_lazy("已收到您的申请，%(bureau)s正在安排。"),
    State.ASSIGNED: gettext_lazy("%(bureau)s已请%(provider)s承接，对方答复后会与您联系。"),
    State.SERVING: gettext_lazy("%(provider)s正在为您提供帮助。"),
    State.ENDED: gettext_lazy("这次帮助已经结束。需要时可以重新申请。"),
    State.UNARRANGED: gettext_lazy("这次没有能够安排。您可以拨打12345，或者重新申请其他帮助。"),
    State.REVOKED: gettext_lazy("您已撤回同意，帮助已经停止。您的个人信息已经封存，任何人不能查看，期满自动删除。"),
}
LABELS = {
    "request": gettext_lazy("已申请"),
    "assign": gettext_lazy("已安排机构"),
    "accept": gettext_lazy("机构已承接"),
    "visit": gettext_lazy("提供了帮助"),
    "end": gettext_lazy("已结束"),
    "reassign": gettext_lazy("更换了机构"),
    "refer": gettext_lazy("转其他部门安排"),
    "close": gettext_lazy("未能安排"),
    "withdraw": gettext_lazy("您撤回了同意"),
    "stop": gettext_lazy("已登记您撤回同意"),
}
TOLD_TERMS = {
    terms.ARRANGE.name: gettext_lazy("安排"),
    terms.ACCEPT.name: gettext_lazy("机构答复"),
    terms.VISIT.name: gettext_lazy("下次帮助"),
}


def told(care):
    """The context of the tracking page."""
    events = told_events(care)
    taken = {step_of(event): event.at for event in events}
    taken.setdefault("withdraw", taken.get("stop"))
    return {
        "words": words(care),
        "phases": PROGRESS.line(care.state, {step: at for step, at in taken.items() if at}),
        "deadlines": clocks_of(care, TOLD_TERMS) if care.is_ongoing else [],
        "events": [entry(event, labels=LABELS, notes=()) for event in reversed(events)],
        "openings": openings_of(care),
        "rating": rating_of(care),
    }


def words(care):
    """One sentence that says where it stands."""
    provider = care.provider.office.name if care.provider_id else _("承接机构")
    return str(WORDS[care.state]) % {"bureau": care.supervisor.name, "provider": provider}


def openings_of(care):
    """When staff looked at the facts and what for: the person may know (个人信息保护法 §44)."""
    rows = Opening.objects.filter(case_number=care.number, by__isnull=False).select_related("post__office").order_by("-at")
    seen = {(row.at, row.post_id): row for row in rows}.values()
    return [{"at": row.at, "purpose": row.get_purpose_display(), "office": row.post.office.name if row.post else ""} for row in seen]


def rating_of(care):
    """The blank form of a word on the help, while it can be said."""
    can = any(step.name == "rate" for step in engine.available(care, RESIDENT))
    return RatingForm(initial={"version": care.version}) if can else None
