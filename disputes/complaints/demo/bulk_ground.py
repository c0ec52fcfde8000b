"""What the bulk load draws from, as tables in a schema of its own: days, places, texts, offices, limits, the ways of a case.

The schema stands only while a load runs; one that is found tells of a load that was killed.
"""

import json
from datetime import UTC, datetime, time, timedelta
from itertools import accumulate, chain
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from disputes.complaints import terms
from disputes.complaints.demo import shares, texts
from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.streets import is_rural
from disputes.complaints.enums import Kind, Urgency
from disputes.complaints.flow import FLOW
from disputes.complaints.models import Category, Complaint, RoutingRule, RoutingTarget
from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.deadlines.models import Limit
from governance.people.enums import Role
from governance.people.models import Post
from governance.places.models import Place

SCHEMA = "bulk_seed"
CITY_TIME = ZoneInfo("Asia/Shanghai")
YEARS = timedelta(days=5 * 365)
TOWN_WEIGHT, VILLAGE_WEIGHT = 9, 1
TEXTS_A_MONTH, CONTACTS, NOTES = 150, 64, 40
LONGEST = 50  # characters of a description
FULL_WAY = ("register", "classify", "dispatch", "sign", "contact", "reply", "call_back")
WAYS = {  # state → the steps its events tell
    "registered": FULL_WAY[:1],
    "classified": FULL_WAY[:2],
    "dispatched": FULL_WAY[:3],
    "signed": FULL_WAY[:4],
    "handling": FULL_WAY[:5],
    "replied": FULL_WAY[:6],
    "called_back": FULL_WAY,
    "closed": ("register", "dispatch", "reply", "close"),
    "not_accepted": ("register", "not_accept"),
    "withdrawn": ("register", "withdraw"),
    "emergency": ("register", "divert"),
}
BY_HANDLER, BY_RESIDENT = {"sign", "contact", "reply"}, {"withdraw"}
TARGETS = {  # where a routing rule leads: type of office, digits of the path
    RoutingTarget.VILLAGE: ("village", 12),
    RoutingTarget.TOWNSHIP: ("township", 9),
    RoutingTarget.COUNTY_BUREAU: ("bureau", 6),
    RoutingTarget.CITY_BUREAU: ("bureau", 4),
}
HANDLERS = (Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.DEPARTMENT_HANDLER)


class CutShort(RuntimeError):
    """An earlier load was killed half-way: its indexes are set aside, its rows are not whole."""


def refuse_remains():
    """Raise `CutShort` where the schema of an earlier load still stands."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regnamespace(%s) IS NOT NULL", [SCHEMA])
        if cursor.fetchone()[0]:
            raise CutShort("an earlier load was cut short here: make the database anew")


@transaction.atomic
def lay(rng, total, *, at):
    """Write the tables; returns the days as (day, how many, share of the day that has passed)."""
    days = shared_out(total, at=at)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        for name, columns, rows in (
            ("day", "day date, amount int, part float, base bigint", with_bases(days)),
            ("hour", "hour int, low float, high float", hours()),
            ("slot", "slot int, place_id bigint, path text, rural boolean", slots()),
            ("text", TEXT, matters(rng)),
            ("desk", "type text, trade text, path text, office_id bigint, code text, by_id bigint, post_id bigint", desks()),
            ("contact", "number int, name text, phone text", contacts(rng)),
            ("limit_of", "term text, kind text, urgency text, limit_id bigint", limits(at=at)),
            ("due", "limit_id bigint, hour timestamptz, due_at timestamptz, provisional boolean", dues(days, at=at)),
            ("way", "state text, sequence int, step text, kind text, label text, public boolean, who text", ways()),
            ("clock", "state text, term text, label text, starts text, ends text, outcome text", clocks()),
            ("note", "step text, number int, note text", notes(rng)),
        ):
            keep(cursor, name, columns, rows)
    return days


TEXT = (
    "month int, rural boolean, number int, category_id bigint, code text, kind text, urgency text, title text, "
    "description text, landmark text, office_type text, trade text, reach int"
)


def keep(cursor, name, columns, rows):
    """A table of these rows, with statistics."""
    names = [column.split()[0] for column in columns.split(", ")]
    cursor.execute(f"CREATE UNLOGGED TABLE {SCHEMA}.{name} ({columns})")
    text = json.dumps([dict(zip(names, row, strict=True)) for row in rows], default=str)
    cursor.execute(f"INSERT INTO {SCHEMA}.{name} SELECT * FROM jsonb_to_recordset(%s) AS t({columns})", [text])
    cursor.execute(f"ANALYZE {SCHEMA}.{name}")


def clear():
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {SCHEMA} CASCADE")


def shared_out(total, *, at):
    """[(day, how many, share of the day that has passed)] over the years before `at`, busy days more; sums to `total`."""
    last = at.astimezone(CITY_TIME)
    spent = share_of_day(last.time())
    span = [(last - YEARS).date() + timedelta(days=number) for number in range(YEARS.days + 1)]
    parts = [spent if day == last.date() else 1.0 for day in span]
    heights = list(accumulate(shares.day_weight(day) * part for day, part in zip(span, parts, strict=True)))
    marks = [round(total * height / heights[-1]) for height in heights]
    amounts = [mark - before for mark, before in zip(marks, [0, *marks], strict=False)]
    return [row for row in zip(span, amounts, parts, strict=True) if row[1]]


def with_bases(days):
    """Each day with how many come before it."""
    bases = accumulate((amount for _day, amount, _part in days), initial=0)
    return [(day, amount, part, base) for (day, amount, part), base in zip(days, bases, strict=False)]


def hours():
    """The day's curve as summed shares: (hour, from, to)."""
    total = sum(shares.HOURS_BY_PHONE)
    edges = [height / total for height in accumulate(shares.HOURS_BY_PHONE, initial=0)]
    return [(hour, edges[hour], edges[hour + 1]) for hour in range(24)]


