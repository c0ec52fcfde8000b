"""Closed to every role that is not named: list, page, export, search, timeline, audit, opening. Generated from the roles and the states."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from disputes.care.enums import FINAL, State
from disputes.care.models import Care, Consent
from disputes.care.permissions import CAPABILITIES, FIGURES, NEEDS, PROVIDERS, REQUEST, SEERS, VIEW
from disputes.care.services import may_open, opened
from governance.access.scope import may, who_may
from governance.files.models import Attachment
from governance.files.services import attach
from governance.people.enums import OfficeType, Role
from governance.permissions import AUDIT, READ_OPENINGS
from governance.privacy.models import Opening
from governance.timeline.models import Event
from tests import actors
from tests.disputes.care.conftest import SECRETS, TODAY, WRITTEN, one_of

OTHERS = [role for role in Role if role not in SEERS and role != Role.RESIDENT]
OF_THE_MATTER = [one for one in CAPABILITIES if one not in (REQUEST, FIGURES, NEEDS, PROVIDERS)]
HIGHER = {Role.CENTRE_OFFICER: OfficeType.CENTRE, Role.AUDITOR: OfficeType.AUDIT, Role.LEADING_OFFICE: OfficeType.LEADING_GROUP}
PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def everybody(contract):
    """One of every role where the case lies and at the city, and strangers of the two roles that help: none of them is named."""
    found = [actors.actor(role) for role in OTHERS]
    found += [actors.actor(role, actors.CITY, kind=kind) for role, kind in HIGHER.items()]
    found.append(actors.actor(Role.DEPARTMENT_HANDLER, trade="health"))
    found.append(actors.actor(Role.DEPARTMENT_HANDLER, actors.CITY, trade="civil"))
    return [*found, one_of(contract("别的机构"))]


def addresses(care):
    plain = [reverse(f"care_{name}") for name in ("list", "export", "bulk")]
    named = [reverse(f"care_{name}", args=[care.number]) for name in ("detail", "facts", "scan")]
    return [*plain, *named, reverse("care_take_step", args=[care.number, "stop"]), reverse("audit_case", args=["care", care.number])]


@pytest.mark.parametrize("state", State, ids=str)
def test_in_no_state_does_anybody_else_hold_any_right_over_it(serving, bureau, helper, contract, state, at):
    facts = {"closed_at": at if state in FINAL else None, "result": "helped" if state == State.ENDED else ""}
    Care.objects.filter(pk=serving.pk).update(state=state, **facts)
    care, strangers = Care.objects.for_detail().get(), everybody(contract)
    for capability in [*OF_THE_MATTER, AUDIT]:
        assert {user.pk for user in who_may(capability, care)} <= {bureau.pk, helper.pk}
        assert not [user for user in strangers if may(user, capability, care) or Care.objects.visible_to(user, capability).exists()]
    assert {user.pk for user in who_may(VIEW, care)} == {bureau.pk, helper.pk}
    assert not [user for user in strangers if may_open(user, care, day=TODAY)]


def test_no_page_shows_it_to_anybody_else(signed_in, serving, contract):
    for user in everybody(contract):
        client = signed_in(user)
        for url in addresses(serving):
            answer = client.get(url, {"q": serving.number}) if url.endswith("/care/") else client.get(url)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert answer.status_code in (302, 403, 404) or serving.get_absolute_url().encode() not in body, (user.acting_post.role, url)


def test_no_search_of_the_timelines_finds_it(signed_in, serving, contract):
    auditor, own = actors.actor(Role.AUDITOR), {*Event.objects.of(serving).values_list("pk", flat=True)}
    for asked in ({"number": serving.number}, {"procedure": "care"}, {}):
        answer = signed_in(auditor).get(reverse("audit_events"), asked)
        assert not {*answer.context["found"].keys} & own
        assert f"care/{serving.number}" not in answer.content.decode()


def test_the_record_of_openings_tells_that_it_was_opened_and_nothing_else(signed_in, serving, helper, at):
    opened(serving, by=helper, at=at, purpose="contact")
    auditor = actors.actor(Role.AUDITOR)
    assert Care.objects.visible_to(auditor, READ_OPENINGS).exists()
    page = signed_in(auditor).get(reverse("openings")).content.decode()
    assert serving.number in page
    assert helper.name in page
    assert not any(word in page for word in WRITTEN)


def test_each_fact_that_is_opened_is_recorded_with_its_purpose(serving, helper, at):
    facts = opened(serving, by=helper, at=at, purpose="call_back")
    assert {name: facts[name] for name in SECRETS} == SECRETS
    recorded = set(Opening.objects.values_list("case_number", "field", "by", "purpose"))
    assert recorded == {
        (serving.number, field, helper.pk, "call_back") for field in (*SECRETS, "reference", "done", "next_plan")
    }  # fmt: skip


def test_no_page_of_the_two_carries_a_fact_before_it_is_opened(signed_in, serving, helper, bureau):
    for user in (helper, bureau):
        client = signed_in(user)
        for url in (reverse("care_list"), serving.get_absolute_url(), reverse("care_facts", args=[serving.number])):
            page = client.get(url).content.decode()
            assert not any(word in page for word in WRITTEN), url
    assert not Opening.objects.exists()


def test_the_exported_list_names_nobody_and_no_village(signed_in, serving, bureau):
    answer = signed_in(bureau).get(reverse("care_export"))
    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert rows[1][0] == serving.number
    assert not any(word in str(cell) for word in [*WRITTEN, serving.place.short_name] for cell in rows[1])


def test_the_signed_paper_is_reached_by_an_opening_alone(signed_in, serving, helper, bureau, at, settings, tmp_path):
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": storage}
    paper = SimpleUploadedFile("同意书.pdf", PAPER, content_type="application/pdf")
    consent = Consent.objects.get()
    consent.scan = str(attach(consent, paper, by=helper, at=at).pk)
    consent.save()
    client, key = signed_in(helper), Attachment.objects.get().pk
    assert client.get(reverse("attachment", args=[key])).status_code == 404
    assert client.post(reverse("care_scan", args=[serving.number]), {}).status_code == 422
    answer = client.post(reverse("care_scan", args=[serving.number]), {"purpose": "verify"})
    assert b"".join(answer.streaming_content) == PAPER
    assert set(Opening.objects.values_list("field", "by")) == {("scan", helper.pk)}
    Care.objects.filter(pk=serving.pk).update(state=State.REVOKED, closed_at=at)
    assert client.post(reverse("care_scan", args=[serving.number]), {"purpose": "verify"}).status_code == 404
