"""Puts the questions of a review, and what else happens when a step is taken."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.cases.services import next_number
from governance.deadlines.rules import LAPSED
from governance.files.services import attach
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from supervision.oversight.rules import names_a_person
from supervision.oversight.services import is_raised, raise_finding
from supervision.reviews import terms
from supervision.reviews.enums import State
from supervision.reviews.models import Question, Review
from supervision.reviews.rules import still_asked

ONE_MICROSECOND = timedelta(microseconds=1)


@transaction.atomic
def ask(*, congress, questions, by, at, **facts):
    """Open a review of a standing committee. `questions`: (text, unit) pairs. `facts`: kind, title, session, held_on, text."""
    case = Review(number=next_number(at=at), place=congress.place, **facts)
    case.hand_to(congress)
    _let_in(case, [unit for _words, unit in questions])
    engine.begin(case, by=by, at=at)
    Question.objects.bulk_create(
        Question(review=case, position=position, text=text, unit=unit) for position, (text, unit) in enumerate(questions, start=1)
    )
    return case


def units_of(path):
    """The offices of a place, for choosing one by its name; a place below is typed. Read once for all rows of a form."""
    offices = Office.objects.in_use().filter(place__path=path, type__in=(OfficeType.GOVERNMENT, OfficeType.BUREAU, OfficeType.CENTRE))
    return list(offices.select_related("place").order_by("type", "code"))


def _let_in(case, units):
    for unit in units:
        case.refuse_barred(unit)
    case.awaited_ids = list(dict.fromkeys(unit.pk for unit in units))
    case.office_ids = list(dict.fromkeys([*case.office_ids, *case.awaited_ids]))


def _attach(case, taken):
    for index, file in enumerate(taken.given["files"]):
        attach(case, file, by=taken.by, at=taken.at + index * ONE_MICROSECOND, public=False)


@engine.after("reviews", "answer")
def keep_answer(case, taken):
    """One question answered; the unit is waited for until all of its own are."""
    question = _own(taken)
    question.answer, question.answered_at = taken.note, taken.at
    question.save(update_fields=["answer", "answered_at"])
    _attach(case, taken)
    case.awaited_ids = still_asked((row.unit_id, row.answered_at is not None) for row in case.questions.all())


def _own(taken):
    """The question a unit speaks of: one of its own."""
    question = taken.given["question"]
    if question.unit_id != taken.by.acting_post.office_id:
        raise engine.StepRefused(_("这个问题由其他单位答复。"))
    return question


def go_on(event, case):
    """Listener: the last question was answered, so the committee's turn has come; an answer that is late counts at once."""
    if not isinstance(case, Review):
        return
    if event.kind == "reviews.answer" and case.state == State.ASKED and not case.awaited_ids:
        moved = engine.take(case, "complete", by=SYSTEM, at=event.at)
        for name in ("state", "version", "due_at", "answered_at", "kept"):
            setattr(case, name, getattr(moved, name))
    elif event.kind == f"deadline.{LAPSED}" and event.data["term"] == terms.ANSWER.name:
        Review.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False


@engine.after("reviews", "complete")
def note_answers(case, taken):
    case.answered_at = taken.at
    case.kept = case.kept is not False and taken.clocks.met[terms.ANSWER.name].was_kept


@engine.after("reviews", "return")
def ask_again(case, taken):
    """These questions are open again; what was answered before stays on the timeline."""
    chosen = taken.given["questions"]
    case.questions.filter(pk__in=[question.pk for question in chosen]).update(answered_at=None)
    case.awaited_ids = list(dict.fromkeys(question.unit_id for question in chosen))
    case.answered_at = None


@engine.after("reviews", "follow")
def set_follow_up(case, taken):
    question = taken.given["question"]
    question.follow_up, question.follow_up_on = taken.note[:500], taken.given["until"]
    question.reported_at = question.settled_at = question.overdue_at = None
    question.save(update_fields=["follow_up", "follow_up_on", "reported_at", "settled_at", "overdue_at"])
    _count_followed(case)


@engine.after("reviews", "report")
def keep_report(case, taken):
    question = _own(taken)
    question.outcome, question.reported_at = taken.note, taken.at
    question.save(update_fields=["outcome", "reported_at"])
    _attach(case, taken)
    _count_followed(case)


@engine.after("reviews", "settle")
def settle(case, taken):
    question = taken.given["question"]
    question.settled_at = taken.at
    question.save(update_fields=["settled_at"])
    _count_followed(case)


def _count_followed(case):
    """Which units owe a report, and whether one waits for the committee's word."""
    rows = list(case.questions.followed())
    case.followed_ids = still_asked((row.unit_id, row.reported_at is not None) for row in rows)
    case.reported = any(row.reported_at for row in rows)


@engine.after("reviews", "answer", "follow", "report")
def refuse_private(case, taken):
    """What is published already is read by everyone at once."""
    if case.published_at and names_a_person(taken.note):
        raise engine.StepRefused(_("该事项已公开，内容中有电话或证件号码，请删去。"))


@engine.after("reviews", "publish")
def note_publication(case, taken):
    """Questions and answers stand in public as they were written: nobody's telephone or identity number may be among them."""
    if names_a_person(case.text):
        raise engine.StepRefused(_("审议意见和要求中有电话或证件号码，不能公开。"))
    for question in case.questions.all():
        if names_a_person(f"{question.text} {question.answer} {question.follow_up} {question.outcome}"):
            raise engine.StepRefused(_("第 %(position)s 个问题或其答复中有电话或证件号码，不能公开。") % {"position": question.position})
    case.published_at = taken.at


@engine.after("reviews", "refer")
def raise_draft(case, taken):
    """An answer that does not hold: a draft finding for the leading group that supervises the unit."""
    if is_raised(case):
        raise engine.StepRefused(_("该事项已有一条在办的督导线索，请等待其办结。"))
    question = taken.given["question"]
    facts = _("%(office)s%(kind)s：%(question)s——%(note)s") % {
        "office": case.office.name, "kind": case.get_kind_display(), "question": question.text, "note": taken.note,
    }  # fmt: skip
    duty = _("人大监督事项“%(title)s”未落实") % {"title": case.title}
    if not raise_finding(unit=question.unit, ground=taken.given["ground"], duty=duty, facts=facts, subject=case, at=taken.at, by=taken.by):
        raise engine.StepRefused(_("该单位没有上一级领导小组，不能转为督导线索。"))


@engine.after("reviews", "close")
def refuse_while_followed(case, taken):
    if left := case.questions.followed().count():
        raise engine.StepRefused(_("还有 %(left)s 个跟踪事项没有办结。") % {"left": left})


@engine.after("reviews", "withdraw")
def ask_nobody(case, taken):
    case.awaited_ids = []


def notice_missed(*, at):
    """Say, once, of each follow-up whose day has passed without a report. Safe to run twice and side by side; returns how many reviews."""
    reviews = Question.objects.missed(timezone.localdate(at)).values_list("review", flat=True).distinct().order_by("review")
    return sum(_notice_missed(review, at=at) for review in list(reviews))


@transaction.atomic
def _notice_missed(pk, *, at):
    case = Review.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()
    missed = list(case.questions.missed(timezone.localdate(at))) if case else []
    for question in missed:
        question.overdue_at = timezone.make_aware(datetime.combine(question.follow_up_on + timedelta(days=1), time.min))
    if missed:
        Question.objects.bulk_update(missed, ["overdue_at"])
        engine.take(case, "miss", by=SYSTEM, at=at)
    return bool(missed)


def published_reviews():
    """The reviews everyone may read, the newest first."""
    return Review.objects.published().order_by("-published_at", "-pk")
