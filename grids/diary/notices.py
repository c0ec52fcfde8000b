"""The writer is told of a comment. What it says stands in the diary alone."""

from django.utils.translation import gettext_lazy as _

from governance.access.scope import who_may
from governance.notices.enums import Channel
from governance.notices.table import NoticeRule
from grids.diary.flow import FLOW
from grids.diary.permissions import VIEW


def writer(event, case):
    """As long as the person still writes there."""
    return who_may(VIEW, case).filter(pk=case.author_id)


def says_something(event, case):
    return bool(event.note.strip())


def _rule(name, step, **more):
    return NoticeRule(
        f"diary.{name}", f"{FLOW.procedure}.{step}", _("民情日记有批注 %(number)s"), _("您的民情日记 %(number)s 有新的批注，请查看。"),
        to=writer, channels=(Channel.IN_APP,), **more,
    )  # fmt: skip


NOTICES = (_rule("commented", "comment"), _rule("read_with_words", "read", when=says_something))
