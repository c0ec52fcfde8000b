"""What addresses of the safety index can name, made in a scene."""

from emergencies.safety_index.models import Edition, Method
from emergencies.safety_index.services import computed, keep
from emergencies.safety_tips.models import SafetyTip
from governance.cases.services import next_number
from governance.flow.engine import begin
from governance.flow.table import SYSTEM
from tests import actors
from tests.emergencies.people import MOMENT
from tests.scenes import Scene, first_step, placed


def edition(scene):
    """An edition of the index at the place, with nothing in it."""
    made = Edition(
        place=actors.place(scene.code), month=scene.at.date().replace(day=1), method=Method.objects.get(version="2022-1"), title="平安指数",
        number=next_number(at=scene.at),
    )  # fmt: skip
    return placed(begin(made, by=SYSTEM, at=scene.at), scene)


def safety_tip(scene):
    """A tip of that edition at the place."""
    made = SafetyTip(edition=edition(scene), place=actors.place(scene.code), title="诉求上升", number=next_number(at=scene.at))
    return placed(begin(made, by=SYSTEM, at=scene.at), scene)


def published_month():
    """An edition of the city that everybody reads."""
    city = actors.place(actors.CITY)
    if not Edition.objects.standing().exists():
        made = edition(Scene(None, "", actors.CITY, None, False, MOMENT))
        found = computed(city, made.month, made.method)
        keep(made, found, at=MOMENT)
        Edition.objects.filter(pk=made.pk).update(state="published", closed_at=MOMENT, published_at=MOMENT)
    return f"{Edition.objects.standing().get().month:%Y-%m}"


MAKERS = {
    "safety_index": lambda scene: {"number": edition(scene).number},
    "safety_index.step": lambda scene: first_step(edition(scene), scene),
    "safety_tips": lambda scene: {"number": safety_tip(scene).number},
    "safety_tips.step": lambda scene: first_step(safety_tip(scene), scene),
}
PLAIN = {
    "safety_index_area.code": lambda: actors.COUNTY,
    "safety_index_population_put.code": lambda: actors.COUNTY,
    "safety_index_month.month": published_month,
    "safety_index_data.month": published_month,
    "safety_index_county.month": published_month,
    "safety_index_county.code": lambda: actors.COUNTY,
}
