"""Art. 52, 53: an activity is planned, published, held and reported on; or it is cancelled, with the reason."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import Flow, Step
from grids.community import permissions as may
from grids.community.enums import FINAL
from grids.community.enums import State as S

CITED = _("条例第五十二条、第五十三条")
FACTS = ("title", "kind", "description", "organiser", "venue", "starts_at", "ends_at", "capacity")

FLOW = Flow(
    procedure="community",
    label=_("社区活动"),
    article=_("《呼和浩特市社会治理促进条例》第五十二条、第五十三条。"),
    person=_("群众"),
    final=FINAL,
    opening=Step("draft", _("登记活动"), target=S.DRAFT, needs=may.KEEP, article=CITED),
    steps=(
        Step("publish", _("发布"), (S.DRAFT,), S.PUBLISHED, may.KEEP, article=CITED, public=True, main=True),
        Step("change", _("修改"), (S.DRAFT, S.PUBLISHED), None, may.KEEP, fields=FACTS),
        Step("report", _("活动小结"), (S.PUBLISHED,), S.REPORTED, may.KEEP, note_required=True, fields=("people", "photos"), article=CITED,
             public=True, main=True),
        Step("cancel", _("取消活动"), (S.DRAFT, S.PUBLISHED), S.CANCELLED, may.KEEP, note_required=True, rare=True, public=True),
    ),
)  # fmt: skip
