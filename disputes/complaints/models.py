"""A complaint (诉求), and the data that steer it: catalogue, routing rules, reasons, standard replies."""

from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import FINAL, TONES, Emergency, Kind, LeadBy, Outcome, Satisfaction, Solved, Source, State, Urgency
from disputes.complaints.flow import FLOW
from disputes.complaints.permissions import VIEW
from disputes.complaints.rules import filled, similar_words
from disputes.complaints.terms import RESPOND
from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.models import Deadline
from governance.people.models import Office, User
from governance.places.enums import Level
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field
from governance.web.formats import cn_date, cn_due

NEAR_BY = timedelta(days=30)
NOBODYS = Q(office=None, transfers__gt=0) | Q(state=State.CONSULTING)
LATE = ~Q(state__in=[State.OBJECTED, State.CONSULTING])  # and the clock that runs has ended
RAISED = Q(raised_to__isnull=False)


class CategoryQuerySet(models.QuerySet):
    def tops(self):
        return self.filter(parent=None, active=True)

    def leaves(self):
        return self.filter(parent__isnull=False, active=True).select_related("parent")


class Category(models.Model):
    """Two-level catalogue of matters; the second level is what a complaint is filed under."""

    code = models.CharField(_("代码"), max_length=20, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("上级分类"))
    name = models.CharField(_("名称"), max_length=30)
    hint = models.CharField(_("提示"), max_length=120, blank=True)
    trade = models.CharField(_("主管行业"), max_length=30, blank=True)
    keywords = models.CharField(_("关键词"), max_length=200, blank=True)
    urgency = models.CharField(_("默认紧急程度"), max_length=10, choices=Urgency.choices, default=Urgency.NORMAL)
    is_public = models.BooleanField(_("可匿名公开"), default=True)
    is_sensitive = models.BooleanField(_("敏感事项"), default=False)
    active = models.BooleanField(_("在用"), default=True)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("诉求分类")
        ordering = ("code",)
        constraints = [models.CheckConstraint(condition=~Q(is_sensitive=True, is_public=True), name="category_sensitive_is_never_public")]

    def __str__(self):
        return self.name

    @property
    def full_name(self):
        return f"{self.parent.name} / {self.name}" if self.parent_id else self.name


class RoutingTarget(models.TextChoices):
    VILLAGE = "village", _("村（社区）")
    TOWNSHIP = "township", _("乡镇（街道）")
    COUNTY_BUREAU = "county_bureau", _("旗县区主管部门")
    CITY_BUREAU = "city_bureau", _("市主管部门")


class RoutingRule(models.Model):
    """Category × level of the place → office. What no rule names goes to the township, its county gets a copy (北京接诉即办条例 §12)."""

    category = models.ForeignKey(Category, models.CASCADE, related_name="routes", verbose_name=_("分类"))
    level = models.CharField(_("地点层级"), max_length=10)
    target = models.CharField(_("派往"), max_length=16, choices=RoutingTarget.choices)
    copy_to_county = models.BooleanField(_("抄送旗县区"), default=False)
    note = models.CharField(_("备注"), max_length=120, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("派单规则")
        ordering = ("category", "level")
        constraints = [models.UniqueConstraint(fields=["category", "level"], name="route_once_per_level")]

    def __str__(self):
        return f"{self.category} → {self.get_target_display()}"

    @property
    def level_label(self):
        return Level(self.level).label


class Refusal(models.Model):
    """Why a complaint is not accepted, and the right way to go instead."""

    code = models.CharField(_("代码"), max_length=30, unique=True)
    label = models.CharField(_("理由"), max_length=60)
    right_way = models.TextField(_("正确途径"))
    active = models.BooleanField(_("在用"), default=True)

    class Meta:
        verbose_name = verbose_name_plural = _("不予受理理由")
        ordering = ("pk",)

    def __str__(self):
        return self.label


class StandardReplyQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)

    def shared(self):
        """Those of the whole city."""
        return self.filter(owner=None)

    def of(self, user):
        """What a person keeps for the own use."""
        return self.filter(owner=user)

    def fitting(self, step, category, state, user):
        """The texts for a step from a state: the person's own, those of the category or its group, then the general ones."""
        near = Q(category=category) | Q(category=category.parent_id) | Q(category=None)
        fit = self.in_use().filter(near, Q(owner=None) | Q(owner=user), step=step, state__in=["", state])
        return fit.order_by(F("owner").asc(nulls_last=True), F("category").desc(nulls_last=True), "-state", "code")


