"""What can be inspected (检查对象名录): premises and units, never a person. A crowded place enters by itself once it is confirmed."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.models import PremisesKind
from emergencies.venues.models import Venue
from governance.access.scope import Scoped
from governance.people.models import Office
from governance.places.models import Place

SHORTEST = 2  # characters of a name


class PremisesQuerySet(Scoped):
    def in_use(self):
        return self.filter(active=True)

    def for_list(self):
        return self.select_related("kind", "place", "site").order_by("place_path", "number")


class Premises(models.Model):
    """One object of inspection. `office_ids` are the bureaus in charge of its kind; `site` the office of whoever runs it, where known.

    `number` is what a draw goes by; it is given once and never used again.
    """

    number = models.CharField(_("名录编号"), max_length=20, unique=True)
    name = models.CharField(_("名称"), max_length=60)
    kind = models.ForeignKey(PremisesKind, models.PROTECT, related_name="premises", verbose_name=_("类型"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("区划"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    venue = models.ForeignKey(Venue, models.PROTECT, null=True, related_name="premises", verbose_name=_("人员密集场所"))
    site = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("场所单位"))
    address = models.CharField(_("详细地址"), max_length=120)
    work_phone = models.CharField(_("值班电话"), max_length=20, blank=True)
    is_key = models.BooleanField(_("重点检查对象"), default=False)
    active = models.BooleanField(_("在用"), default=True)
    registered_at = models.DateTimeField(_("登记时间"))
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("登记人"))
    inspected_at = models.DateTimeField(_("最近检查"), null=True)

    objects = PremisesQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("检查对象")
        ordering = ("place_path", "number")
        constraints = [models.UniqueConstraint(fields=["venue", "kind"], name="premises_once_per_venue_and_kind")]
        indexes = [
            models.Index(fields=["place_path", "kind"], name="premises_path_kind"),
            GinIndex(fields=["office_ids"], name="premises_offices", fastupdate=False),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("premises_edit", args=[self.number])
