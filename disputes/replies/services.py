"""Writes the standard replies. What is deleted stays out of use and can be taken back: the first content would come again otherwise."""

from uuid import uuid4

from disputes.complaints.models import StandardReply


def add(reply):
    """A new text under a code of its own."""
    reply.code = f"own-{uuid4().hex[:12]}"
    reply.save(force_insert=True)
    return reply


def set_active(reply, active):
    """Take a text out of use, or take it back."""
    StandardReply.objects.filter(pk=reply.pk).update(active=active)
