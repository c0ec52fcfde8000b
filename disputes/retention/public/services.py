"""Puts together what the portal holds of a person in one case (个人信息保护法 §45: the right to a copy)."""

from django.utils.translation import gettext as _

from disputes.complaints.public.telling import entry, offices_named
from governance.files.models import Attachment
from governance.notices.enums import Channel, NoticeState
from governance.notices.models import Notice
from governance.privacy.enums import Purpose
from governance.privacy.models import Opening
from governance.privacy.services import open_sealed
from governance.timeline.models import Event

CONTACT = ("reporter_name", "reporter_phone")


def copy_of(complaint, *, in_full, at):
    """What was given, what was told, which files there are, and which offices opened the contact data, what for; no names of staff.

    `in_full`: the person has proven to know the telephone, so contact data are opened, and that opening is on record.
    """
    return {
        "number": complaint.number,
        "made_at": at,
        "given": given(complaint, in_full=in_full, at=at),
        "told": [{"at": row["at"], "label": str(row["label"]), "by": row["actor_label"], "note": row["note"]} for row in events(complaint)],
        "messages": messages(complaint),
        "files": files(complaint),
        "openings": openings(complaint),
    }


def given(complaint, *, in_full, at):
    """(label, value) of every answer of the person."""
    name, phone = contact(complaint, in_full=in_full, at=at)
    rows = [
        (_("登记时间"), complaint.opened_at),
        (_("来源"), complaint.get_source_display()),
        (_("类型"), complaint.get_kind_display()),
        (_("分类"), complaint.category.full_name),
        (_("地点"), complaint.place.full_name),
        (_("详细位置"), complaint.landmark),
        (_("标注的位置"), f"{complaint.latitude:.5f}, {complaint.longitude:.5f}" if complaint.latitude is not None else ""),
        (_("内容"), complaint.description),
        (_("姓名"), name),
        (_("联系电话"), phone),
        (_("身份保密"), _("是") if complaint.is_secret else _("否")),
        (_("是否解决"), complaint.get_solved_display()),
        (_("满意度"), complaint.get_satisfaction_display()),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def contact(complaint, *, in_full, at):
    """Name and telephone: opened, masked, or why there are none."""
    if complaint.erased_at:
        return _("保存期满，已删除"), _("保存期满，已删除")
    if complaint.is_anonymous:
        return _("匿名举报，没有登记"), ""
    if not in_full:
        return str(complaint.reporter_name or ""), str(complaint.reporter_phone or "")
    facts = {"by": None, "purpose": Purpose.SELF, "reason": _("本人索取个人信息副本"), "at": at}
    return tuple(open_sealed(complaint, name, **facts) for name in CONTACT)


def events(complaint):
    """The timeline as the person reads it, oldest first."""
    found = list(Event.objects.of(complaint).for_residents().with_actors().order_by("sequence"))
    offices = offices_named(found)
    return [entry(event, offices) for event in found]


def messages(complaint):
    """The text messages that were sent."""
    sent = Notice.objects.filter(event__in=Event.objects.of(complaint), channel=Channel.SMS, state=NoticeState.SENT)
    return list(sent.order_by("sent_at", "pk").values("sent_at", "body"))


def files(complaint):
    rows = Attachment.objects.of(complaint).shown_to_resident()
    return [{"name": row.name, "size": row.size, "at": row.at, "by": _("本人") if row.by_id is None else _("办理单位")} for row in rows]


def openings(complaint):
    """Who opened the contact data: the office, the purpose and the moment."""
    rows = Opening.objects.of(complaint).select_related("post__office").order_by("at", "pk")
    return [
        {
            "at": row.at,
            "office": row.post.office.short_name if row.post_id else row.by_nobody_label,
            "field": str(complaint._meta.get_field(row.field).verbose_name),
            "purpose": row.get_purpose_display(),
        }
        for row in rows
    ]
