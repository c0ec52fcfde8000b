"""The directory (名录): who serves which villages, with duties and a contact that is public, and what property firms are asked to do."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.places.models import Place
from governance.places.rules import ancestors
from governance.search.query import generated_vector_field
from grids.organisations.enums import FINAL, TONES, Kind, State
from grids.organisations.flow import FLOW
from grids.organisations.permissions import VIEW


class OrganisationQuerySet(CaseQuerySet):
    line_more = ("kind", "phone")

    def active(self):
        return self.filter(state=State.ACTIVE)

    def named(self, title, *, place, kind):
        """What of a kind stands under a name at a place; one that stopped gives its name free."""
        return self.active().filter(place=place, kind=kind, title=title)

    def namesakes(self, organisation, title):
        return self.named(title, place=organisation.place_id, kind=organisation.kind).exclude(pk=organisation.pk)

    def volunteers(self):
        """Those that call for volunteers (Art. 54): their own organisations and other social ones."""
        return self.active().filter(kind__in=[Kind.VOLUNTEER, Kind.SOCIAL])

    def serving(self, path):
        """Those that lie or serve at or below a place, and those of the places above it that serve all of it."""
        below = Q(place_path__startswith=path) | Q(serves__path__startswith=path)
        above = Q(place_path__in=ancestors(path)[:-1], serves=None)
        return self.filter(below | above).distinct()


class Organisation(Case):
    """An organisation with its duties; name, telephone and address are those of the organisation, never of a private person."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.ACTIVE)
    kind = models.CharField(_("类型"), max_length=10, choices=Kind.choices)
    registered_no = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    duties = models.TextField(_("职责和服务内容"), max_length=1000)
    phone = models.CharField(_("服务电话"), max_length=20)
    address = models.CharField(_("地址"), max_length=120)
    serves = models.ManyToManyField(Place, related_name="+", blank=True, verbose_name=_("服务的村（社区）"))
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "duties", "address")

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("社会组织和物业")
        ordering = ("place_path", "title", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind", "title"], condition=~Q(state__in=FINAL), name="organisation_once_per_place",
                violation_error_message=_("该地点已有同名的同类组织。"),
            )
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["place_path", "kind"], name="organisation_path_kind"),
            GinIndex(fields=["office_ids"], name="organisation_offices", fastupdate=False),
            GinIndex(fields=["search"], name="organisation_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return self.duties

    @property
    def full_name(self):
        """What other procedures' timelines call it: its number tells nobody anything."""
        return self.title


class FirmTaskQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(done_at=None)


class FirmTask(models.Model):
    """What a property firm is to do in a year: emergency measures and help for the community (Art. 56)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="tasks", verbose_name=_("物业服务企业"))
    year = models.PositiveSmallIntegerField(_("年度"))
    what = models.CharField(_("任务"), max_length=500)
    set_at = models.DateTimeField(_("下达时间"))
    done_at = models.DateTimeField(_("完成时间"), null=True)
    outcome = models.CharField(_("完成情况"), max_length=500, blank=True)

    objects = FirmTaskQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("物业年度任务")
        ordering = ("-year", "pk")
        constraints = [models.CheckConstraint(condition=Q(done_at=None) | ~Q(outcome=""), name="task_done_says_how")]

    def __str__(self):
        return self.what
