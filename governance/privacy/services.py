"""The only way from a sealed fact to its text."""

import hashlib
import hmac

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
    return open_each([case], [field], by=by, purpose=purpose, reason=reason, at=at)[0][field]


def open_each(things, fields, *, by, purpose, reason="", at):
    """For each of the things the plain text of these fields by name, as `open_sealed` gives it; all openings in one statement."""
    _check(by=by, purpose=purpose, reason=reason)
    sealed = [{field: _sealed(thing, field) for field in fields} for thing in things]
    shared = {"by": by, "post": by.acting_post if by else None, "purpose": purpose, "reason": reason.strip(), "at": at}
    openings = [
        Opening(
            content_type=ContentType.objects.get_for_model(thing), object_id=thing.pk, case_number=thing.number, field=field, **shared
        )
        for thing, kept in zip(things, sealed, strict=True)
        for field, value in kept.items()
        if value
    ]  # fmt: skip
    with transaction.atomic():
        Opening.objects.bulk_create(openings)
        return [{field: value.open() if value else "" for field, value in kept.items()} for kept in sealed]


def signature_under(secret, content):
    """HMAC-SHA256 of bytes, in hexadecimal, under the sealed secret of a machine. It is no fact of a person and is told to nobody, so that
    no opening is recorded."""
    return hmac.new(secret.open().encode(), content, hashlib.sha256).hexdigest()


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
