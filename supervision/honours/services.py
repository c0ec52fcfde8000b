"""Proposes titles, and what happens on the way to granting one.

Art. 58: a unit that failed its last locked assessment is barred, and so are its heads and those directly responsible as persons; when
proposed, when the checks pass and when decided.
"""

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.cases.services import next_number
from governance.deadlines.models import Limit
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.privacy.blind import blind_index
from supervision.assessment.models import Responsible
from supervision.assessment.services import failed_result, last_failed
from supervision.honours import terms
from supervision.honours.enums import STANDING, Authority, State, Word
from supervision.honours.models import Check, Honour, Objection, Programme
from supervision.honours.permissions import VIEW
from supervision.honours.rules import grant_fault, missing_checks
from supervision.oversight.services import listed_now

TITLE_LENGTH = 60
NAME = "name"  # what sealed names are compared under, as in the register of those responsible


def bar_of(unit):
    """Why a unit may not be honoured, in a sentence that names the article; "" where nothing bars it."""
    failed = failed_result(unit)
    if failed is None:
        return ""
    told = {"unit": failed.short_name, "scheme": failed.scheme, "total": failed.total}
    return _("%(unit)s在%(scheme)s中得%(total)s分，等次为不合格。依据条例第五十八条，经考核不合格的单位不得授予综合性荣誉称号。") % told


def bar_of_person(unit, *, person=None, index=""):
    """Why a person of a unit may not be honoured, or "".

    Heads and those directly responsible of any unit that failed its last assessment are barred wherever they serve now. As long as a failed
    unit's are not named, nobody of it is proposed: nobody could say that it is none of them.
    """
    if found := responsible_as(person=person, index=index):
        told = {"unit": found.result.short_name, "scheme": found.result.scheme, "kind": found.get_kind_display()}
        return _("该人员是%(unit)s的%(kind)s，该单位在%(scheme)s中不合格。依据条例第五十八条，不得评为先进个人。") % told
    failed = failed_result(unit)
    if failed and not failed.responsible.exists():
        told = {"unit": failed.short_name, "scheme": failed.scheme}
        return _("%(unit)s在%(scheme)s中不合格，尚未登记主管人员和直接责任人员（条例第五十八条），登记前不能提名其人员。") % told
    return ""


def responsible_as(*, person, index):
    """Under which failed unit a person is named: by account, or by name where one of both has none. Two accounts are two people."""
    barred = Responsible.objects.filter(result__in=last_failed()).select_related("result__scheme", "result__place", "result__office")
    named = Q(name_index=index, user=None) if person else Q(name_index=index)
    known = Q(user=person) if person else Q(pk=None)
    return barred.filter(known | named).first() if index else None


def bar_of_title(programme, unit, *, person=None, index=""):
    """What bars a title of a programme: of a person any, of a unit only one for its work as a whole (综合性荣誉称号)."""
    if programme.is_personal:
        return bar_of_person(unit, person=person, index=index)
    return bar_of(unit) if programme.is_comprehensive else ""


def bar_of_honour(honour):
    """What bars a nomination now: the unit's own result, or a person's."""
    if honour.programme:
        return bar_of_title(honour.programme, honour.unit, person=honour.person, index=honour.person_index)
    return bar_of_person(honour.unit, person=honour.person, index=honour.person_index) if honour.person_index else bar_of(honour.unit)


def is_proposed(*, unit, award, year, index=""):
    """Whether the same title was proposed or granted to the unit, or the same person of it, for that year."""
    return Honour.objects.filter(state__in=STANDING, unit=unit, award=award, year=year, person_index=index).exists()


@transaction.atomic
def set_up(programme, *, by, at, **facts):
    """Write a programme; a new one is that of the office one acts for."""
    for name, value in facts.items():
        setattr(programme, name, value)
    if programme.pk is None:
        programme.office, programme.by, programme.at = by.acting_post.office, by, at
        programme.place_path = programme.office.place.path
    programme.save()
    return programme


def programmes_for(office, *, at):
    """The programmes an office may nominate for today: its own, and those of the leading groups above it."""
    path = office.place.path
    above = [path[:length] for length in (4, 6, 9, 12) if length <= len(path)]
    return Programme.objects.open_on(timezone.localdate(at)).filter(place_path__in=above).newest_first()


def programmes_seen(user, office):
    """Those within a person's reach, and those of the leading groups above the office."""
    above = [office.place.path[:length] for length in (4, 6, 9) if length < len(office.place.path)]
    return (Programme.objects.visible_to(user, VIEW) | Programme.objects.filter(place_path__in=above)).newest_first()


def counts_of(programmes):
    """{programme: how many were nominated, how many granted}"""
    rows = Honour.objects.filter(programme__in=programmes).order_by().values_list("programme", "state").annotate(n=Count("*"))
    found = {programme.pk: {"nominated": 0, "granted": 0} for programme in programmes}
    for programme, state, count in rows:
        found[programme]["nominated"] += count
        found[programme]["granted"] += count if state == State.GRANTED else 0
    return found


