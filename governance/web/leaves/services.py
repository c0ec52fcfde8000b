"""A person on leave names who stands in. Every deed leaves an act; what is not possible raises `Refused` with the reason."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.people.models import Leave, Post
from governance.web.acts import note_act
from governance.web.formats import cn_date
from governance.web.models import ActKind

LONGEST = 366  # days


class Refused(ValueError):
    """It cannot be arranged like this; the message says why."""


def colleagues(post, *, at):
    """Who serves at the same office now, in whatever role; whoever is chosen in another role is told why not."""
    return Post.objects.live(at).with_office().filter(office=post.office_id).exclude(user=post.user_id).order_by("user__name", "pk")


@transaction.atomic
def register(post, deputy, *, first, last, by, at):
    """Let a colleague stand in from the first to the last day. The rights are those of the colleague's own post, never more."""
    begins, ends = start_of(first), start_of(last + timedelta(days=1))
    list(Post.objects.select_for_update(of=("self",)).filter(pk__in=[post.pk, deputy.pk]).order_by("pk"))
    _check_days(first, last, at=at)
    _check_deputy(post, deputy, ends=ends)
    _check_clashes(post, deputy, begins, ends)
    leave = Leave.objects.create(post=post, deputy=deputy, begins=begins, ends=ends, by=by, at=at)
    note_act(ActKind.LEAVE_REGISTERED, post.user, by=by, at=at, note=told(leave), post=post.pk, deputy=deputy.pk)
    return leave


@transaction.atomic
def end(leave, *, by, at):
    """The person is back, or does not leave after all."""
    leave = Leave.objects.select_for_update(of=("self",)).with_people().get(pk=leave.pk)
    if leave.ends <= at:
        raise Refused(_("该代管已经结束。"))
    note_act(ActKind.LEAVE_ENDED, leave.post.user, by=by, at=at, note=told(leave), post=leave.post_id, deputy=leave.deputy_id)
    if leave.begins >= at:
        leave.delete()
        return
    leave.ends = at
    leave.save(update_fields=["ends"])


def told(leave):
    facts = {"post": leave.post, "first": cn_date(leave.begins), "last": cn_date(leave.last_moment), "name": leave.deputy.user.name}
    return _("%(post)s，%(first)s至%(last)s，由%(name)s代管") % facts


def start_of(day):
    return timezone.make_aware(datetime.combine(day, time.min))


def _check_days(first, last, *, at):
    if last < first:
        raise Refused(_("结束日期不能早于开始日期。"))
    if first < timezone.localdate(at):
        raise Refused(_("开始日期不能早于今天。"))
    if (last - first).days >= LONGEST:
        raise Refused(_("一次代管不能超过一年；长期离岗请由管理员调整岗位。"))


def _check_deputy(post, deputy, *, ends):
    """Who stands in acts with the own rights, so they must be the same: the same office, the same role, to the end."""
    name = deputy.user.name
    if deputy.user_id == post.user_id:
        raise Refused(_("不能由本人代管。"))
    if deputy.office_id != post.office_id:
        raise Refused(_("%(name)s不在同一单位，不能代管。") % {"name": name})
    if deputy.role != post.role:
        roles = {"name": name, "theirs": deputy.get_role_display(), "own": post.get_role_display()}
        raise Refused(_("%(name)s的岗位是“%(theirs)s”，没有“%(own)s”的权限，不能代管。请选择同一岗位的同事。") % roles)
    for one in (post, deputy):
        if one.ends and one.ends < ends:
            known = {"name": one.user.name, "day": cn_date(one.ends)}
            raise Refused(_("%(name)s的岗位于%(day)s结束，代管期限请勿超过该日。") % known)


def _check_clashes(post, deputy, begins, ends):
    """One leave at a time, and nobody stands in who is away."""
    clashing = Leave.objects.between(begins, ends).with_people()
    if clashing.filter(post=post).exists():
        raise Refused(_("这段时间已经登记过代管。"))
    if away := clashing.filter(post__user=deputy.user_id).first():
        raise Refused(_("%(name)s在此期间也已登记离岗，请选择其他同事。") % {"name": away.post.user.name})
    if owed := clashing.filter(deputy__user=post.user_id).first():
        raise Refused(_("在此期间已答应代管%(name)s的工作，请先为其另行安排。") % {"name": owed.post.user.name})


def leaves_of(user, *, at):
    """One's own that are not over, and those one stands in for, each first due first."""
    rows = Leave.objects.not_over(at).with_people().filter(Q(post__user=user) | Q(deputy__user=user))
    own = [leave for leave in rows if leave.post.user_id == user.pk]
    return own, [leave for leave in rows if leave.post.user_id != user.pk]
