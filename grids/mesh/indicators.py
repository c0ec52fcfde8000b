"""What shows that the grids stand and are served (Art. 48). There is no figure of grids by month: they stand as they stand."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import Evidence
from grids.mesh.models import Assignment, Grid


def standing(span):
    """Grids in use on the day of asking."""
    day = span.today
    return Grid.objects.filter(Q(active_until=None) | Q(active_until__gt=day), active_from__lte=day)


def served(span):
    return standing(span).filter(pk__in=Assignment.objects.current(span.at).responsible().values("grid"))


EVIDENCE = (
    Evidence("mesh.drawn", _("划分基础网格"), lambda span: standing(span).base(), rows_url="mesh_list"),
    Evidence("mesh.served", _("每个网格都有责任网格员"), served, standing, rows_url="mesh_list"),
)
