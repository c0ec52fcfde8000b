"""Rules of the tests' own in place of the procedures', and a gateway that remembers what it was asked to send."""

from dataclasses import replace

import pytest

from disputes.complaints.enums import Kind
from disputes.complaints.permissions import HANDLE
from governance import registry
from governance.flow import engine
from governance.notices.errors import NotDelivered
from governance.notices.models import Notice
from governance.notices.recipients import SealedPhone, holders_at_office
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from tests import actors

TO_OFFICE = NoticeRule(
    name="test.dispatch.office",
    event="complaints.dispatch",
    title="新工单 %(number)s",
    body="%(place)s:请%(office)s于%(due)s前办理。",
    to=holders_at_office(HANDLE),
    term="complaints.handle",
)
TO_RESIDENT = NoticeRule(
    name="test.dispatch.resident",
    event="complaints.dispatch",
    title="已派单",
    body="您反映的事项%(number)s已交%(office)s办理。",
    phone=SealedPhone("reporter_phone"),
)


@pytest.fixture
def rules(monkeypatch):
    """Let only these rules hold: `rules(A, B)`; what others told before is forgotten."""

    def hold(*wanted):
        Notice.objects.exclude(rule__startswith="test.").delete()
        quiet = {label: replace(chapter, notices=()) for label, chapter in registry._chapters.items()}
        monkeypatch.setattr(registry, "_chapters", quiet)
        monkeypatch.setattr(registry, "_declared", {})
        registry.register(registry.Chapter(label="told", title="", notices=wanted))

    return hold


@pytest.fixture
def mailed_clerk(clerk):
    clerk.email = "clerk@example.org"
    clerk.save()
    return clerk


@pytest.fixture
def dispatch(operator, at):
    """Classifies a complaint and hands it to the township's office."""

    def send(complaint):
        facts = {"kind": Kind.COMPLAINT, "category": complaint.category, "urgency": complaint.urgency}
        complaint = engine.take(complaint, "classify", by=operator, at=at, **facts)
        office = actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
        return engine.take(complaint, "dispatch", by=operator, at=at, office=office)

    return send


class Gateway:
    """Remembers what it was given; `trouble` is raised instead, as long as it is set."""

    sent, trouble = [], None

    def send(self, phone, text, *, key, at):
        if Gateway.trouble:
            raise Gateway.trouble
        Gateway.sent.append((phone, text, key))


@pytest.fixture
def sms(settings, monkeypatch):
    monkeypatch.setattr(Gateway, "sent", [])
    monkeypatch.setattr(Gateway, "trouble", None)
    settings.SMS_ADAPTER = f"{Gateway.__module__}.Gateway"
    return Gateway


@pytest.fixture
def gateway_down(sms):
    sms.trouble = NotDelivered("短信网关无法连接")
    return sms
