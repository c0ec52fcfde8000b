"""The directory of the demo: volunteers' organisations, social ones, and property firms with the tasks of the year."""

from datetime import timedelta

from governance.cases.services import next_numbers
from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.notices.services import loading_history
from grids.mesh.demo.names import landline
from grids.organisations.demo.cast import villages
from grids.organisations.demo.texts import FIRM_DUTIES, FIRMS, SOCIAL, TASKS, VOLUNTEERS
from grids.organisations.enums import Kind
from grids.organisations.models import FirmTask, Organisation

RECENT = timedelta(days=10)
DONE = 0.6  # of the tasks


def seed(*, rng, scale, count, at, say):
    """Plain rows, opened together; then the year's tasks. Nothing where there are organisations already."""
    if scale != "demo" or Organisation.objects.exists():
        return
    rows = [row for village in villages(rng) for row in of_village(rng, village, at=at)]
    for row, number in zip(rows, next_numbers([row.opened_at for row in rows]), strict=True):
        row.number = number
    with loading_history(since=at - RECENT), rules_read_once():
        engine.begin_many(rows, by=SYSTEM, notes=[""] * len(rows), data=[{}] * len(rows))
    served = [Organisation.serves.through(organisation_id=row.pk, place_id=row.place_id) for row in rows if row.kind != Kind.SOCIAL]
    Organisation.serves.through.objects.bulk_create(served)
    FirmTask.objects.bulk_create(task for row in rows if row.kind == Kind.PROPERTY for task in tasks(rng, row, at=at))
    say(f"organisations: {len(rows)} entered")


def of_village(rng, village, *, at):
    """One or two groups of volunteers, in town a property firm, here and there a social organisation."""
    here, town = village.place.short_name, village.place.parent.short_name
    named = [(Kind.VOLUNTEER, name.format(here=here), duties) for name, duties in rng.sample(VOLUNTEERS, 2 if village.is_home else 1)]
    if not village.is_rural:
        named.append((Kind.PROPERTY, f"{here}{rng.choice(FIRMS)}", FIRM_DUTIES))
    if village.is_home or rng.random() < 0.3:
        named += [(Kind.SOCIAL, name.format(town=town), duties) for name, duties in rng.sample(SOCIAL, 3 if village.is_home else 1)]
    for kind, title, duties in named:
        yield Organisation(
            place=village.place, kind=kind, title=title[:60], duties=duties, phone=landline(rng),
            address=f"{here}{'村委会' if village.is_rural else '居委会'}院内", opened_at=at - timedelta(days=rng.randint(200, 900)),
        )  # fmt: skip


def tasks(rng, firm, *, at):
    """Two tasks of the year, most of them done by now."""
    begun = at - timedelta(days=rng.randint(60, 200))
    for what, outcome in rng.sample(TASKS, 2):
        done = begun + timedelta(days=rng.randint(10, 50)) if rng.random() < DONE else None
        told = outcome.format(n=rng.randint(2, 9), m=rng.randint(40, 160)) if done else ""
        yield FirmTask(organisation=firm, year=at.year, what=what, set_at=begun, done_at=done, outcome=told)