def share_of_day(moment: time):
    """How much of a day's demands has come in by that time."""
    _hour, low, high = hours()[moment.hour]
    return low + (high - low) * moment.minute / 60


def slots():
    """Communities and villages, a community as often as nine villages."""
    places = list(Place.objects.in_use().filter(level="village", nature="regular").order_by("path"))
    drawn = [(place, is_rural(place.short_name)) for place in places]
    repeated = chain.from_iterable([row] * (VILLAGE_WEIGHT if row[1] else TOWN_WEIGHT) for row in drawn)
    return [(number, place.pk, place.path, rural) for number, (place, rural) in enumerate(repeated)]


def matters(rng):
    """What people write, month by month, in town and in the country, and where the rules send it from a village."""
    leaves = {category.code: category for category in Category.objects.leaves()}
    rules = dict(RoutingRule.objects.filter(level="village").values_list("category_id", "target"))
    for month in range(1, 13):
        for rural in (False, True):
            for number in range(TEXTS_A_MONTH):
                day = datetime(2024, month, 15, tzinfo=CITY_TIME).date()
                code, kind = shares.matter(rng, day=day, rural=rural)
                category = leaves[code]
                target = rules.get(category.pk) or rules.get(category.parent_id) or RoutingTarget.TOWNSHIP
                office, reach = TARGETS[target]
                trade = (category.trade or category.parent.trade) if office == "bureau" else ""
                words = short_text(rng, category_code=code, place_name="本村" if rural else "本社区", kind=kind, month=month)
                yield month, rural, number, category.pk, code, kind, category.urgency, *words, office, trade, reach


def short_text(rng, **matter):
    """The shortest of a few texts, or the first that is short enough."""
    found = [texts.complaint_text(rng, **matter) for _ in range(8)]
    return min(found, key=lambda words: max(len(words[1]), LONGEST))


def desks():
    """Every office that handles, with one who serves there."""
    posts = Post.objects.filter(role__in=HANDLERS, office__active=True, ends=None).with_office().order_by("office", "-pk")
    by_office = {post.office_id: post for post in posts}
    for post in by_office.values():
        office = post.office
        yield office.type, office.trade, office.place.path, office.pk, office.code, post.user_id, post.pk


def contacts(rng):
    """Sealed names and telephone numbers of nobody."""
    for number in range(CONTACTS):
        person = Complaint(reporter_name=person_name(rng), reporter_phone=phone_number(rng))
        yield number, person.reporter_name.token, person.reporter_phone.token


def limits(*, at):
    """Which limit a clock runs under, by kind and urgency."""
    cases = [SimpleNamespace(kind=str(kind), urgency=str(urgency)) for kind in Kind for urgency in Urgency]
    rows = Limit.objects.current({term.limit_code(case) for term in terms.TERMS for case in cases}, at=at)
    return [(term.name, case.kind, case.urgency, rows[term.limit_code(case)].pk) for term in terms.TERMS for case in cases]


def dues(days, *, at):
    """When a handling that starts at a full hour is due, as the law counts it."""
    calendar, start = current_calendar(), datetime.combine(days[0][0], time(), CITY_TIME).astimezone(UTC)
    wanted = {limit_id for term, *_case, limit_id in limits(at=at) if term == terms.HANDLE.name}
    for limit in Limit.objects.filter(pk__in=wanted):
        for number in range(int((at - start) / timedelta(hours=1)) + 3):
            hour = start + timedelta(hours=number)
            end = due(hour, amount=limit.amount, unit=limit.unit, rolls=limit.rolls, calendar=calendar, pauses=())
            yield limit.pk, hour.isoformat(), end.at.isoformat(), end.provisional


def step_named(name):
    return FLOW.opening if name == FLOW.opening.name else FLOW.step(name)


def ways():
    """The events of a case in a state, in order, and who acts."""
    for state, names in WAYS.items():
        for sequence, name in enumerate(names, start=1):
            step = step_named(name)
            who = "resident" if name in BY_RESIDENT else "handler" if name in BY_HANDLER else "operator"
            yield state, sequence, name, f"{FLOW.procedure}.{name}", str(step.label), step.public, who


def clocks():
    """The clocks of a case under way as its steps run them; of a closed one the handling alone."""
    for state, names in WAYS.items():
        if state in FLOW.final:
            continue
        yield from told_clocks(state, names)
    handle = terms.HANDLE
    yield "closed", handle.name, str(handle.label), "dispatch", "reply", "met"


def told_clocks(state, names):
    """Rows of one state: (state, term, label, the step that starts it, the step that ends it or None, how it stands)."""
    rows = {}
    for name in names:
        step = step_named(name)
        for term in (*step.meets, *step.drops):
            if term.name in rows:
                rows[term.name][4:] = name, "met" if term in step.meets else "dropped"
        for term in step.starts:
            rows[term.name] = [state, term.name, str(term.label), name, None, "running"]
    return rows.values()


def notes(rng):
    """A small pool of notes for every step that has one."""
    makers = {
        "dispatch": lambda: texts.step_note(rng, "dispatch"),
        "contact": lambda: texts.contact_note(rng),
        "withdraw": lambda: texts.step_note(rng, "withdraw"),
        "reply": lambda: texts.reply_text(rng, category_code="0601", place_name="本社区", office="承办单位", kind="help"),
        "not_accept": lambda: "不属于12345受理范围，请按告知的途径反映。",
    }
    every = {step_named(name).name for names in WAYS.values() for name in names}
    for step in sorted(every):
        for number in range(NOTES):
            yield step, number, makers[step]() if step in makers else ""
