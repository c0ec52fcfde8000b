"""Proposes titles; a unit that failed its last locked assessment is barred (Art. 58), when proposed and when decided."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from governance.cases.services import next_number
from governance.flow import engine
from supervision.assessment.services import failed_result
from supervision.honours.enums import Award, State
from supervision.honours.models import Honour

TITLE_LENGTH = 60
BARRED = _(
    "%(unit)s在%(scheme)s中得%(total)s分，等次为不合格。"
    "依据条例第五十八条，经考核不合格的单位不得授予综合性荣誉称号，其人员不得评为先进个人。"
)


def bar_of(unit):
    """Why a unit may not be honoured, in a sentence that names the article; "" where nothing bars it."""
    failed = failed_result(unit)
    if failed is None:
        return ""
    told = {"unit": failed.place.short_name, "scheme": failed.scheme, "total": failed.total}
    return BARRED % told


def is_proposed(**facts):
    """Whether the same title was proposed or granted to the unit for that year."""
    return Honour.objects.filter(state__in=[State.NOMINATED, State.GRANTED], **facts).exists()


@transaction.atomic
def nominate(*, unit, award, year, merits, by, at, persons=None):
    """Propose a title. Raises `StepRefused` where the unit is barred."""
    if bar := bar_of(unit):
        raise engine.StepRefused(bar)
    title = f"{unit.short_name} · {Award(award).label}"[:TITLE_LENGTH]
    honour = Honour(number=next_number(at=at), title=title, place=unit.place, unit=unit, award=award, year=year)
    honour.merits, honour.persons = merits, persons
    honour.hand_to(by.acting_post.office)
    return engine.begin(honour, by=by, at=at)


@engine.after("honours", "grant")
def check_bar(honour, taken):
    """What was locked since the nomination counts too."""
    if bar := bar_of(honour.unit):
        raise engine.StepRefused(bar)
