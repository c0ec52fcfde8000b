"""Keeps the ledger: how each office stands to each duty of the year, what it filed, and the finding a gap became.

`refresh` computes the running year anew from the rows of the procedures and the documents filed; doing it twice, or after an outage,
leaves the same rows. A year that is over is computed once more after its last day, and then stays as it was.
"""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Count, F, Max, Q
from django.db.models.functions import Left
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import registry
from governance.cases.evidence import Span
from governance.cases.services import next_number
from governance.files.services import attach
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.notices.services import tell
from governance.people.enums import OfficeType
from governance.people.models import Office, Post, User
from governance.places.rules import CODE_LENGTH
from governance.timeline.record import record
from governance.web.formats import cn_date
from supervision.duties import rules
from supervision.duties.enums import GAPS, BoundLevel, Period, State
from supervision.duties.models import Article, Duty, DutyState, Filing, Reminder
from supervision.duties.permissions import FILE
from supervision.oversight.enums import State as FindingState
from supervision.oversight.services import raise_finding

IN_FORCE = date(2022, 11, 1)  # Art. 63
WRITTEN = ("duty", "state", "done", "asked", "since", "checked_at", "place_path", "office_ids")
WITHOUT_STAFF = (OfficeType.LEADING_GROUP, OfficeType.GOVERNMENT)  # whoever does their paper work serves at another office of the place
THEIR_CLERKS = (OfficeType.LEADING_GROUP, OfficeType.TOWNSHIP)


class DutyRefused(ValueError):
    """It cannot be done, with the reason for the screen."""


def evidences():
    """code → declared evidence, over every chapter."""
    return {one.code: one for one in registry.declared("evidence")}


def trades():
    """code → name of every trade, as the city's bureau of it is called."""
    rows = Office.objects.in_use().exclude(trade="").order_by("-place__path").values_list("trade", "short_name", "place__short_name")
    return {trade: name.removeprefix(place).removeprefix("市") for trade, name, place in rows}


def span_of(year, *, at):
    begins, ends = (timezone.make_aware(datetime.combine(date(number, 1, 1), time.min)) for number in (year, year + 1))
    return Span(begins=begins, ends=ends, at=at)


def day_of(year, *, at):
    """The day a year is asked about: today, or its last day once it is over."""
    return min(timezone.localdate(at), date(year, 12, 31))


def refresh_due(*, at):
    """What beat runs: the running year, and the one before where nobody looked after its last day."""
    year = timezone.localdate(at).year
    looked = DutyState.objects.filter(year=year - 1).aggregate(last=Max("checked_at"))["last"]
    if looked is not None and looked < span_of(year, at=at).begins:
        refresh(year - 1, at=at)
    return refresh(year, at=at)


def refresh(year, *, at, offices=None):
    """Compute every state of a year anew, or those of some offices alone; how many rows stand. Safe to run twice and side by side."""
    span, day = span_of(year, at=at), day_of(year, at=at)
    bound = Office.objects.in_use().select_related("place") if offices is None else offices
    counted, filed = Counted(span), filings_of(year)
    known = {(code, office): (state, since) for code, office, state, since in _known(year)}
    rows = [
        standing(duty, office, span, day, counted, filed, known)
        for duty in Duty.objects.in_force(day)
        for office in bound_by(duty, bound)
    ]  # fmt: skip
    with transaction.atomic():
        if offices is None:
            _drop_others(year, {(row.code, row.office_id) for row in rows}, at=at)
        DutyState.objects.bulk_create(
            rows, batch_size=1000, update_conflicts=True, unique_fields=["code", "office", "year"], update_fields=WRITTEN
        )
    settle(year, at=at)
    return len(rows)


def _known(year):
    return DutyState.objects.filter(year=year).values_list("code", "office", "state", "since")


def bound_by(duty, offices):
    """The offices a duty binds. A court's duties bind both court and procuratorate where no trade is named."""
    return [office for office in offices if is_bound(office, duty)]


def is_bound(office, duty):
    if office.type != duty.office_type or (duty.trade and office.trade != duty.trade):
        return False
    return duty.level == BoundLevel.SITE or office.place.level == duty.level


