"""What leaves: only what the specification names, and of it nothing by which a person is known.

No name, telephone or address of a person; of the text no more than a title without house and number, and that only once a clerk has read
it and only of categories that are public; of a place its name and a rounded point.
"""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.complaints.enums import FINAL, State
from disputes.complaints.models import Complaint
from disputes.complaints.public.rules import title_for_strangers
from disputes.complaints.public.telling import LABELS, TOLD_NOTES, step_of
from disputes.complaints.rules import sounds_like_emergency
from disputes.open311.models import PLACE_CODE, ServiceAttribute
from disputes.open311.rules import rounded

ANSWERED = frozenset({State.REPLIED, State.CALLED_BACK, State.CLOSED, State.NOT_ACCEPTED})


def w3(moment):
    """The city's time with its offset: 2026-11-23T10:00:00+08:00; None stays None."""
    return moment and timezone.localtime(moment).isoformat(timespec="seconds")


def service_row(category):
    return {
        "service_code": category.code,
        "service_name": category.name,
        "description": category.hint or category.name,
        "metadata": True,
        "type": "realtime",
        "keywords": ", ".join(word for word in category.keywords.split("|") if word),
        "group": category.parent.name,
    }


def definition(category):
    """The questions of a service, `place_code` first."""
    attributes = [place_question(), *map(question, ServiceAttribute.objects.of_service(category))]
    return {
        "service_code": category.code,
        "attributes": [{**attribute, "order": order} for order, attribute in enumerate(attributes, start=1)],
    }


def place_question():
    return {
        "variable": True,
        "code": PLACE_CODE,
        "datatype": "string",
        "required": False,
        "datatype_description": _("统计用区划代码：旗县区 6 位、乡镇（街道）9 位、村（社区）12 位"),
        "order": 1,
        "description": _("发生地点的区划代码。填写后直接确定承办单位；不填的由工作人员按位置确认。"),
    }


def question(attribute):
    asked = {
        "variable": True,
        "code": attribute.code,
        "datatype": attribute.datatype,
        "required": attribute.required,
        "datatype_description": attribute.hint or None,
        "order": attribute.order,
        "description": attribute.description,
    }
    return {**asked, "values": [{"key": key, "name": name} for key, name in attribute.values]} if attribute.is_list else asked


def receipt(taken, *, account, track_url, left_out=False):
    """The answer to what was filed: the number, and the query code this once. `left_out`: files came along, which nobody takes here."""
    complaint = taken.submission.complaint
    return {
        "service_request_id": complaint.number,
        "service_notice": "".join(notices(complaint, taken.code, track_url, left_out=left_out)),
        "account_id": account or None,
    }


def notices(complaint, code, track_url, *, left_out):
    if sounds_like_emergency(complaint.description):
        yield _("如正有危险，请立即拨打 110、119、120、122。")
    if code:
        yield _("已受理。查询码 %(code)s，请妥善保存，凭受理编号和查询码在 %(url)s 查询进度。") % {"code": code, "url": track_url}
    else:
        yield _("已受理，请凭受理编号查询进度。")
    if left_out:
        yield _("随附的文件没有接收，请在查询页面补充，或者在 media_url 中给出地址。")
    if complaint.needs_place:
        yield _("来件没有区划代码，由工作人员确认地点后派单。")


def request_row(complaint, beside):
    """One request as anyone may read it; its own client also reads what the office answered."""
    return {
        "service_request_id": complaint.number,
        "status": "closed" if complaint.state in FINAL else "open",
        "status_notes": words(complaint, beside),
        "service_name": complaint.category.name,
        "service_code": complaint.category.code,
        "description": description(complaint),
        "agency_responsible": complaint.office.name if complaint.office else None,
        "service_notice": None,
        "requested_datetime": w3(complaint.opened_at),
        "updated_datetime": w3(complaint.closed_at or beside.updated.get(complaint.pk, complaint.opened_at)),
        "expected_datetime": w3(beside.due.get(complaint.pk)),
        "address": complaint.place.full_name,
        "address_id": complaint.place.code,
        "zipcode": None,
        "lat": None if complaint.latitude is None else rounded(complaint.latitude),
        "long": None if complaint.longitude is None else rounded(complaint.longitude),
        "media_url": None,
    }


def words(complaint, beside):
    """How it stands; to its own client, what the office answered."""
    if complaint.state in ANSWERED and beside.replies.get(complaint.pk):
        return beside.replies[complaint.pk]
    return _("待工作人员确认地点") if complaint.needs_place and complaint.state not in FINAL else complaint.get_state_display()


def description(complaint):
    """The title as strangers may read it, once somebody has read it here; else what kind of matter it is."""
    if complaint.state == State.REGISTERED or complaint.needs_place or not complaint.category.is_public or complaint.is_secret:
        return complaint.category.name
    return title_for_strangers(complaint.title) or complaint.category.name


def update_row(event, closed_at, *, is_own):
    """One update. What was written is for the client whose request it is."""
    step = step_of(event)
    label = str(LABELS.get(step, event.label))
    note = event.note if is_own and step in TOLD_NOTES else ""
    return {
        "update_id": str(event.pk),
        "service_request_id": event.case_number,
        "status": status_after(event, closed_at),
        "updated_datetime": w3(event.at),
        "description": f"{label}{_('：')}{note}" if note else label,
        "media_url": None,
    }


def status_after(event, closed_at):
    """open or closed, as the matter stood after the event; a step that moves nothing leaves it as it was."""
    targets = {step.name: step.target for step in Complaint.flow.steps}
    target = targets.get(event.kind.rpartition(".")[2])
    if target is not None:
        return "closed" if target in FINAL else "open"
    return "closed" if closed_at and event.at >= closed_at else "open"


def discovery(request, *, at, is_demo):
    """Where the interface is. The changeset moves at least once a day: what depends on the catalogue is never older than that."""
    base, changeset = request.build_absolute_uri(reverse("open311_root")), f"{timezone.localtime(at):%Y-%m-%d} 00:00"
    help_url = request.build_absolute_uri(reverse("open311"))
    return {
        "changeset": changeset,
        "contact": _("呼和浩特市 12345 政务服务便民热线。接口说明：%(url)s") % {"url": help_url},
        "key_service": _("向平台管理员申请密钥，见 %(url)s") % {"url": help_url},
        "endpoints": [
            {
                "specification": "http://wiki.open311.org/GeoReport_v2",
                "url": base.rstrip("/"),
                "changeset": changeset,
                "type": "test" if is_demo else "production",
                "formats": ["text/xml", "application/json"],
            }
        ],
    }
