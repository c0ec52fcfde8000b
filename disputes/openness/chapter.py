"""What openness brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Door

PARTS = {
    "doors": (
        Door(
            _("身边的诉求"),
            _("附近最近反映了什么、办得怎么样。不显示任何人的信息。"),
            "published_complaints",
            "search",
            order=6,
            reads=True,
        ),
    ),
}