def standing(duty, office, span, day, counted, filed, known):
    """The row of one duty and one office, with the moment from which it has been so."""
    done, asked = (len(filed.get((duty.code, office.pk), ())), None) if duty.document else counted.of(duty, office)
    year = span.begins.year
    state = rules.state_of(
        done=done, asked=asked, share=duty.share,
        wanted=rules.needed(duty.least, period=duty.period, year=year, today=timezone.localdate(span.at)),
        past=rules.is_past(duty.period, duty.due_on, year=year, today=timezone.localdate(span.at)),
    )  # fmt: skip
    before, since = known.get((duty.code, office.pk), ("", None))
    return DutyState(
        code=duty.code, duty=duty, office=office, year=year, place_path=office.place.path, office_ids=[office.pk], state=state, done=done,
        asked=asked, since=since if before == state else begun(state, duty, span), checked_at=span.at,
    )  # fmt: skip


def begun(state, duty, span):
    """From when a state that is new to the ledger has held: a yearly gap since its day, everything else since it was seen."""
    if state not in GAPS or duty.period != Period.YEAR:
        return span.at
    day = rules.due_day(duty.due_on, year=span.begins.year) + timedelta(days=1)
    return min(timezone.make_aware(datetime.combine(day, time.min)), span.at)


class Counted:
    """The rows of each evidence, counted once for all offices of a level."""

    def __init__(self, span):
        self.span, self.declared, self.kept = span, evidences(), {}

    def of(self, duty, office):
        """(done, asked) of an office; nothing is known where the evidence is not declared any more."""
        evidence = self.declared.get(duty.evidence)
        if evidence is None:
            return 0, 0
        by_office = bool(evidence.office) and duty.level == BoundLevel.SITE
        done, asked = self._maps(evidence, "" if by_office else office.place.level)
        key = office.pk if by_office else office.place.path
        return done.get(key, 0), asked.get(key, 0) if asked is not None else None

    def _maps(self, evidence, level):
        key = (evidence.code, level)
        if key not in self.kept:
            done = tally(evidence.done(self.span), evidence, level)
            self.kept[key] = done, tally(evidence.due(self.span), evidence, level) if evidence.due else None
        return self.kept[key]


def tally(rows, evidence, level):
    """{place path or office: rows}."""
    key = Left(evidence.path, CODE_LENGTH[level]) if level else F(evidence.office)
    counted = rows.order_by().annotate(counted_by=key).values("counted_by")
    return dict(counted.annotate(rows=Count("pk")).values_list("counted_by", "rows"))


def filings_of(year):
    """{(duty, office): keys of what was filed and stands}."""
    found = {}
    for code, office, key in Filing.objects.standing().filter(year=year).values_list("code", "office", "pk"):
        found.setdefault((code, office), []).append(key)
    return found


def _drop_others(year, kept, *, at):
    """Rows nobody is bound by any more: gone, or no longer due where a finding came of them."""
    every = DutyState.objects.filter(year=year).values_list("pk", "code", "office")
    others = [key for key, code, office in every if (code, office) not in kept]
    rows = DutyState.objects.filter(pk__in=others)
    rows.filter(finding=None).delete()
    rows.exclude(state=State.NOT_DUE).update(state=State.NOT_DUE, since=at, checked_at=at)


def settle(year, *, at):
    """A gap met after all: its draft says so."""
    met = DutyState.objects.filter(year=year, finding__state=FindingState.DRAFT, finding__fulfilled_at=None).exclude(state__in=GAPS)
    for row in met.select_related("finding"):
        engine.take(row.finding, "fulfil", by=SYSTEM, at=at, fulfilled_at=at)


@transaction.atomic
def raise_gap(row, *, by, at):
    """The one finding of a gap: (finding, whether it was raised just now). Raises `DutyRefused`."""
    row = DutyState.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.finding_id:
        return row.finding, False
    if not row.is_gap:
        raise DutyRefused(_("这项职责没有缺口，不用督导。"))
    duty = row.duty
    facts = {
        "facts": _("%(year)s年度台账核对：%(state)s（%(counts)s）。依据条例%(citation)s。")
        % {"year": row.year, "state": row.get_state_display(), "counts": row.counts, "citation": duty.citation},
        "subject_label": _("条例落实台账"), "subject_number": duty.citation, "subject_url": row.get_absolute_url(),
    }  # fmt: skip
    finding = raise_finding(unit=row.office, ground=duty.ground, duty=duty.summary, at=at, by=by, **facts)
    if finding is None:
        raise DutyRefused(_("没有监督这个单位的上级领导小组。"))
    row.finding = finding
    row.save(update_fields=["finding"])
    return finding, True


