"""A grid report (网格事件), and the kinds that steer it."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field
from grids.admission.models import Duty
from grids.mesh.models import Assignment, Grid
from grids.reports.enums import FINAL, STATIONS, TONES, Came, State
from grids.reports.flow import FLOW
from grids.reports.permissions import VIEW

NONE = models.Value([], models.JSONField())


class ReportKindQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)

    def offered(self, path, *, day):
        """What a grid at that place may report on that day: kinds in use, of a duty that stands on the list there (Art. 49)."""
        return self.in_use().filter(duty__in=Duty.objects.in_force(day).covering(path))


class ReportKind(models.Model):
    """A kind of event: which trade answers for it, and what it becomes when another procedure takes it over."""

    code = models.CharField(_("代码"), max_length=20, unique=True)
    label = models.CharField(_("名称"), max_length=20)
    hint = models.CharField(_("提示"), max_length=120, blank=True)
    trade = models.CharField(_("主管行业"), max_length=30, blank=True)
    hands_to = models.CharField(_("通常移交"), max_length=20, blank=True)
    complaint_category = models.CharField(_("移交接诉即办的分类"), max_length=20, blank=True)
    dispute_kind = models.CharField(_("移交调解的纠纷类型"), max_length=20, blank=True)
    questions = models.JSONField(_("另问几项"), default=list, db_default=NONE, blank=True)  # each: code label asked options required hint
    replies = models.JSONField(_("答复范本"), default=list, db_default=NONE, blank=True)  # texts a station can take over
    needs_proof = models.BooleanField(_("现场解决须传处置后照片"), default=False, db_default=False)
    duty = models.ForeignKey(Duty, models.PROTECT, null=True, blank=True, related_name="report_kinds", verbose_name=_("所属职责"))
    order = models.PositiveSmallIntegerField(_("次序"), default=0)
    active = models.BooleanField(_("在用"), default=True)

    objects = ReportKindQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格事件类型")
        ordering = ("order", "code")

    def __str__(self):
        return self.label


class KindChange(models.Model):
    """What was changed of a kind, by whom."""

    kind = models.ForeignKey(ReportKind, models.CASCADE, related_name="changes")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    label = models.CharField(max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = _("网格事件类型变更记录")
        ordering = ("-at", "-pk")

    def __str__(self):
        return self.label


class ReportQuerySet(CaseQuerySet):
    line_more = ("kind__label", "grid__name", "signed_at", "extension_asked", "sent_back", "came", "watched_at", "by_silence")

    def for_detail(self):
        return self.select_related("place", "office", "kind", "grid", "reporter")

    def for_step(self):
        return self.select_related("place", "office", "kind", "grid")

    def of_own_grids(self, user, at):
        """Reports of the grids the person serves now, and those the person made."""
        served = Assignment.objects.current(at).filter(post__user=user).values("grid")
        return self.filter(Q(grid__in=served) | Q(reporter=user))

    def waiting_for_worker(self):
        return self.filter(state__in=[State.REPORTED, State.ANSWERED])

    def at_a_station(self):
        return self.filter(state__in=STATIONS)

    def unsigned(self):
        return self.at_a_station().filter(signed_at=None)

    def forgotten(self, at):
        """Past a station's limit and not watched by the centre yet, or answered and not confirmed in time: the portal goes on by itself."""
        stuck = Q(state__in=STATIONS, watched_at=None) | Q(state=State.ANSWERED)
        return self.past_due(at).filter(stuck).order_by("due_at", "id")


class Report(Case):
    """What a grid worker found (Art. 51). A person appears only as the contact of the matter, sealed, and only if it is needed."""

    flow = FLOW
    view_capability = VIEW
    files_travel = True  # a photograph shows the place, and the worker is no secret
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.REPORTED)
    kind = models.ForeignKey(ReportKind, models.PROTECT, related_name="reports", verbose_name=_("类型"))
    grid = models.ForeignKey(Grid, models.PROTECT, related_name="reports", verbose_name=_("网格"))
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("上报人"))
    description = models.TextField(_("情况"), blank=True)
    landmark = models.CharField(_("详细位置"), max_length=120, blank=True)
    latitude = models.FloatField(_("纬度"), null=True, blank=True)
    longitude = models.FloatField(_("经度"), null=True, blank=True)
    contact_name = SealedField(_("联系人"), kind="name", blank=True, default="")
    contact_phone = SealedField(_("联系电话"), kind="phone", blank=True, default="")
    answers = models.JSONField(_("所问各项"), default=list, db_default=NONE, blank=True)  # [question, answer] as called then
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    signed_at = models.DateTimeField(_("签收时间"), null=True)
    extension_asked = models.BooleanField(_("待审延期"), default=False)
    answered_from = models.CharField(_("答复层级"), max_length=12, blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True)
    sent_back = models.BooleanField(_("曾退回重办"), default=False)
    passed_on = models.BooleanField(_("曾转报"), default=False)
    answer_kept = models.BooleanField(_("按期答复"), null=True)
    spot_kept = models.BooleanField(_("按期处置"), null=True)
    village_kept = models.BooleanField(_("村（社区）按期"), null=True)
    township_kept = models.BooleanField(_("乡镇（街道）按期"), null=True)
    department_kept = models.BooleanField(_("部门按期"), null=True)
    came = models.CharField(_("来路"), max_length=10, choices=Came.choices, blank=True, default="", db_default="")
    watched_at = models.DateTimeField(_("综治中心盯办"), null=True)
    by_silence = models.BooleanField(_("未核对自动办结"), default=False, db_default=False)
    search = generated_vector_field("title", "description", "landmark")

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格事件")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="report_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(answered_from="") | Q(answered_from__in=STATIONS), name="report_answered_by_a_station"),
        ]
        indexes = [
            models.Index(fields=["opened_at", "place_path", "id"], name="report_opened"),  # other places are passed over unread
            models.Index(fields=["place_path", "opened_at"], name="report_path_opened"),
            models.Index(fields=["due_at", "id"], name="report_due_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["place_path", "due_at"], name="report_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["reporter", "-opened_at"], name="report_reporter"),
            GinIndex(fields=["office_ids"], name="report_offices", fastupdate=False),
            GinIndex(fields=["search"], name="report_search"),
        ]

    @property
    def summary(self):
        return self.description or self.kind.hint
