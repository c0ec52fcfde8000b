"""The columns of the exported list. Contact data never leave in a sheet."""

from django.utils.translation import gettext_lazy as _

COLUMNS = (
    _("受理编号"), _("类型"), _("一级分类"), _("二级分类"), _("标题"), _("反映内容"), _("地点"), _("详细位置"), _("来源"), _("紧急程度"),
    _("状态"), _("承办单位"), _("登记时间"), _("当前期限"), _("答复时间"), _("办结时间"), _("按时联系"), _("按期办理"), _("是否解决"), _("满意度"),
)  # fmt: skip
YES_NO = {True: _("是"), False: _("否"), None: ""}


def sheet_rows(queryset):
    """One tuple per complaint, read in chunks; memory stays bounded."""
    rows = queryset.select_related("category__parent", "place", "office").defer("search", "reporter_name", "reporter_phone")
    for row in rows.iterator(chunk_size=2000):
        yield (
            row.number, row.get_kind_display(), row.category.parent.name, row.category.name, row.title, row.description,
            row.place.full_name, row.landmark, row.get_source_display(), row.get_urgency_display(), row.get_state_display(),
            row.office.name if row.office else "", row.opened_at, row.due_at, row.replied_at, row.closed_at,
            YES_NO[row.contact_kept], YES_NO[row.handle_kept], row.get_solved_display(), row.get_satisfaction_display(),
        )  # fmt: skip