def files_for(user, office):
    """Whether a person files for an office: the own one, or one of the same place that has no clerks of its own."""
    own = user.acting_post.office if user.acting_post else None
    if own is None:
        return False
    return own.pk == office.pk or (office.type in WITHOUT_STAFF and own.type in THEIR_CLERKS and own.place_id == office.place_id)


def remind(*, at):
    """Tell each office once, 60, 30 and 7 days ahead, what documents of the year it still owes; after an outage only the nearest of them.

    Returns how many offices were told.
    """
    today, owed = timezone.localdate(at), {}
    rows = DutyState.objects.filter(year=today.year, state=State.NOT_DUE, duty__period=Period.YEAR).exclude(duty__document="")
    for row in rows.told().in_order():
        day = rules.due_day(row.duty.due_on, year=row.year)
        if days := rules.reminder_of((day - today).days):
            owed.setdefault((row.office, day, days), []).append(row.duty.document)
    told = set(Reminder.objects.filter(year=today.year).values_list("office", "due_on", "days"))
    fresh = [(key, documents) for key, documents in owed.items() if (key[0].pk, *key[1:]) not in told]
    return sum(_remind(*key, documents, at=at) for key, documents in fresh)


@transaction.atomic
def _remind(office, day, days, documents, *, at):
    """Write the reminder with its event, and tell those who file for the office."""
    facts = {"year": day.year, "place_path": office.place.path, "office_ids": [office.pk], "number": f"{office.code}-{day:%Y%m%d}-{days}"}
    reminder, is_new = Reminder.objects.get_or_create(office=office, due_on=day, days=days, defaults=facts | {"at": at})
    if not is_new:
        return False
    event = record(reminder, "duties.reminded", _("提醒报送条例材料"), at=at, tell=False)
    reminder.save(update_fields=["version"])
    left = (day - timezone.localdate(at)).days
    names = {"first": documents[0], "n": len(documents), "office": office.short_name, "day": cn_date(day), "left": left}
    tell(
        filers_of(office, at=at), event, rule="duties.reminded", about=_("条例落实台账"), at=at, path=reminder.get_absolute_url(),
        title=_("条例材料还有%(left)s天到期（%(office)s）") % names,
        body=(_("%(office)s应于%(day)s前报送：%(first)s等%(n)s份材料，见“本单位条例职责”。") if len(documents) > 1 else
              _("%(office)s应于%(day)s前报送：%(first)s，见“本单位条例职责”。")) % names,
    )  # fmt: skip
    return True


def filers_of(office, *, at):
    """Who files for an office now: its own people, or those of the offices that do its paper work."""
    posts = Post.objects.live(at).filter(role__in=FILE.roles)
    own = Q(office=office)
    theirs = Q(office__place=office.place_id, office__type__in=THEIR_CLERKS) if office.type in WITHOUT_STAFF else Q(pk__in=[])
    return User.objects.filter(is_active=True, posts__in=posts.filter(own | theirs)).distinct()


@transaction.atomic
def file_document(row, *, by, at, files=(), **facts):
    """Keep a document for the year; the state of the duty follows at once."""
    number = next_number(at=at)
    filing = Filing(number=number, code=row.code, duty=row.duty, office=row.office, year=row.year, by=by, at=at, **facts)
    filing.place_path, filing.office_ids = row.place_path, row.office_ids
    filing.save(force_insert=True)
    for file in files:
        attach(filing, file, by=by, at=at, public=False)
    _told(filing, "duties.filed", _("报送材料"), by=by, at=at, note=filing.title)
    refresh_one(row, at=at)
    return filing


