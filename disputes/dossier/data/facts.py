"""What of a case fills each form of its file. All of it is text, so that whoever answers for the paper can edit it before it is printed."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.dossier.data.forms import FORMS, LINE, STORY
from disputes.dossier.rules import age_of, sex_of
from disputes.mediation.enums import Confirmation, Nature
from disputes.mediation.models import Agreement, OtherWay
from disputes.mediation.rules import paragraphs
from disputes.mediation.terms import LIMIT
from disputes.proceedings.models import CourtRequest
from governance.deadlines.models import Deadline
from governance.files.models import Attachment
from governance.timeline.models import Event
from governance.web.formats import cn_date, cn_datetime, cn_due

BLANK_DAY = "　　　　年　　月　　日"
MAY_BE_ABSENT = {"agent": "", "nature": ""}
BLANK, ROOM = "　　　　", ["　"] * 4  # what is left to be written by hand
TOLD_BY_EVENTS = ("end", "perform", "note_unperformed", "confirm")


@dataclass
class Told:
    """A case with all that its forms are filled from. `parties` in plain text, each with its `agents`: the openings were recorded by who
    asked for them. `sessions` are those that were held."""

    mediation: Any
    parties: list
    sessions: list
    arranged: dict = field(default_factory=dict)  # serial → a session that is agreed on and not held yet
    agreement: Any = None
    events: dict = field(default_factory=dict)  # step → its events, the first one first
    follow_ups: list = field(default_factory=list)
    court: Any = None
    pieces: list = field(default_factory=list)  # names of the attachments of the case


def told(mediation, parties):
    """Read what the forms of a case are filled from."""
    events, kinds = {}, [f"{mediation.flow.procedure}.{step}" for step in TOLD_BY_EVENTS]
    for event in Event.objects.of(mediation).filter(kind__in=kinds).select_related("by").order_by("sequence"):
        events.setdefault(event.kind.partition(".")[2], []).append(event)
    opinions = mediation.opinions.exclude(received_at=None).values_list("body", flat=True)
    return Told(
        mediation,
        parties,
        sessions=list(mediation.sessions.held().select_related("mediator", "recorder")),
        arranged={session.serial: session for session in mediation.sessions.scheduled().select_related("mediator")},
        agreement=Agreement.objects.filter(mediation=mediation).first(),
        events=events,
        follow_ups=list(mediation.follow_ups.select_related("by")),
        court=CourtRequest.objects.filter(mediation=mediation).first(),
        pieces=[*(_("鉴定、评估意见（%s）") % body for body in opinions), *Attachment.objects.of(mediation).values_list("name", flat=True)],
    )


def filled(key, story):
    """The facts of a paper, every one of its form's fields a text, its groups lists of texts."""
    code, _dash, serial = key.partition("-")
    facts = {**_head(story), **FILLING[code](story, int(serial or 1))}
    return whole(code, facts)


def whole(code, facts):
    """The facts a form asks for and no others; what is not known is empty."""
    form = FORMS[code]
    found = {one.name: str(facts.get(one.name) or "") for one in form.fields}
    for group in form.groups:
        found[group.name] = [
            {column.name: str(row.get(column.name) or "") for column in group.columns} for row in facts.get(group.name, [])
        ]
    return found


def printed(code, facts, *, pages=BLANK):
    """The facts as the text file prints them: paragraphs as lists, and room for the hand where nothing is known."""
    form, found = FORMS[code], {"pages": pages}
    for one in form.fields:
        value = facts.get(one.name, "")
        found[one.name] = (paragraphs(value) or ROOM) if one.shape == STORY else value or (BLANK if one.shape == LINE else "")
    if not facts.get("day"):
        found["day"] = BLANK_DAY
    for group in form.groups:
        found[group.name] = [
            {name: value or MAY_BE_ABSENT.get(name, BLANK) for name, value in row.items()} for row in facts.get(group.name, [])
        ]
    return found


def _head(story):
    case = story.mediation
    return {
        "number": case.number,
        "committee": case.office.name if case.office else "",
        "mediator": case.mediator.name if case.mediator else "",
        "matter": str(case.get_kind_display()),
        "kind": str(case.get_kind_display()),
        "parties": [_particulars(one, case.opened_at) for one in story.parties],
        "day": "",
    }


