"""A deliberation (议事协商), who was invited to it, and what was said, by role."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field
from grids.deliberation.enums import DECIDED, FINAL, PUBLIC, TONES, Matter, Raiser, Side, State, Way
from grids.deliberation.flow import FLOW
from grids.deliberation.permissions import VIEW
from grids.deliberation.rules import satisfaction


class DeliberationQuerySet(CaseQuerySet):
    line_more = ("kind", "meet_at", "carry_by", "kept")

    def published(self):
        """What everyone may read: announced, and whatever came of it."""
        return self.filter(state__in=PUBLIC).open_to_all()

    def meeting(self, start, end):
        """Announced or held between two moments."""
        return self.published().filter(meet_at__gte=start, meet_at__lt=end)

    def with_contact(self):
        """Those that still know a name or a telephone."""
        named = Participant.objects.exclude(names="").values("deliberation")
        return self.filter(~Q(contact_name="") | ~Q(contact_phone="") | Q(pk__in=named))


class Deliberation(Case):
    """A matter of a village or community from the idea to its end. The raiser is sealed; what is public is the village's words."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    tracking_page = "matter_tracked"

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.RAISED)
    kind = models.CharField(_("事项类别"), max_length=12, choices=Matter.choices)
    raised_by = models.CharField(_("提议方"), max_length=16, choices=Raiser.choices)
    description = models.TextField(_("提议内容"), max_length=2000)
    contact_name = SealedField(_("提议人"), kind="name", blank=True, default="")
    contact_phone = SealedField(_("提议人电话"), kind="phone", blank=True, default="")
    query_code_index = models.CharField(max_length=64, blank=True, editable=False)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    meet_at = models.DateTimeField(_("协商时间"), null=True)
    venue = models.CharField(_("协商地点"), max_length=120, blank=True)
    chair = models.CharField(_("主持人（职务）"), max_length=60, blank=True)
    agenda = models.TextField(_("议程"), max_length=1000, blank=True)
    announced_at = models.DateTimeField(_("公告时间"), null=True)
    held_at = models.DateTimeField(_("召开时间"), null=True)
    attended = models.PositiveSmallIntegerField(_("到会人数"), null=True)
    way = models.CharField(_("形成结果的方式"), max_length=10, choices=Way.choices, blank=True)
    votes_for = models.PositiveSmallIntegerField(_("赞成"), null=True)
    votes_against = models.PositiveSmallIntegerField(_("反对"), null=True)
    votes_abstained = models.PositiveSmallIntegerField(_("弃权"), null=True)
    result = models.TextField(_("协商结果"), max_length=2000, blank=True)
    responsible = models.CharField(_("落实责任方"), max_length=60, blank=True)
    carry_by = models.DateField(_("完成日期"), null=True)
    carried_out_at = models.DateTimeField(_("落实完成时间"), null=True)
    kept = models.BooleanField(_("按期落实"), null=True)
    asked = models.PositiveSmallIntegerField(_("参加评价人数"), null=True)
    satisfied = models.PositiveSmallIntegerField(_("满意和基本满意人数"), null=True)
    search = generated_vector_field("title", "description", "agenda", "result")

    objects = DeliberationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("议事协商")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="deliberation_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.SCHEDULED, *sorted(PUBLIC)]) | Q(meet_at__isnull=False), name="deliberation_meets_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED) | (Q(carry_by__isnull=False) & ~Q(result="")), name="deliberation_result_has_its_day"
            ),
            models.CheckConstraint(condition=Q(asked=None) | Q(satisfied__lte=models.F("asked")), name="deliberation_satisfied_were_asked"),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="deliberation_opened"),
            models.Index(fields=["place_path", "opened_at"], name="deliberation_path_opened"),
            models.Index(fields=["due_at", "id"], name="deliberation_due", condition=~Q(state__in=FINAL)),
            models.Index(fields=["meet_at"], name="deliberation_meets", condition=Q(meet_at__isnull=False)),
            GinIndex(fields=["office_ids"], name="deliberation_offices", fastupdate=False),
            GinIndex(fields=["search"], name="deliberation_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return self.agenda or self.description

    @property
    def is_public(self):
        return self.state in PUBLIC

    @property
    def satisfaction(self):
        """A share, or None where nobody was asked or too few answered."""
        return satisfaction(self.satisfied, self.asked)

    @property
    def public_url(self):
        return reverse("deliberation_public", args=[self.number])


class Participant(models.Model):
    """One side invited: its role and how many are public, names of private persons are sealed."""

    deliberation = models.ForeignKey(Deliberation, models.CASCADE, related_name="participants")
    role = models.CharField(_("参加方"), max_length=16, choices=Side.choices)
    body = models.CharField(_("单位名称"), max_length=60, blank=True)
    people = models.PositiveSmallIntegerField(_("人数"))
    names = SealedField(_("姓名"), kind="text", blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = _("议事参加方")
        ordering = ("pk",)
        constraints = [models.CheckConstraint(condition=Q(people__gt=0), name="participant_is_somebody")]

    def __str__(self):
        return self.body or self.get_role_display()

    @property
    def number(self):
        """Under which its opened facts are recorded."""
        return self.deliberation.number


class Statement(models.Model):
    """What one side said; never who of them."""

    deliberation = models.ForeignKey(Deliberation, models.CASCADE, related_name="views")
    role = models.CharField(_("参加方"), max_length=16, choices=Side.choices)
    words = models.TextField(_("意见要点"), max_length=2000)
    at = models.DateTimeField(_("记录时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("协商意见")
        ordering = ("pk",)

    def __str__(self):
        return self.words
