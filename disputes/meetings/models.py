"""A joint meeting (联席会议), its agenda and its members."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.complaints.models import Complaint
from disputes.mediation.models import Mediation
from disputes.meetings.enums import FINAL, MET, TONES, Kind, Reply, State
from disputes.meetings.flow import FLOW
from disputes.meetings.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field


class MeetingQuerySet(CaseQuerySet):
    across = Q()  # every member sees it, wherever it stands
    line_more = ("kind", "meet_at", "item_count")

    def to_hold(self, at):
        """Its time has come, and nobody has said how it went."""
        return self.filter(state=State.ANNOUNCED, meet_at__lte=at)


class Meeting(Case):
    """Art. 38 para 2. `office` called it and holds it to the end; `office_ids` are caller and members, `awaited_ids` have not answered."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.PLANNED)
    kind = models.CharField(_("会议类型"), max_length=10, choices=Kind.choices, default=Kind.REGULAR)
    purpose = models.TextField(_("会议事由"), max_length=1000, blank=True)
    meet_at = models.DateTimeField(_("会议时间"))
    venue = models.CharField(_("会议地点"), max_length=120)
    chair = models.CharField(_("主持人（职务）"), max_length=60)
    awaited_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    item_count = models.PositiveSmallIntegerField(_("议题数"), default=0)
    announced_at = models.DateTimeField(_("通知时间"), null=True)
    held_at = models.DateTimeField(_("召开时间"), null=True)
    course = models.TextField(_("会议概况"), blank=True)
    issued_at = models.DateTimeField(_("印发纪要时间"), null=True)
    kept = models.BooleanField(_("按期印发纪要"), null=True)
    search = generated_vector_field("title", "purpose", "course")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("联席会议")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="meeting_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=~Q(state__in=MET) | Q(held_at__isnull=False), name="meeting_held_has_its_moment"),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="meeting_path_opened"),
            models.Index(fields=["meet_at"], name="meeting_meets", condition=Q(state=State.ANNOUNCED)),
            GinIndex(fields=["office_ids"], name="meeting_offices", fastupdate=False),
            GinIndex(fields=["search"], name="meeting_search"),
        ]

    @property
    def summary(self):
        return self.purpose

    def member_offices(self):
        """Who can be made responsible for something: the members and the caller."""
        return Office.objects.filter(pk__in=self.office_ids).order_by("place__path", "type", "code")


class AgendaItem(models.Model):
    """One item (议题) in the caller's own words, the matter it is about where it has a number, and what was said of it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items", verbose_name=_("联席会议"))
    position = models.PositiveSmallIntegerField(_("序号"))
    topic = models.CharField(_("议题"), max_length=200)
    presenter = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("汇报单位"))
    complaint = models.ForeignKey(Complaint, models.PROTECT, null=True, related_name="+", verbose_name=_("诉求"))
    mediation = models.ForeignKey(Mediation, models.PROTECT, null=True, related_name="+", verbose_name=_("调解事项"))
    discussion = models.TextField(_("讨论情况"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("会议议题")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="agenda_item_position_once"),
            models.CheckConstraint(condition=Q(complaint=None) | Q(mediation=None), name="agenda_item_has_one_matter"),
        ]

    def __str__(self):
        return f"{self.position}. {self.topic}"

    @property
    def matter(self):
        return self.complaint or self.mediation


class MeetingMember(models.Model):
    """An office that was invited, whom it sends (name and duty of an official), and whether somebody came."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="members", verbose_name=_("联席会议"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("参会单位"))
    reply = models.CharField(_("回复"), max_length=10, choices=Reply.choices, default=Reply.WAITING)
    representative = models.CharField(_("参会人员（姓名、职务）"), max_length=80, blank=True)
    present = models.BooleanField(_("到会"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("参会单位")
        ordering = ("office__place__path", "office__type", "office__code")
        constraints = [models.UniqueConstraint(fields=["meeting", "office"], name="meeting_member_once")]

    def __str__(self):
        return self.office.name
