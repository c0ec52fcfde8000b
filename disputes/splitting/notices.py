"""What the person is told by text message of a complaint that was split: that it was, and once all parts are answered."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.flow import FLOW
from disputes.complaints.notices import PERSON, way_to_ask
from governance.notices.table import NoticeRule

TITLE = _("【12345】%(number)s")


def _person(name, step, body):
    told = {"phone": PERSON, "procedure": FLOW.procedure, "facts": way_to_ask}
    return NoticeRule(f"complaints.{name}", f"{FLOW.procedure}.{step}", TITLE, body, **told)


NOTICES = (
    _person(
        "told_split",
        "split",
        _("您反映的事项 %(number)s 涉及几件事，已分开交有关单位办理，全部办完后汇总答复您。%(way)s可查各项进展。"),
    ),
    _person("told_parts_answered", "answer_parts", _("您反映的事项 %(number)s 各项均已办完，请%(way)s查看答复并评价。")),
    _person("told_parts_again", "await_parts", _("您反映的事项 %(number)s 中有事项重新办理，办完后再次答复您。")),
)
