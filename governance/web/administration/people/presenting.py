"""People and their posts as the pages show them."""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from governance.people.models import Post

LIVE, COMING, ENDED = (_("在任"), "active"), (_("未到任"), "waiting"), (_("已结束"), "done")


def standing(post, *, at):
    """How a post stands at a moment: label and tone."""
    if post.ends and post.ends <= at:
        return ENDED
    return COMING if post.begins > at else LIVE


def with_posts(queryset):
    """People with their posts and offices, read in one go."""
    return queryset.prefetch_related(Prefetch("posts", Post.objects.with_office().order_by("-begins")))


def person_rows(people, *, at):
    """The lines of the list: a person, what he serves as now, and how the account stands."""
    return [row(person, at=at) for person in people]


def row(person, *, at):
    live = [post for post in person.posts.all() if standing(post, at=at) is LIVE]
    label, tone = account_state(person, serves=bool(live))
    return {"person": person, "posts": live, "label": label, "tone": tone}


def account_state(person, *, serves):
    """How an account stands: label and tone."""
    if not person.is_active:
        return _("账号停用"), "stopped"
    return (_("在任"), "active") if serves else (_("无在任岗位"), "done")


def post_rows(person, *, at):
    """All posts of a person, the running ones first."""
    rows = []
    for post in person.posts.all():
        label, tone = standing(post, at=at)
        rows.append({"post": post, "label": label, "tone": tone, "is_open": tone != "done"})
    return sorted(rows, key=lambda line: not line["is_open"])


def facts(person):
    """The account for components/summary.html."""
    return [
        {"label": _("用户名"), "value": person.username},
        {"label": _("姓名"), "value": person.name},
        {"label": _("工作电话"), "value": person.work_phone},
        {"label": _("工作邮箱"), "value": person.email},
        {"label": _("账号状态"), "value": _("启用") if person.is_active else _("已停用")},
        {"label": _("初始密码"), "value": _("尚未修改") if person.must_change_password else _("已修改")},
    ]
