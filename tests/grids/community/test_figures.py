"""Activities are counted where they are held; what was cancelled is not."""

from django.utils import timezone

from governance.flow import engine
from grids.community.indicators import ACTIVITIES, LAW
from grids.community.models import Activity
from tests import actors


def test_each_place_counts_its_own_and_none_that_was_cancelled(planning, village_clerk):
    planning()
    planning(kind="safety")
    planning(actors.OTHER_VILLAGE)
    engine.take(planning(), "cancel", by=village_clerk, at=timezone.now(), note="大风预警。")
    planning(publish=False)
    here = Activity.objects.within(actors.VILLAGE)
    assert (ACTIVITIES.rows(here).count(), LAW.rows(here).count(), ACTIVITIES.rows(Activity.objects.order_by()).count()) == (2, 1, 3)
