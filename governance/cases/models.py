"""What every case has, its number, and the work orders that hand it to an office."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.access.scope import Scoped
from governance.cases.enums import OrderKind, OrderState
from governance.cases.lines import lines
from governance.flow.engine import StepRefused
from governance.people.models import Office
from governance.places.models import Place


class CaseQuerySet(Scoped):
    line_more = ()  # what a procedure's rows show besides `LINE`

    def ongoing(self):
        return self.exclude(state__in=self.model.flow.final)

    def lines(self, more=None):
        """What the rows of a worklist show, as plain tuples: fifty are read many times a minute, and nobody calls a method of theirs."""
        return lines(self.for_lines(), self.line_more if more is None else more)

    def for_lines(self):
        """The rows with what `line_more` names of them, where it is no column of theirs."""
        return self

    def for_detail(self):
        return self.select_related("place", "office")

    def for_step(self):
        """What taking a step needs of a case; the page of a case needs more."""
        return self.select_related("place", "office")

    def past_due(self, at):
        return self.ongoing().filter(due_at__lt=at)


class Case(models.Model):
    """A matter with a number, a place, an office that holds it, a state and a timeline. Procedures subclass it.

    `place_path` repeats the place's path so that a scope is a range on an index; `office_ids` are the offices it was ever handed to.
    `barred_ids` and `barred_people` are the offices and people it keeps out (governance/access/scope.py, governance/cases/bars.py).
    `version` is the number of its last event. A subclass names its `flow`, the capability `view_capability` that lets one see it, and the
    `tones` of its states. One that `is_across` (which its queryset's `across` says of rows) is open to every office among `office_ids`, of
    another area too; any other is open to an office of a place only where it lies there.
    """

    flow = None
    view_capability = None
    files_travel = False  # what was attached until a hand-over is seen with the new case; never where it could tell who sent it
    tones = {}
    summary = ""  # what a clerk reads beside a step's form
    is_followed = True  # whether somebody outside the offices reads what is public of its timeline
    is_across = False
    tracking_page = ""  # the page that shows it to whoever has number and query code

    number = models.CharField(_("编号"), max_length=40, unique=True)
    title = models.CharField(_("标题"), max_length=60)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("区划"))
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C", editable=False)
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("承办单位"))
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    barred_ids = ArrayField(models.BigIntegerField(), default=list, db_default=[], editable=False)
    barred_people = ArrayField(models.BigIntegerField(), default=list, db_default=[], editable=False)
    opened_at = models.DateTimeField(_("登记时间"))
    closed_at = models.DateTimeField(_("办结时间"), null=True, blank=True)
    due_at = models.DateTimeField(_("到期"), null=True, blank=True)
    version = models.IntegerField(default=0)

    objects = CaseQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse(f"{self.flow.procedure}_detail", args=[self.number])

    @property
    def tone(self):
        return self.tones[self.state]

    @property
    def state_label(self):
        return self.get_state_display()

    @property
    def is_ongoing(self):
        return self.state not in self.flow.final

    def hand_to(self, office):
        """Let an office hold the case; the caller saves. It stays visible to every office that held it. Refused for one it keeps out."""
        self.refuse_barred(office)
        self.office = office
        if office.pk not in self.office_ids:
            self.office_ids = [*self.office_ids, office.pk]

    def refuse_barred(self, office):
        """Raise `StepRefused` for an office the case keeps out."""
        if office.pk in self.barred_ids:
            told = _("%(office)s是本事项反映的单位，或者在其领导下工作，不能承办、协办、接收本事项，请交其上一级办理。")
            raise StepRefused(told % {"office": office.short_name})

    @property
    def bars(self):
        """Whom it keeps out, as a case that comes of it takes over; empty where nobody."""
        found = {"barred_ids": self.barred_ids, "barred_people": self.barred_people}
        return {name: list(keys) for name, keys in found.items() if keys}


class HandoverQuerySet(models.QuerySet):
    def of(self, case):
        """Both ways: what became of the case, and what it came from."""
        return self.touching(ContentType.objects.get_for_model(case).pk, case.pk)

    def touching(self, kind, key):
        here = Q(source_type=kind, source_id=key) | Q(target_type=kind, target_id=key)
        return self.filter(here).prefetch_related("source", "target")


class Handover(models.Model):
    """移交: a case of one procedure became, or opened, a case of another. Both timelines tell of it."""

    source_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    source_id = models.BigIntegerField()
    source = GenericForeignKey("source_type", "source_id")
    target_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    target_id = models.BigIntegerField()
    target = GenericForeignKey("target_type", "target_id")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("移交时间"))

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("移交")
        ordering = ("at", "pk")
        constraints = [models.UniqueConstraint(fields=["target_type", "target_id"], name="handover_target_once")]
        indexes = [models.Index(fields=["source_type", "source_id"], name="handover_source")]

    def __str__(self):
        return f"{self.source_id} → {self.target_id}"

    def is_from(self, case):
        return (self.source_type_id, self.source_id) == (ContentType.objects.get_for_model(case).pk, case.pk)


class NumberSeries(models.Model):
    """The last serial given out on a day."""

    day = models.DateField(primary_key=True)
    last = models.IntegerField()

    class Meta:
        verbose_name = verbose_name_plural = _("编号序列")

    def __str__(self):
        return f"{self.day}: {self.last}"


class WorkOrderQuerySet(models.QuerySet):
    def of(self, case):
        return self.filter(content_type=ContentType.objects.get_for_model(case), object_id=case.pk)

    def standing(self):
        return self.filter(state__in=[OrderState.ISSUED, OrderState.SIGNED])


class WorkOrder(models.Model):
    """派单: hands a case to an office, with the limit that was printed on it."""

    content_type = models.ForeignKey(ContentType, models.PROTECT, db_index=False)  # an index of Meta begins with it
    object_id = models.BigIntegerField()
    case = GenericForeignKey()
    case_number = models.CharField(_("事项编号"), max_length=40)
    serial = models.PositiveSmallIntegerField(_("次序"))
    kind = models.CharField(_("类别"), max_length=8, choices=OrderKind.choices, default=OrderKind.LEAD)
    office = models.ForeignKey(Office, models.PROTECT, related_name="work_orders", verbose_name=_("承办单位"))
    state = models.CharField(_("状态"), max_length=10, choices=OrderState.choices, default=OrderState.ISSUED)
    instruction = models.TextField(_("交办要求"), blank=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(_("派单时间"))
    due_at = models.DateTimeField(_("办理时限"), null=True)
    citation = models.CharField(_("时限依据"), max_length=120, blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(_("签收时间"), null=True)
    ended_at = models.DateTimeField(_("结束时间"), null=True)

    objects = WorkOrderQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("工作单")
        ordering = ("serial",)
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "serial"], name="order_serial_once_per_case"),
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                condition=Q(kind=OrderKind.LEAD, state__in=[OrderState.ISSUED, OrderState.SIGNED]),
                name="order_one_lead",
            ),
        ]
        indexes = [models.Index(fields=["office", "state"], name="order_office_state")]

    def __str__(self):
        return self.number

    @property
    def number(self):
        return f"{self.case_number}-P{self.serial}"

    @property
    def state_label(self):
        """A copy waits for nobody's signature; what an office had signed for went on to the next and was not taken back."""
        if self.kind == OrderKind.COPY and self.state == OrderState.ISSUED:
            return _("已抄送")
        if self.state == OrderState.WITHDRAWN and self.signed_at:
            return _("已转出")
        return self.get_state_display()
