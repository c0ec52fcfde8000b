"""A programme of honours, a title proposed for a unit or a person of it, whose opinions were asked, and what was said against it."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.access.scope import Scoped
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field
from supervision.honours.enums import FINAL, FOR_PERSONS, STANDING, TONES, WORD_TONES, Authority, Award, State, Word
from supervision.honours.flow import FLOW
from supervision.honours.permissions import VIEW


class ProgrammeQuerySet(Scoped):
    def open_on(self, day):
        return self.filter(nominate_until__gte=day)

    def newest_first(self):
        return self.select_related("office").order_by("-year", "-nominate_until", "-pk")


class Programme(models.Model):
    """表彰项目: one title of one year that a leading group gives, on which basis, how many, and until when one may nominate.

    Art. 58 keeps a unit that failed from titles for its work as a whole (`is_comprehensive`), and its heads from every title of a person.
    """

    title = models.CharField(_("名称"), max_length=60)
    award = models.CharField(_("称号"), max_length=16, choices=Award.choices)
    year = models.PositiveSmallIntegerField(_("年度"))
    basis = models.CharField(_("依据"), max_length=200, default="《呼和浩特市社会治理促进条例》第十二条")
    quota = models.PositiveSmallIntegerField(_("名额"))
    nominate_until = models.DateField(_("提名截止"))
    is_comprehensive = models.BooleanField(_("综合性荣誉称号"), default=True)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("主办单位"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("设立时间"))

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("表彰项目")
        ordering = ("-year", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["office", "award", "year"], name="programme_once_a_year"),
            models.CheckConstraint(condition=Q(quota__gt=0), name="programme_has_a_quota"),
        ]

    def __str__(self):
        return self.title

    @property
    def is_personal(self):
        return self.award in FOR_PERSONS


class HonourQuerySet(CaseQuerySet):
    line_more = ("year", "open_objections")

    def for_detail(self):
        return self.select_related("place", "office", "unit__place", "programme", "person")

    def for_step(self):
        return self.select_related("place", "office__place", "unit__place", "programme", "person")

    def publicised(self, at):
        """What stands in public now, the newest first."""
        return self.filter(state=State.PUBLICISED, publicity_until__gt=at).order_by("-publicised_at", "-pk")

    def granted(self):
        return self.filter(state=State.GRANTED).exclude(publicised_at=None).order_by("-closed_at", "-pk")


class Honour(Case):
    """One title for one unit, or one person of it, and year."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.NOMINATED)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="honours", verbose_name=_("表彰项目"))
    award = models.CharField(_("称号"), max_length=16, choices=Award.choices)
    year = models.PositiveSmallIntegerField(_("年度"))
    unit = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("单位"))
    persons = models.PositiveSmallIntegerField(_("先进个人人数"), null=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("人员"))
    person_name = SealedField(_("姓名"), kind="name", blank=True, default="")
    person_index = models.CharField(max_length=64, blank=True, default="", db_index=True, editable=False)
    person_duty = models.CharField(_("职务"), max_length=60, blank=True, default="")
    merits = models.TextField(_("主要事迹"))
    public_text = models.CharField(_("公示内容"), max_length=300, blank=True, default="")
    publicised_at = models.DateTimeField(_("公示时间"), null=True)
    publicity_until = models.DateTimeField(_("公示截止"), null=True)
    open_objections = models.PositiveSmallIntegerField(_("待核实的异议"), default=0)
    decision = models.CharField(_("授予文件"), max_length=80, blank=True)
    search = generated_vector_field("title", "merits")

    objects = HonourQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("荣誉称号")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "award", "year"], condition=Q(state__in=STANDING, person_index=""), name="honour_once_a_year"
            ),
            models.UniqueConstraint(
                fields=["unit", "award", "year", "person_index"], condition=Q(state__in=STANDING) & ~Q(person_index=""),
                name="honour_of_a_person_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="honour_closed_has_its_moment",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="honour_path_opened"),
            models.Index(fields=["publicity_until"], name="honour_publicity", condition=Q(state=State.PUBLICISED)),
            GinIndex(fields=["office_ids"], name="honour_offices", fastupdate=False),
            GinIndex(fields=["search"], name="honour_search"),
        ]

    @property
    def summary(self):
        return self.merits

    @property
    def is_personal(self):
        return self.award in FOR_PERSONS

    @property
    def shown_person(self):
        """The name of an account; the mask of one that is sealed; "" for a unit's title."""
        return self.person.name if self.person_id else str(self.person_name or "")


class Check(models.Model):
    """核查: what one authority said of a nomination."""

    honour = models.ForeignKey(Honour, models.CASCADE, related_name="checks")
    authority = models.CharField(_("征求意见的单位"), max_length=12, choices=Authority.choices)
    passed = models.BooleanField(_("无不同意见"))
    note = models.CharField(_("意见"), max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("登记时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("核查意见")
        ordering = ("at", "pk")
        constraints = [models.UniqueConstraint(fields=["honour", "authority"], name="check_once")]

    def __str__(self):
        return f"{self.get_authority_display()} {self.passed}"


class Objection(models.Model):
    """What somebody said against a nomination while it stood in public; the name is sealed, and none is asked for."""

    honour = models.ForeignKey(Honour, models.CASCADE, related_name="objections")
    text = models.TextField(_("异议内容"))
    name = SealedField(_("异议人姓名"), kind="name", blank=True, default="")
    phone = SealedField(_("异议人电话"), kind="phone", blank=True, default="")
    word = models.CharField(_("核实结果"), max_length=10, choices=Word.choices, default=Word.OPEN)
    answer = models.TextField(_("核实情况"), blank=True)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("登记人"))
    at = models.DateTimeField(_("收到时间"))
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("核实人"))
    settled_at = models.DateTimeField(_("核实时间"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("公示异议")
        ordering = ("at", "pk")

    def __str__(self):
        return f"{self.number} {self.get_word_display()}"

    @property
    def number(self):
        """Under which an opening of its sealed facts is recorded."""
        return self.honour.number

    @property
    def tone(self):
        return WORD_TONES[Word(self.word)]