def _particulars(one, at):
    """A party as the forms name it; sex and age are read from a citizen's number."""
    number, names = one.get("id_number") or "", ("name", "phone", "id_number", "address", "agent")
    age = age_of(number, on=timezone.localtime(at).date())
    is_person = one["party"].nature == Nature.PERSON
    return {
        **{name: one.get(name) or "" for name in names},
        "side": str(one["side"]),
        "nature": str(one["nature"]),
        "sex": sex_of(number),
        "age": f"{age}" if age is not None else "",
        "papers": (_("居民身份证") if is_person else _("统一社会信用代码证书")) if number else "",
    }


def _day(moment):
    return cn_date(moment) if moment else ""


def _cover(story, serial):
    case = story.mediation
    names = (f"{one['side']}：{one['name']}" for one in story.parties)
    return {
        "matter": case.title,
        "people": "\n".join(names),
        "accepted": _day(case.accepted_at or case.opened_at),
        "settled": _day(case.settled_at),
        "result": " · ".join(str(word) for word in (case.get_outcome_display(), _performed(case), case.get_confirmation_display()) if word),
        "keeper": case.mediator.name if case.mediator else "",
    }


def _performed(case):
    return "" if case.performed is None else _("已履行") if case.performed else _("未履行")


def _application(story, serial):
    case = story.mediation
    return {"story": case.description, "demand": case.demand, "day": _day(case.opened_at)}


def _registration(story, serial):
    case = story.mediation
    clock = Deadline.objects.of(case).filter(term=LIMIT.name).order_by("-started_at").first()
    taken_up = _("%(day)s受理") % {"day": cn_date(case.accepted_at)} if case.accepted_at else str(case.state_label)
    return {
        "opened": cn_datetime(case.opened_at), "source": _source(case), "place": case.place.full_name, "story": case.description,
        "demand": case.demand, "points": case.points, "acceptance": taken_up, "limit": cn_due(clock.due_at) if clock else "",
        "day": _day(case.opened_at),
    }  # fmt: skip


def _source(case):
    return " ".join(filter(None, (str(case.get_source_display()), case.source_unit, case.source_ref)))


def _notice(story, serial):
    return {"day": _day(story.mediation.accepted_at)}


def _identity(story, serial):
    return {"checker": _head(story)["mediator"], "day": _day(story.mediation.accepted_at)}


def _power(story, serial):
    """The n-th agent, and who sends them."""
    found = [(one, agent) for one in story.parties for agent in one.get("agents", ())]
    if serial > len(found):
        return {}
    one, agent = found[serial - 1]
    general = _("代为参加调解，代为陈述事实、提出调解意见。")
    return {
        "principal": one.get("name"), "principal_id": one.get("id_number"), "agent": agent["name"], "agent_id": agent["id_number"],
        "agent_phone": agent["phone"], "powers": "\n".join((str(agent["authority"]), agent["powers"] or general)),
    }  # fmt: skip


def _invitation(story, serial):
    """When and where both sides are asked to come to the session that was agreed on."""
    case, session = story.mediation, story.arranged.get(serial)
    if session is None:
        return {"serial": serial, "matter": case.title}
    return {
        "serial": serial, "matter": case.title, "when": cn_datetime(session.scheduled_for), "venue": f"{session.venue}{session.room}",
        "mediator": session.mediator.name, "phone": case.office.phone if case.office else "",
    }  # fmt: skip


def _enquiry(story, serial):
    head = _head(story)
    return {"asker": head["mediator"], "venue": head["committee"], "course": _("问：\n答：")}


def _evidence(story, serial):
    pieces = [{"name": name, "count": _("1件")} for name in story.pieces]
    return {"pieces": pieces or [{}, {}, {}], "receiver": _head(story)["mediator"]}


def _record(story, serial):
    session = story.sessions[serial - 1] if serial <= len(story.sessions) else None
    if session is None:
        return {"serial": serial}
    said = [(_("申请人陈述：%s"), session.applicant_said), (_("被申请人陈述：%s"), session.respondent_said), ("%s", session.course)]
    said.append((_("调解方案：%s"), session.proposal))
    return {
        "serial": serial, "when": cn_datetime(session.held_at), "venue": f"{session.venue}{session.room}",
        "mediator": session.mediator.name,
        "present": "，".join(filter(None, (str(session.get_attendance_display()), session.attendees))), "recorder": _recorder(session),
        "course": "\n".join(words % text for words, text in said if text), "result": session.result, "day": _day(session.held_at),
    }  # fmt: skip


