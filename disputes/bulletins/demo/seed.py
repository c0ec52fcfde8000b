"""Eleven months of bulletins, the last one still a draft, one of them corrected."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from disputes.bulletins.models import Bulletin
from disputes.bulletins.services import correct, draft, publish
from governance.calendar.months import month_after, month_before, month_of, months_until
from governance.people.enums import Role
from governance.people.models import Post

CITY_TIME = ZoneInfo("Asia/Shanghai")
MONTHS = 11
CORRECTED = 6  # months back
REASON = "两个街道的登记地点有误，更正区划后重新统计。"


def seed(*, rng, scale, count, at, say):
    """Drafted on the 1st, published on the 5th at nine; figures are those the cases say now, as nobody kept the past's."""
    if scale != "demo" or Bulletin.objects.exists():
        return
    post = Post.objects.filter(role=Role.HOTLINE_OPERATOR, user__is_demo=True).select_related("user", "office").first()
    last = month_before(month_of(at.astimezone(CITY_TIME).date()))
    for month in months_until(last, MONTHS):
        begun = datetime.combine(month_after(month), time(9, 5), tzinfo=CITY_TIME)
        made = draft(month, at=begun)
        if month == last or begun + timedelta(days=4) >= at:
            continue
        out(made, post, at=begun + timedelta(days=4))
        if month == month_before(last, CORRECTED):
            out(correct(made, reason=REASON, at=begun + timedelta(days=9)), post, at=begun + timedelta(days=10))
    say(f"bulletins: {Bulletin.objects.count()} versions")


def out(bulletin, post, *, at):
    done = publish(bulletin, by=post and post.user, at=at)
    if post and not done.published_office:
        Bulletin.objects.filter(pk=done.pk).update(published_office=post.office.name)
