"""The list of what a grid may be asked to do (Art. 49): the worker's own duties, and those departments brought in by admission."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.people.models import Office
from governance.places.models import Place
from governance.places.rules import ancestors
from grids.admission.enums import Source
from grids.admission.rules import in_force


class DutyQuerySet(models.QuerySet):
    def in_force(self, day):
        """What the grid carries on a day: only a kind of these may be switched on."""
        return self.filter(in_force_from__lte=day).filter(Q(in_force_until=None) | Q(in_force_until__gt=day))

    def covering(self, path):
        """Duties that hold at a place: the city's own, and those of the places above it."""
        return self.filter(Q(place=None) | Q(place__path__in=ancestors(path)))

    def statutory(self):
        return self.filter(source=Source.REGULATION)

    def admitted(self):
        return self.filter(source=Source.ADMITTED)


class Duty(models.Model):
    """One entry of the list. A kind of report or a check list names the duty it serves, and is used only while that one is in force.

    Who uses duties switches its kinds off with `@engine.after("admission", *LEAVES_LIST)`: then `case.duty` has left the list.
    """

    code = models.CharField(_("代码"), max_length=30, unique=True)
    label = models.CharField(_("事项"), max_length=60)
    description = models.CharField(_("内容"), max_length=300, blank=True)
    source = models.CharField(_("来源"), max_length=12, choices=Source.choices)
    basis = models.CharField(_("依据"), max_length=200)
    mark = models.CharField(_("来源标记"), max_length=1, blank=True)
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("牵头部门"))
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("适用范围"))
    rate = models.DecimalField(_("每个网格每年经费（元）"), max_digits=10, decimal_places=2, null=True, blank=True)
    in_force_from = models.DateField(_("起"))
    in_force_until = models.DateField(_("止"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("次序"), default=0)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格职责事项")
        ordering = ("order", "code")
        constraints = [
            models.CheckConstraint(
                condition=Q(in_force_until=None) | Q(in_force_until__gte=F("in_force_from")), name="duty_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(source=Source.REGULATION) | Q(office__isnull=False, rate__isnull=False),
                name="duty_admitted_has_office_and_money",
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def is_statutory(self):
        return self.source == Source.REGULATION

    def is_in_force(self, day):
        return in_force(self.in_force_from, self.in_force_until, day=day)