class StandardReply(models.Model):
    """A reply text with placeholders, offered at the step it fits: for a category or all, from one state or any. One with an `owner` is
    offered to that person alone."""

    code = models.CharField(_("代码"), max_length=40, unique=True)
    category = models.ForeignKey(Category, models.CASCADE, null=True, blank=True, related_name="replies", verbose_name=_("分类"))
    step = models.CharField(_("用于步骤"), max_length=40)
    state = models.CharField(_("用于状态"), max_length=14, choices=State.choices, blank=True, default="", db_default="")
    title = models.CharField(_("标题"), max_length=40)
    text = models.TextField(_("正文"))
    active = models.BooleanField(_("在用"), default=True, db_default=True)  # what is deleted can be taken back
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, editable=False, related_name="+", verbose_name=_("本人"))

    objects = StandardReplyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("答复范本")
        ordering = ("code",)

    def __str__(self):
        return self.title

    def filled_in(self, complaint, *, at, limit=None):
        """The text as it stands for a complaint; `limit` is when the handling is due. What is unknown is left to the clerk."""
        office = complaint.office
        return filled(self.text, {
            "number": complaint.number,
            "place": complaint.place.full_name,
            "category": complaint.category.name,
            "office": office.short_name if office else gettext("（填写：单位）"),
            "phone": (office and office.phone) or gettext("（填写：联系电话）"),
            "limit": cn_due(limit) if limit else gettext("（填写：期限）"),
            "today": cn_date(at),
        })  # fmt: skip


class ComplaintQuerySet(CaseQuerySet):
    across = Q(is_across=True)
    line_more = (
        "extension_asked", "reopening_asked", "question_open", "appeal_to_id", "outcome", "emergency_suspected", "needs_place", "followers",
        "category__name", "suggested_office__short_name", "danger", "against_id",
    )  # fmt: skip

    def ongoing(self):
        """What is still to be done. A merged complaint is done in the case it follows."""
        return super().ongoing().exclude(state=State.MERGED)

    def for_list(self):
        """What stands beside a complaint as one of several: number, title, state and where."""
        return self.select_related("place", "category").only(
            "number", "title", "state", "opened_at", "closed_at", "place__full_name", "category__name"
        )

    def for_step(self):
        return self.select_related("place", "office", "suggested_office", "category", "against__place")

    def to_review(self):
        """What waits for a dispatcher's word: an objection, an extension, a reopening."""
        return self.filter(Q(state=State.OBJECTED) | Q(extension_asked=True) | Q(reopening_asked=True))

    def waiting_for_the_person(self):
        return self.filter(question_open=True)

    def to_come_back(self):
        """Closed with a plan that is looked at again."""
        return self.filter(review_on__isnull=False, state=State.CLOSED)

    def to_place(self):
        """What came without a division and waits for somebody who finds out where it is."""
        return self.filter(needs_place=True)

    def for_detail(self):
        """What the page of a case shows whatever its state; planning a join of all it may show takes longer than asking for the rest."""
        return self.select_related("place", "category__parent", "office", "received_by")

    def grave(self):
        """What may endanger people or grow into a wider conflict (Art. 43)."""
        return self.exclude(danger="")

    def unanswered(self):
        """Grave, and no centre has dealt with it yet."""
        clocks = Deadline.objects.still_open().filter(term=RESPOND.name, content_type=ContentType.objects.get_for_model(self.model))
        return self.grave().filter(pk__in=clocks.values("object_id"))

    def nobodys(self):
        """Taken back from an office and handed to no other, or under consultation: nobody leads."""
        return self.ongoing().filter(NOBODYS)

    def late(self, at):
        """Past a limit that runs; while an objection or a consultation is open none does."""
        return self.ongoing().filter(LATE, due_at__lt=at)

    def raised(self):
        return self.ongoing().filter(RAISED)

    def unattended(self, at):
        """What should not be there, for the centre above: nobody's, late, or raised."""
        return self.ongoing().filter(NOBODYS | (LATE & Q(due_at__lt=at)) | RAISED)

    def of_account(self, user):
        """What a resident filed with an account, or added to it by number and code."""
        return self.filter(resident=user).select_related("place", "category").order_by("-opened_at", "-id")

    def of_phone(self, index):
        """Complaints of the same telephone; none for an empty index."""
        return self.filter(phone_index=index) if index else self.none()

    def matters(self):
        """Every matter once: not the complaints that follow another, and the parts of one that was split, not the whole."""
        return self.filter(merged_into=None, parts=0)

    def similar_to(self, *, place, category, text, at):
        """Open or recent complaints near by on the same matter: same township, same top category, a word in common. What is said of an
        office is shown to nobody who does not handle it; what was split follows nobody, and nobody follows it."""
        words = similar_words(text)
        alike = Q(category=category)
        for word in words:
            alike |= Q(title__contains=word) | Q(description__contains=word)
        return (
            self.within(place.path[:9])
            .filter(category__parent=category.parent_id, opened_at__gte=at - NEAR_BY, is_secret=False)
            .filter(alike)
            .exclude(state__in=[State.WITHDRAWN, State.NOT_ACCEPTED, State.MERGED])
            .filter(against=None, parent=None, parts=0)
        )


