"""The first questions reviewed by people of the demo, two revisions on their way, counts of half a year."""

from datetime import timedelta

from disputes.knowledge.data.load import load_questions
from disputes.knowledge.models import TEXTS, Question
from disputes.knowledge.services import check, confirm, revise, write
from governance.people.enums import Role
from governance.people.models import Post

LEFT_TO_REVIEW = 3
NEW = {
    "title": "供暖期家里漏水怎么办",
    "answer": "先关闭入户阀门，再联系供热单位报修。仍没有人处理的，可以在本平台反映，写明楼栋和开始漏水的时间。",
    "keywords": "暖气漏水|漏水|供暖",
    "source": "本市供热报修的通常做法，待核对",
    "page": "file_complaint",
}


def seed(*, rng, scale, count, at, say):
    if scale != "demo":
        return
    load_questions()
    people = [someone(role) for role in (Role.ADMINISTRATOR, Role.HOTLINE_OPERATOR)]
    rows = list(Question.objects.published().filter(noted_at=None).order_by("pk"))
    if not all(people) or not rows or Question.objects.exclude(shown=0).exists():
        return
    for row in rows[:-LEFT_TO_REVIEW]:
        confirm(row, by=people[1], at=at - timedelta(days=rng.randrange(20, 200)))
    for row in rows:
        shown = rng.randrange(5, 400)
        Question.objects.filter(pk=row.pk).update(shown=shown, helped=int(shown * rng.uniform(0.02, 0.3)))
    first, second = rows[0], rows[1]
    texts = {name: getattr(first, name) for name in TEXTS}
    revise(first, by=people[0], at=at - timedelta(days=9), **texts | {"answer": f"{first.answer}\n打不通时请稍后再拨，或者在本平台提交。"})
    check(first, approved=True, by=people[1], at=at - timedelta(days=8))
    revise(second, by=people[1], at=at - timedelta(days=1), **{name: getattr(second, name) for name in TEXTS})
    write(by=people[0], at=at - timedelta(days=2), **NEW)
    say(f"knowledge: {Question.objects.count()} questions")


def someone(role):
    post = Post.objects.filter(role=role, user__is_demo=True).select_related("user").order_by("pk").first()
    return post and post.user