def _recorder(session):
    return session.recorder.name if session.recorder else ""


def _agreed(story):
    agreement = story.agreement
    if agreement is None:
        return {}
    way = [_("履行方式：%s。") % agreement.way if agreement.way else "", _("履行地点：%s。") % agreement.venue if agreement.venue else ""]
    way.append(_("履行时限：%s前。") % cn_date(agreement.perform_by) if agreement.perform_by else "")
    return {
        "story": "\n".join(filter(None, (agreement.facts, agreement.points))), "responsibilities": agreement.responsibilities,
        "duties": agreement.duties, "way": "\n".join(filter(None, way)), "day": _day(agreement.made_at),
        "agreed": _day(agreement.made_at), "due": "".join(filter(None, way)),
        "agreement": _("%(form)s，%(day)s达成") % {"form": agreement.get_form_display(), "day": cn_date(agreement.made_at)},
    }  # fmt: skip


def _agreement(story, serial):
    recorder = _recorder(story.sessions[-1]) if story.sessions else ""
    return {**_agreed(story), "copies": len(story.parties) + 1, "recorder": recorder}


def _oral(story, serial):
    return _agreed(story)


def _ending(story, serial):
    case, notes = story.mediation, [event.note for event in story.events.get("end", ())]
    fitting = OtherWay.objects.fitting(case.kind) if not case.ways_told else ()
    ways = [case.ways_told] if case.ways_told else [f"{way.label}：{way.text}" for way in fitting]
    return {
        "reason": str(case.get_end_reason_display()), "course": "\n".join(notes), "ways": "\n".join(ways), "day": _day(case.settled_at)
    }  # fmt: skip


def _performance(story, serial):
    found = [*story.events.get("note_unperformed", ()), *story.events.get("perform", ())]
    notes = [f"{cn_date(event.at)}：{event.note}" for event in found]
    day = _day(found[-1].at) if found else ""
    return {**_agreed(story), "course": "\n".join(notes), "checker": _head(story)["mediator"], "day": day}


def _follow_up(story, serial):
    why, facts = _("了解调解协议履行情况"), _agreed(story)
    if serial > len(story.follow_ups):
        return {**facts, "why": why, "way": "", "day": ""}
    visit = story.follow_ups[serial - 1]
    course = f"{visit.get_performance_display()}。\n{visit.text}"
    day = {"when": cn_datetime(visit.at), "day": _day(visit.at)}
    return {**facts, "why": why, "way": str(visit.get_way_display()), "course": course, "visitor": visit.by.name, **day}


def _confirmation(story, serial):
    case, facts = story.mediation, _agreed(story)
    notes = [event.note for event in story.events.get("confirm", ())]
    known = str(case.get_confirmation_display()) if case.confirmation in (Confirmation.CONFIRMED, Confirmation.DECLINED) else ""
    request = _("请求人民法院依法确认申请人于%(day)s达成的调解协议有效。") % {"day": facts.get("agreed") or BLANK_DAY}
    parties = [{**_particulars(one, case.opened_at), "side": _("申请人")} for one in story.parties]
    told = {"court": _("%s人民法院") % BLANK, "day": ""}
    if story.court:
        told = {"court": story.court.court or told["court"], "day": _day(story.court.asked_at)}
        notes.append(story.court.ruling_number)
    return {**facts, **told, "request": request, "result": "\n".join(filter(None, (known, *notes))), "parties": parties}


def _note(story, serial):
    head = _head(story)
    told = _("本卷材料按规定顺序排列，已逐件核对。")
    return {"course": told, "changes": _("无。"), "keeper": head["mediator"]}


def _back(story, serial):
    return {"keeper": _head(story)["mediator"]}


FILLING = {
    "cover": _cover, "application": _application, "registration": _registration, "notice": _notice, "identity": _identity,
    "power": _power, "invitation": _invitation, "enquiry": _enquiry, "evidence": _evidence, "record": _record,
    "agreement": _agreement, "oral": _oral, "ending": _ending, "performance": _performance, "follow_up": _follow_up,
    "confirmation": _confirmation, "note": _note, "back": _back,
}  # fmt: skip
