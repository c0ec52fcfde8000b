"""Counts the cases by month, place and matter, and the parties that come back. Pages read what is kept here and count nothing.

A month is counted from the rows themselves, whenever it is counted: running it again changes nothing, and the last months counted one by
one are the same as all of them counted anew.
"""

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import Count, Max, Min
from django.utils.translation import gettext as _

from disputes.complaints.models import Category, Complaint
from disputes.mediation.enums import Kind
from disputes.mediation.models import Mediation, Party
from disputes.situation.models import MonthCount, RepeatCount, Source, WarningMethod
from disputes.situation.rules import parent_of, suppressed
from governance.calendar.months import month_after, month_before, month_of, months_between, months_until
from governance.places.enums import Level
from governance.places.models import Place
from governance.places.rules import ancestors

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT = 14  # months that every run counts again: what is corrected later than that is caught by counting all
YEAR = 12


def start_of(month):
    return datetime(month.year, month.month, 1, tzinfo=CITY_TIME)


def registered(model, month):
    """The cases of a procedure registered in a month of the city's calendar."""
    return model.objects.filter(opened_at__gte=start_of(month), opened_at__lt=start_of(month_after(month))).order_by()


def counted(month):
    """{(path, source, matter): cases} of every place that has any, from the very places up to the city."""
    own = Counter()
    for path, matter, n in registered(Complaint, month).values_list("place_path", "category__parent__code").annotate(n=Count("*")):
        own[path, Source.COMPLAINTS.value, matter or ""] += n
    for path, matter, n in registered(Mediation, month).values_list("place_path", "kind").annotate(n=Count("*")):
        own[path, Source.MEDIATION.value, matter] += n
    found = Counter()
    for (path, source, matter), n in own.items():
        for above in ancestors(path):
            found[above, source, matter] += n
    return found


@transaction.atomic
def count_month(month):
    """Bring a month's kept counts in line with the rows; only what differs is written. Returns how many differed."""
    _lock(month)
    now = counted(month)
    rows = MonthCount.objects.filter(month=month).values_list("pk", "place_path", "source", "matter", "count")
    kept = {(path, source, matter): (pk, n) for pk, path, source, matter, n in rows}
    gone = [pk for key, (pk, _n) in kept.items() if key not in now]
    changed = {key: n for key, n in now.items() if kept.get(key, (0, 0))[1] != n}
    MonthCount.objects.filter(pk__in=gone).delete()
    MonthCount.objects.bulk_create(
        [MonthCount(month=month, place_path=p, parent_path=parent_of(p), source=s, matter=m, count=n) for (p, s, m), n in changed.items()],
        update_conflicts=True, unique_fields=["place_path", "month", "source", "matter"], update_fields=["count"], batch_size=2000,
    )  # fmt: skip
    return len(gone) + len(changed)


def _lock(month):
    """Hold a month until the transaction ends: two runs side by side count it one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('situation'), %s)", [month.year * 12 + month.month])


def recount(*, at):
    """Count the last months and the parties that come back; returns how many counts differed. Safe to run twice and side by side."""
    months = months_until(local_month(at), RECENT)
    changed = sum(count_month(month) for month in months)
    count_repeats(at=at)
    return changed


def recount_all(*, at):
    """Every month from the first case to the last."""
    changed = sum(count_month(month) for month in months_of_cases())
    count_repeats(at=at)
    return changed


def months_of_cases():
    ends = [model.objects.aggregate(first=Min("opened_at"), last=Max("opened_at")) for model in (Complaint, Mediation)]
    moments = [moment for one in ends for moment in one.values() if moment]
    months = [local_month(moment) for moment in moments]
    kept = MonthCount.objects.aggregate(first=Min("month"), last=Max("month"))
    months += [month for month in kept.values() if month]
    return months_between(min(months), max(months)) if months else []


def local_month(at):
    return month_of(at.astimezone(CITY_TIME).date())


REPEATS = f"""
SELECT area, count(*) FILTER (WHERE n >= 2), count(*) FILTER (WHERE n >= 3)
FROM (
  SELECT coalesce(city, county, township) AS area, count(*) AS n
  FROM (
    SELECT phone_index, left(place_path, 4) AS city, CASE WHEN length(place_path) >= 6 THEN left(place_path, 6) END AS county,
           CASE WHEN length(place_path) >= 9 THEN left(place_path, 9) END AS township
    FROM (
      SELECT phone_index, place_path FROM {Complaint._meta.db_table}
      WHERE opened_at >= %s AND opened_at <= %s AND phone_index <> ''
      UNION ALL
      SELECT * FROM (
        SELECT DISTINCT ON (m.id, p.phone_index) p.phone_index, m.place_path
        FROM {Mediation._meta.db_table} m JOIN {Party._meta.db_table} p ON p.mediation_id = m.id
        WHERE m.opened_at >= %s AND m.opened_at <= %s AND p.phone_index <> ''
      ) AS parties_of_mediations
    ) AS cases
  ) AS told
  GROUP BY GROUPING SETS ((city, phone_index), (county, phone_index), (township, phone_index))
  HAVING count(*) > 1
) AS parties
WHERE area IS NOT NULL
GROUP BY area
"""


@transaction.atomic
def count_repeats(*, at):
    """How many parties stand in several complaints or mediations of twelve months, at city, counties and townships; by the blind index of
    their telephones, in one pass. A place with nobody, or fewer than five, keeps no number."""
    _lock(local_month(at))
    since = month_before(local_month(at), YEAR - 1)
    with connection.cursor() as cursor:
        cursor.execute(REPEATS, [start_of(since), at] * 2)
        rows = {area: (twice, thrice) for area, twice, thrice in cursor.fetchall()}
    rows.setdefault(Place.objects.get(level=Level.CITY).path, (0, 0))
    RepeatCount.objects.exclude(place_path__in=rows).delete()
    RepeatCount.objects.bulk_create(
        [
            RepeatCount(place_path=area, since=since, twice=suppressed(twice), thrice=suppressed(thrice), computed_at=at)
            for area, (twice, thrice) in rows.items()
        ],
        update_conflicts=True, unique_fields=["place_path"], update_fields=["since", "twice", "thrice", "computed_at"], batch_size=2000,
    )  # fmt: skip


def computed_at():
    """Until when the counts reach; None before the first run."""
    return RepeatCount.objects.order_by("place_path").values_list("computed_at", flat=True).first()


def matter_names():
    """{(source, matter): its name}, as the lists of both procedures call them."""
    tops = {(Source.COMPLAINTS.value, code): name for code, name in Category.objects.filter(parent=None).values_list("code", "name")}
    return {**tops, **{(Source.MEDIATION.value, kind.value): str(kind.label) for kind in Kind}, (Source.COMPLAINTS.value, ""): _("未分类")}


def publish_method(*, by, at, **facts):
    """Another version from now on; what was warned of before is not told anew."""
    year = at.astimezone(CITY_TIME).year
    taken = set(WarningMethod.objects.values_list("version", flat=True))
    serial = next(n for n in range(1, len(taken) + 2) if f"{year}-{n}" not in taken)
    return WarningMethod.objects.create(version=f"{year}-{serial}", valid_from=at, by=by, **facts)