class Complaint(Case):
    """One demand of a resident (诉求), Art. 43. Contact data are sealed; `solved` and `satisfaction` are the resident's word alone."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    tracking_page = "tracked"

    state = models.CharField(_("状态"), max_length=14, choices=State.choices, default=State.REGISTERED)
    kind = models.CharField(_("类型"), max_length=12, choices=Kind.choices)
    category = models.ForeignKey(Category, models.PROTECT, related_name="complaints", verbose_name=_("分类"))
    urgency = models.CharField(_("紧急程度"), max_length=10, choices=Urgency.choices, default=Urgency.NORMAL)
    source = models.CharField(_("来源"), max_length=10, choices=Source.choices, default=Source.WEB)
    description = models.TextField(_("反映内容"))
    landmark = models.CharField(_("详细位置"), max_length=120, blank=True)
    latitude = models.FloatField(_("纬度"), null=True, blank=True)
    longitude = models.FloatField(_("经度"), null=True, blank=True)
    reporter_name = SealedField(_("反映人"), kind="name", blank=True, default="")
    reporter_phone = SealedField(_("联系电话"), kind="phone", blank=True, default="")
    phone_index = models.CharField(max_length=64, blank=True, editable=False)
    is_anonymous = models.BooleanField(_("匿名举报"), default=False)
    is_secret = models.BooleanField(_("身份保密"), default=False)
    query_code_index = models.CharField(max_length=64, editable=False)
    resident = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", db_index=False, editable=False)  # its account
    origin = models.CharField(_("来件单位"), max_length=40, blank=True, default="", db_default="")  # who took it down, outside the portal
    external_number = models.CharField(_("原编号"), max_length=60, blank=True, default="", db_default="")
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    received_by = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("首接单位"))
    suggested_office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("建议承办单位"))
    needs_place = models.BooleanField(_("待定位"), default=False, db_default=False)  # came without a division; its place is the city
    emergency_suspected = models.BooleanField(_("疑似紧急"), default=False)
    against = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="+", db_index=False, verbose_name=_("反映的单位")
    )
    danger = models.TextField(_("重大事项"), blank=True, default="", db_default="")  # why it may endanger people, or grow
    extension_asked = models.BooleanField(_("待审延期"), default=False)
    reopening_asked = models.BooleanField(_("申请重办"), default=False)
    objected = models.BooleanField(_("已提异议"), default=False, db_default=False)  # once to a dispatch; the reviewer's word is final
    lead_by = models.CharField(_("主办单位的确定"), max_length=10, choices=LeadBy.choices, blank=True, db_default="")
    is_across = models.BooleanField(_("涉及其他地区"), db_default=False)
    is_joint = models.BooleanField(_("有协办单位"), db_default=False)
    raised_to = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name=_("提级至"))
    transfers = models.PositiveSmallIntegerField(_("转派次数"), default=0)
    reworks = models.PositiveSmallIntegerField(_("重办次数"), default=0)
    refusal = models.ForeignKey(Refusal, models.PROTECT, null=True, related_name="+", verbose_name=_("不予受理理由"))
    diverted_to = models.CharField(_("转往"), max_length=3, choices=Emergency.choices, blank=True)
    contact_kept = models.BooleanField(_("按时联系"), null=True)
    handle_kept = models.BooleanField(_("按期办理"), null=True)
    replied_at = models.DateTimeField(_("答复时间"), null=True)
    reached = models.BooleanField(_("回访接通"), null=True)
    solved = models.CharField(_("是否解决"), max_length=8, choices=Solved.choices, blank=True)
    satisfaction = models.CharField(_("满意度"), max_length=14, choices=Satisfaction.choices, blank=True)
    rated_at = models.DateTimeField(_("评价时间"), null=True)
    question_open = models.BooleanField(_("等待反映人答复"), default=False, db_default=False)
    outcome = models.CharField(_("未解决的原因"), max_length=10, choices=Outcome.choices, blank=True, default="", db_default="")
    review_on = models.DateField(_("回头看日期"), null=True)
    times_refused = models.PositiveSmallIntegerField(_("不予重办次数"), default=0, db_default=0)
    appeal_to = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name=_("复核单位"))
    erased_at = models.DateTimeField(_("联系方式删除时间"), null=True, editable=False)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name=_("并入"))
    followers = models.PositiveIntegerField(_("并入本件的"), default=0, db_default=0)  # how many complaints follow this one
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name=_("拆分自"))
    parts = models.PositiveSmallIntegerField(_("分项"), default=0, db_default=0)  # how many it was split into
    search = generated_vector_field("title", "description", "landmark")

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("诉求")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="complaint_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(is_anonymous=False) | Q(reporter_name="", reporter_phone=""), name="complaint_anonymous_has_no_contact"
            ),
            models.UniqueConstraint(
                fields=["origin", "external_number"], condition=~Q(external_number=""), name="complaint_external_number_once_per_origin"
            ),
            models.CheckConstraint(condition=~Q(state=State.NOT_ACCEPTED) | Q(refusal__isnull=False), name="complaint_refusal_has_reason"),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.LONG_TERM) | Q(review_on__isnull=False), name="complaint_plan_has_its_review"
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(reporter_name="", reporter_phone="", phone_index=""), name="complaint_erased_has_no_contact"
            ),
            models.UniqueConstraint(
                fields=["merged_into", "phone_index"],
                condition=Q(source=Source.JOINED, merged_into__isnull=False) & ~Q(phone_index=""),
                name="complaint_joined_once_per_phone",
            ),
        ]
        indexes = [
            models.Index(fields=["opened_at", "place_path", "id"], name="complaint_opened"),  # other places are passed over unread
            models.Index(fields=["state", "opened_at", "id"], name="complaint_state_opened"),
            models.Index(fields=["place_path", "opened_at"], name="complaint_path_opened"),
            models.Index(fields=["due_at", "id"], name="complaint_due_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["place_path", "due_at"], name="complaint_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(
                fields=["place_path"],
                name="complaint_to_review",
                condition=Q(state=State.OBJECTED) | Q(extension_asked=True) | Q(reopening_asked=True),
            ),
            models.Index(fields=["place_path"], name="complaint_question", condition=Q(question_open=True)),
            models.Index(fields=["appeal_to"], name="complaint_appeal", condition=Q(appeal_to__isnull=False)),
            models.Index(fields=["review_on"], name="complaint_review", condition=Q(review_on__isnull=False)),
            models.Index(fields=["closed_at"], name="complaint_to_erase", condition=Q(erased_at=None, is_anonymous=False)),
            models.Index(fields=["place_path"], name="complaint_unplaced", condition=Q(needs_place=True)),
            models.Index(fields=["place_path"], name="complaint_grave", condition=~Q(danger="")),
            models.Index(fields=["resident"], name="complaint_resident", condition=Q(resident__isnull=False)),
            models.Index(fields=["merged_into"], name="complaint_followers", condition=Q(merged_into__isnull=False)),
            models.Index(fields=["parent"], name="complaint_parts", condition=Q(parent__isnull=False)),
            models.Index(fields=["phone_index"], name="complaint_phone", condition=~Q(phone_index="")),
            GinIndex(fields=["office_ids"], name="complaint_offices", fastupdate=False),
            GinIndex(fields=["office_ids"], name="complaint_across", condition=Q(is_across=True), fastupdate=False),
            models.Index(
                fields=["place_path"],
                name="complaint_unattended",
                condition=~Q(state__in=FINAL) & (NOBODYS | RAISED),
            ),
            GinIndex(fields=["search"], name="complaint_search"),
        ]

    @property
    def summary(self):
        return self.description

    @property
    def is_designated(self):
        """Whether a centre named the lead, which then keeps the matter (Art. 43)."""
        return self.lead_by == LeadBy.DESIGNATED
