"""What residents read of a deliberation: announcement, result, progress and judgement, in the village's words, without persons."""

from django.urls import reverse
from django.utils.translation import gettext_lazy

from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline
from governance.web.tracking.progress import Progress, entry, step_of, told_events
from grids.deliberation.enums import DECIDED, State
from grids.deliberation.public.services import published_files

PHASES = (
    ("raise", gettext_lazy("已提出"), {State.RAISED}),
    ("accept", gettext_lazy("已受理"), {State.ACCEPTED, State.SCHEDULED}),
    ("announce", gettext_lazy("已公告"), {State.ANNOUNCED}),
    ("hold", gettext_lazy("已协商"), {State.HELD}),
    ("publish_result", gettext_lazy("结果公布"), {State.CARRYING}),
    ("carry_out", gettext_lazy("已落实"), {State.CARRIED_OUT, State.EVALUATED}),
    ("close", gettext_lazy("已结束"), {State.CLOSED}),
)
STOPPED = {
    State.DECLINED: "decline",
    State.UNSETTLED: "publish_no_result",
    State.ENDED: "end",
    State.WITHDRAWN: "withdraw",
}
PROGRESS = Progress(PHASES, STOPPED, done=State.CLOSED)
WORDS = {
    State.RAISED: gettext_lazy("%(place)s已收到您的议题，会在下面的期限内答复是否受理。"),
    State.ACCEPTED: gettext_lazy("议题已受理，正在安排协商的时间、地点和参加人。"),
    State.SCHEDULED: gettext_lazy("协商的时间、地点已经初步安排，公告后您可以在村（社区）页面看到。"),
    State.ANNOUNCED: gettext_lazy("已发布协商公告。"),
    State.HELD: gettext_lazy("已经召开协商，结果即将公布。"),
    State.CARRYING: gettext_lazy("协商结果已公布，正在落实。"),
    State.CARRIED_OUT: gettext_lazy("协商结果已落实，正在听取参加人的评价。"),
    State.EVALUATED: gettext_lazy("已落实并评价。"),
    State.CLOSED: gettext_lazy("已落实、评价并结束。"),
    State.DECLINED: gettext_lazy("议题没有受理，理由见下。"),
    State.UNSETTLED: gettext_lazy("协商没有达成一致，情况见下。"),
    State.ENDED: gettext_lazy("协商已终止，原因见下。"),
    State.WITHDRAWN: gettext_lazy("已按您的要求撤回。"),
}
TOLD_NOTES = {
    "decline", "withdraw", "postpone", "hold", "publish_no_result", "progress", "set_day", "carry_out", "evaluate", "carry_on", "end",
}  # fmt: skip
OF_THE_RAISER = {"raise", "accept", "withdraw"}  # what of the timeline is the raiser's own
LABELS = {
    "raise": gettext_lazy("已提出"),
    "withdraw": gettext_lazy("已撤回"),
    "hold": gettext_lazy("召开协商"),
    "progress": gettext_lazy("落实进展"),
    "evaluate": gettext_lazy("参加人评价"),
    "publish_no_result": gettext_lazy("未达成一致"),
    "close": gettext_lazy("已结束"),
}


def words(case):
    return str(WORDS[case.state]) % {"place": case.place.short_name}


def told(case):
    """The raiser's own page."""
    events = told_events(case)
    return {
        "words": words(case),
        "phases": PROGRESS.line(case.state, {step_of(event): event.at for event in events}),
        "deadlines": Deadline.objects.of(case).exclude(state=DeadlineState.DROPPED).select_related("limit").order_by("started_at"),
        "events": [entry(event, labels=LABELS, notes=TOLD_NOTES) for event in reversed(events)],
    }


def shown(case):
    """The page everyone reads. What was raised by whom, and in which words, is not on it."""
    events = told_events(case)
    return {
        "case": case,
        "phases": PROGRESS.line(case.state, {step_of(event): event.at for event in events}),
        "participants": case.participants.all(),
        "views": case.views.all() if case.state in DECIDED or case.state == State.UNSETTLED else [],
        "files": files(case),
        "events": [entry(event, labels=LABELS, notes=TOLD_NOTES) for event in reversed(events) if step_of(event) not in OF_THE_RAISER],
    }


def files(case):
    found = []
    for row in published_files(case):
        url = reverse("deliberation_file", args=[case.number, row.pk])
        found.append({"name": row.name, "size": row.size, "url": url, "thumbnail_url": f"{url}?thumbnail" if row.thumbnail else ""})
    return found
