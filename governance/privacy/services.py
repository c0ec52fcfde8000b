"""The only way from a sealed fact to its text."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from governance.privacy.enums import UNATTENDED, Purpose
from governance.privacy.fields import SealedField
from governance.privacy.models import Opening

LONGEST_REASON = Opening._meta.get_field("reason").max_length


def open_sealed(case, field, *, by, purpose, reason="", at):
    """The plain text of `case.<field>`, after writing down who opens it and what for; both stand or fall together.

    `by` is None only when the person concerned asks after their own fact, or the portal texts them. An empty fact gives "" and leaves no
    record. Raises ValidationError (a message for the screen) on a missing purpose or reason, CannotOpen when the key
    is missing. Whether `by` may open it at all is the caller's question to `access`.
    """
    _check(by=by, purpose=purpose, reason=reason)
    sealed = _sealed(case, field)
    if not sealed:
        return ""
    with transaction.atomic():
        Opening.objects.create(
            content_type=ContentType.objects.get_for_model(case),
            object_id=case.pk,
            case_number=case.number,
            field=field,
            by=by,
            post=by.acting_post if by else None,
            purpose=purpose,
            reason=reason.strip(),
            at=at,
        )
        return sealed.open()


def _check(*, by, purpose, reason):
    if purpose not in Purpose.values:
        raise ValidationError(_("请先选择查看目的。"), code="purpose")
    if by is None and purpose not in UNATTENDED:
        raise ValidationError(_("未登录时只能查询本人信息。"), code="by")
    if purpose == Purpose.LEGAL and not reason.strip():
        raise ValidationError(_("依法调取须写明依据和文书编号。"), code="reason")
    if len(reason) > LONGEST_REASON:
        raise ValidationError(_("说明最多 %(most)s 个字。"), code="reason", params={"most": LONGEST_REASON})


def _sealed(case, field):
    column = case._meta.get_field(field)
    if not isinstance(column, SealedField):
        raise TypeError(f"{case._meta.label}.{field} is not sealed: read it directly")
    return getattr(case, column.attname)
