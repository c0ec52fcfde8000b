"""Habits of work in the demo: a filter shared with the office, a colleague on leave, and cases that were pressed."""

from datetime import timedelta

from django.utils import timezone

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.models import Leave, Post
from governance.web.leaves.services import register
from governance.web.saved import SavedFilter

CLERK, COLLEAGUE, OPERATOR, CENTRE = "jiedao", "jiedao3", "shouliyuan", "xinchengzhongxin"
FILTERS = (
    (OPERATOR, "待派单的投诉", "state=waiting&kind=complaint", True),
    (OPERATOR, "噪声等环境问题", "category=05", False),
    (COLLEAGUE, "本街道24小时内到期", "due=24&holder=mine", True),
)
NOTES = ("已到现场查看，正与物业商定处理办法。", "已通知施工单位，答应本周内整改。", "配件已订购，到货后立即更换。")
IN_HAND = {State.DISPATCHED: "sign", State.SIGNED: "contact", State.HANDLING: "progress"}
AWAY = 6  # days
PRESSED = 8  # cases


def seed(*, rng, scale, count, at, say):
    """Small numbers, told through the services; twice does nothing more."""
    if scale != "demo" or Leave.objects.exists():
        return
    people = {post.user.username: acting(post) for post in Post.objects.live(at).with_office().filter(user__username__in=named())}
    with loading_history(since=at - timedelta(days=30)):
        handled = note_progress(people[COLLEAGUE], at=at)
        pressed = press(people[CENTRE], at=at)
    for username, name, query, shared in FILTERS:
        user = people[username]
        office = user.acting_post.office if shared else None
        SavedFilter.objects.get_or_create(user=user, list_name="complaints_list", name=name, defaults={"query": query, "office": office})
    go_away(people[COLLEAGUE], people[CLERK], at=at)
    say(f"habits: {handled} noted by a colleague on leave, {pressed} pressed, {len(FILTERS)} filters")


def named():
    return {CLERK, COLLEAGUE, OPERATOR, CENTRE}


def acting(post):
    post.user.acting_post = post
    return post.user


def note_progress(colleague, *, at):
    """What the colleague had in hand before leaving."""
    rows = Complaint.objects.filter(office=colleague.acting_post.office, state__in=IN_HAND).order_by("-state", "due_at", "pk")
    cases = list(rows[: len(NOTES)])
    for case, note in zip(cases, NOTES, strict=False):
        engine.take(case, IN_HAND[case.state], by=colleague, at=at - timedelta(minutes=5), note=note)
    return len(cases)


def press(officer, *, at):
    """The county's centre presses what is late, this morning; what was pressed today it does not press again."""
    rows = Complaint.objects.within(officer.acting_post.office.place.path).filter(
        state__in=[State.DISPATCHED, State.SIGNED, State.HANDLING], due_at__lt=at
    )
    cases = [case for case in rows.order_by("due_at", "pk")[:PRESSED] if case.office_id != officer.acting_post.office_id]
    for case in cases:
        engine.take(case, "remind", by=officer, at=at - timedelta(minutes=30), note="群众再次来电催问，请抓紧办理。")
    return len(cases)


def go_away(person, deputy, *, at):
    today = timezone.localdate(at)
    register(person.acting_post, deputy.acting_post, first=today, last=today + timedelta(days=AWAY), by=person, at=at)
