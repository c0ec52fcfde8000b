"""Who is told when a client sends a word of the person: the office that handles the matter."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.notices import HANDLERS
from governance.notices.table import NoticeRule

NOTICES = (
    NoticeRule(
        "open311.word_added", "complaints.add_word", _("补充说明 %(number)s"),
        _("反映人对诉求 %(number)s 补充了说明，请在办理过程中查看。"), to=HANDLERS,
    ),
)  # fmt: skip
