"""What stands on a grid's notice: the card that is public anyway, and a code that leads to it (滨州市城乡网格化服务管理条例 §6)."""

from django.utils.translation import gettext as _

from governance.papers.posters import Poster, posters_pdf
from grids.mesh.public.views import address_of


def rows_of(grid):
    """(label, words) of a grid read with `with_worker`."""
    people = [(one.get_duty_display(), one.post.user) for one in grid.serving]
    serving = [(str(duty), "　".join(filter(None, (user.name, user.work_phone)))) for duty, user in people]
    return [
        (_("村（社区）"), grid.place.full_name),
        (_("网格范围"), grid.area),
        *(serving or [(_("网格员"), _("正在安排，请先拨打监督电话"))]),
        (_("监督电话"), grid.supervision_phone),
    ]


def poster(grid):
    return Poster(
        heading=_("网格公示牌"),
        name=grid.name,
        rows=rows_of(grid),
        address=address_of(grid),
        told=_("扫一扫，查看本网格的网格员和电话（始终是最新的）"),
        foot=_("紧急情况请直接拨打 110、119、120、122"),
    )


def pdf(grids, *, title):
    """One page for each grid."""
    return posters_pdf([poster(grid) for grid in grids], title=title)
