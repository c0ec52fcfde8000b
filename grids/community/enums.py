"""What an activity is about, where it stands, and what else the calendar of a place holds."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Art. 52, 53, and 平安创建."""

    LAW = "law", _("法治宣传和法律服务")
    VIRTUE = "virtue", _("德治教化和文明实践")
    SAFETY = "safety", _("平安创建")
    SERVICE = "service", _("便民和文体")


class State(models.TextChoices):
    DRAFT = "draft", _("待发布")
    PUBLISHED = "published", _("已发布")
    REPORTED = "reported", _("已小结")
    CANCELLED = "cancelled", _("已取消")


FINAL = frozenset({State.REPORTED, State.CANCELLED})
PUBLIC = frozenset({State.PUBLISHED, State.REPORTED, State.CANCELLED})
TONES = {State.DRAFT: "waiting", State.PUBLISHED: "active", State.REPORTED: "done", State.CANCELLED: "stopped"}

MEETING, VOLUNTEERING = "meeting", "volunteering"
OF_CALENDAR = (*Kind.choices, (VOLUNTEERING, _("志愿服务")), (MEETING, _("议事协商会")))
ARTICLES = {
    Kind.LAW: _("条例第五十二条"),
    Kind.VIRTUE: _("条例第五十三条"),
    Kind.SAFETY: _("条例第十条"),
    Kind.SERVICE: _("条例第五十五条"),
}