@transaction.atomic
def nominate(*, programme, unit, merits, by, at, person=None, name="", duty=""):
    """Propose a title; who set the programme up checks and decides. Raises `StepRefused` where unit or person is barred."""
    index = blind_index(person.name if person else name, purpose=NAME)
    if bar := bar_of_title(programme, unit, person=person, index=index):
        raise engine.StepRefused(bar)
    honour = Honour(
        number=next_number(at=at), title=f"{unit.short_name} · {programme.get_award_display()}"[:TITLE_LENGTH], place=unit.place, unit=unit,
        programme=programme, award=programme.award, year=programme.year, merits=merits, person=person,
        person_name="" if person else name, person_index=index if programme.is_personal else "", person_duty=duty,
        persons=1 if programme.is_personal else None,
    )  # fmt: skip
    honour.hand_to(by.acting_post.office)
    honour.hand_to(programme.office)
    return engine.begin(honour, by=by, at=at)


@engine.after("honours", "record_check")
def keep_check(honour, taken):
    """The last word of an authority counts."""
    facts = {"passed": taken.given["passed"], "note": taken.note[:300], "by": taken.by, "at": taken.at}
    Check.objects.update_or_create(honour=honour, authority=taken.given["authority"], defaults=facts)


@engine.after("honours", "pass_checks")
def refuse_unchecked(honour, taken):
    """Every opinion that is asked was given, and none is against; nothing bars the unit or the person meanwhile."""
    check_bar(honour, taken)
    opinions = dict(honour.checks.values_list("authority", "passed"))
    if missing := missing_checks(opinions, is_personal=honour.is_personal):
        names = "、".join(str(Authority(one).label) for one in missing)
        raise engine.StepRefused(_("还缺少或者有不同意见：%(names)s。") % {"names": names})


@engine.after("honours", "publicise")
def begin_publicity(honour, taken):
    limit = Limit.objects.current([terms.PUBLICITY], at=taken.at)[terms.PUBLICITY]
    ends = due(taken.at, amount=limit.amount, unit=limit.unit, rolls=limit.rolls, calendar=current_calendar())
    honour.publicised_at, honour.publicity_until = taken.at, ends.at


@transaction.atomic
def object_in_public(honour, *, text, name, phone, at):
    """Somebody objects on the public page. Raises `StepRefused` once the publicity is over."""
    honour = engine.lock(honour)
    if honour.publicity_until is None or at > honour.publicity_until:
        raise engine.StepRefused(_("公示期已满。"))
    engine.take(honour, "receive_objection", by=SYSTEM, at=at, text=text, who=name, phone=phone)


@engine.after("honours", "receive_objection", "register_objection")
def keep_objection(honour, taken):
    """What was said, online or to a clerk."""
    is_public = taken.by == SYSTEM
    given = {"name": taken.given["who"], "phone": taken.given["phone"]} if is_public else {}
    text = taken.given["text"] if is_public else taken.note
    Objection.objects.create(honour=honour, text=text, received_by=None if is_public else taken.by, at=taken.at, **given)
    honour.open_objections += 1


@engine.after("honours", "settle_objection")
def settle_objection(honour, taken):
    row = taken.given["objection"]
    row.word, row.answer = Word.UPHELD if taken.given["upheld"] else Word.DISMISSED, taken.note
    row.settled_by, row.settled_at = taken.by, taken.at
    row.save(update_fields=["word", "answer", "settled_by", "settled_at"])
    honour.open_objections = honour.objections.filter(word=Word.OPEN).count()


@engine.after("honours", "grant")
def check_bar(honour, taken):
    """What was locked since the nomination counts too."""
    if bar := bar_of_honour(honour):
        raise engine.StepRefused(bar)


@engine.after("honours", "grant")
def refuse_early_grant(honour, taken):
    """Not while an objection waits, not against one that proved true; that the publicity is over the table asks."""
    fault = grant_fault(set(honour.objections.values_list("word", flat=True)))
    told = {
        "open": _("还有异议没有核实，不能授予。"),
        "upheld": _("公示期间的异议经核实属实，不能授予，请选择“不予授予”。"),
    }
    if fault:
        raise engine.StepRefused(told[fault])
    granted = Honour.objects.filter(programme=honour.programme, state=State.GRANTED).exclude(pk=honour.pk).count()
    if honour.programme and granted >= honour.programme.quota:
        raise engine.StepRefused(_("该表彰项目的%(quota)s个名额已满。") % {"quota": honour.programme.quota})


def in_public(at):
    """What stands in public at that moment, for everyone."""
    return Honour.objects.publicised(at)


def granted_in_public():
    """The titles that were granted after they stood in public."""
    return Honour.objects.granted()


def standing_of(honour):
    """What whoever decides must read of the unit: the bar of Art. 58, a failed assessment that bars no title of one kind of work alone, and
    a listed supervision that runs."""
    if not honour.is_ongoing:
        return {"bar": "", "failed": None, "is_listed": False}
    bar = bar_of_honour(honour)
    return {"bar": bar, "failed": None if bar else failed_result(honour.unit), "is_listed": listed_now(honour.unit)}