@transaction.atomic
def give_back(filing, *, by, at, reason):
    """Hand a document back: it counts no more. Raises `DutyRefused` where somebody did already."""
    filing = Filing.objects.select_for_update(of=("self",)).get(pk=filing.pk)
    if filing.returned_at:
        raise DutyRefused(_("这份材料已经退回。"))
    filing.returned_by, filing.returned_at, filing.return_reason = by, at, reason
    filing.save(update_fields=["returned_by", "returned_at", "return_reason"])
    _told(filing, "duties.returned", _("退回材料"), by=by, at=at, note=reason)
    refresh_one(DutyState.objects.get(code=filing.code, office=filing.office_id, year=filing.year), at=at)
    return filing


def _told(filing, kind, label, **facts):
    """An event of its own chain; nobody listens to papers."""
    record(filing, kind, label, tell=False, **facts)
    filing.save(update_fields=["version"])


def refresh_one(row, *, at):
    """The state of one duty that is shown by documents."""
    done = len(filings_of(row.year).get((row.code, row.office_id), ()))
    today, duty = timezone.localdate(at), row.duty
    state = rules.state_of(
        done=done, asked=None, share=duty.share, wanted=rules.needed(duty.least, period=duty.period, year=row.year, today=today),
        past=rules.is_past(duty.period, duty.due_on, year=row.year, today=today),
    )  # fmt: skip
    since = {} if row.state == state else {"since": at}
    DutyState.objects.filter(pk=row.pk).update(done=done, state=state, checked_at=at, **since)
    settle(row.year, at=at)


@transaction.atomic
def revise(duty, *, by, on, reason, **facts):
    """A duty as it reads from a day on. The version before ends that day; one that began the same day is written over."""
    row = Duty.objects.select_for_update(of=("self",)).get(pk=duty.pk)
    if row.in_force_until is not None:
        raise DutyRefused(_("这个版本已经停止适用，请修改现行版本。"))
    if on < row.in_force_from:
        raise DutyRefused(_("起始日期不能早于现行版本的起始日期。"))
    facts |= {"changed_by": by, "reason": reason}
    if on == row.in_force_from:
        Duty.objects.filter(pk=row.pk).update(**facts)
        return Duty.objects.get(pk=row.pk)
    Duty.objects.filter(pk=row.pk).update(in_force_until=on)
    row.pk, row._state.adding, row.in_force_from = None, True, on
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    return row


@transaction.atomic
def end(duty, *, by, on, reason):
    """Take a duty off the ledger from a day on."""
    row = Duty.objects.select_for_update(of=("self",)).get(pk=duty.pk)
    if row.in_force_until is not None or on < row.in_force_from:
        raise DutyRefused(_("这个版本已经停止适用，或者日期早于它的起始日期。"))
    Duty.objects.filter(pk=row.pk).update(in_force_until=on, changed_by=by, reason=reason)


@transaction.atomic
def add(article, *, by, reason, **facts):
    """A duty nobody wrote down yet, with the next code of its article and level."""
    serial = 1
    taken = set(Duty.objects.filter(article=article).values_list("code", flat=True))
    while f"{article.pk}-own{serial}-{facts['level']}" in taken:
        serial += 1
    code = f"{article.pk}-own{serial}-{facts['level']}"
    return Duty.objects.create(code=code, article=article, changed_by=by, reason=reason, **facts)


COUNTS = {state: Count("pk", filter=Q(state=state)) for state in State}


def by_article(rows):
    """[(article, {state: offices})], every article of the regulation that is kept, in order."""
    counted = {}
    for row in rows.order_by().values("duty__article").annotate(**{state.value: count for state, count in COUNTS.items()}):
        counted[row.pop("duty__article")] = row
    nothing = dict.fromkeys(State.values, 0)
    return [(article, counted.get(article.pk, nothing)) for article in Article.objects.order_by("number")]


def tallies(year):
    """Rows for scripts: article, kind of office and level with the offices in each state."""
    names = ("duty__article", "duty__office_type", "duty__level")
    counted = DutyState.objects.filter(year=year).order_by().values(*names).annotate(**{one.value: count for one, count in COUNTS.items()})
    return [
        {"article": row["duty__article"], "office_kind": row["duty__office_type"], "level": row["duty__level"],
         "states": {state: row[state] for state in State.values}}
        for row in counted.order_by(*names)
    ]  # fmt: skip
