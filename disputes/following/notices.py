"""What a person is told by text message whose complaint follows another: that it does, how it goes, and once that it has ended."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import Source
from disputes.complaints.flow import FLOW
from disputes.complaints.notices import PERSON, is_whole, way_to_ask
from governance.notices.table import NoticeRule

TITLE = _("【12345】%(number)s")


def filed_alone(event, case):
    """Who joined by 我也遇到 knows it already."""
    return is_whole(event, case) and case.source != Source.JOINED


def heard(*steps):
    """The follower heard that one of these happened to the case it follows."""
    return lambda event, case: is_whole(event, case) and event.data["step"] in steps


def _person(name, step, body, when=is_whole):
    told = {"phone": PERSON, "procedure": FLOW.procedure, "when": when, "facts": way_to_ask}
    return NoticeRule(f"complaints.{name}", f"{FLOW.procedure}.{step}", TITLE, body, **told)


NOTICES = (
    _person("follower_merged", "merge",
            _("您反映的事项 %(number)s 与先前反映的同一件事合并办理，进展和结果仍会告知您。仍可%(way)s查询。"), filed_alone),
    _person("follower_alone", "unmerge", _("您反映的事项 %(number)s 恢复单独办理，仍可%(way)s查询进度。")),
    _person("follower_released", "release", _("您反映的事项 %(number)s 恢复单独办理，仍可%(way)s查询进度。")),
    _person("follower_dispatched", "hear",
            _("您反映的事项 %(number)s 已派单办理，%(way)s可查办理单位和期限。"), heard("dispatch")),
    _person("follower_extended", "hear",
            _("您反映的事项 %(number)s 办理时限延长，原因和新的期限可%(way)s查看。"), heard("grant_extension")),
    _person("follower_replied", "hear", _("您反映的事项 %(number)s 已有答复，请%(way)s查看。"), heard("reply", "answer_parts")),
    _person("follower_closed", "close_with_lead",
            _("您反映的事项 %(number)s 已办结，请%(way)s查看答复并评价。如未解决，可申请重新办理。")),
)  # fmt: skip
