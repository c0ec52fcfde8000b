"""The auditors' pages, and the proof they take away, checked on a machine that never saw the portal."""

import io
import json
import shutil
import subprocess
import sys
import zipfile

import pytest
from django.db import connection
from django.urls import reverse

from governance.timeline.models import Event
from governance.timeline.record import verify
from governance.web.audit.models import AuditExport
from governance.web.audit.proof import VERIFIER

pytestmark = pytest.mark.django_db


def exported(client, **asked):
    answer = client.post(f"{reverse('audit_export')}?{'&'.join(f'{name}={value}' for name, value in asked.items())}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def files_of(box):
    with zipfile.ZipFile(io.BytesIO(box)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def checked(folder, files, *more):
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return subprocess.run([sys.executable, "-I", str(VERIFIER), str(folder), *more], capture_output=True, text=True, check=False)


def altered(case):
    """What someone with full power over the database could do."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        Event.objects.of(case).filter(sequence=2).update(note="改过的说明")
        cursor.execute("SET session_replication_role = DEFAULT")


def test_the_page_shows_the_events_and_that_their_chain_holds(case, auditor, signed_in):
    page = signed_in(auditor).get(reverse("audit_events"))
    assert [line.fault for line in page.context["lines"]] == [""] * case.version
    assert "链条均已验证" in page.content.decode()


def test_an_altered_event_is_told_on_both_pages(case, auditor, signed_in):
    altered(case)
    client = signed_in(auditor)
    faults = {line.event.sequence: line.fault for line in client.get(reverse("audit_events")).context["lines"] if line.fault}
    assert faults == {2: "内容被改动"}
    assert "链条在第 2 条断开" in client.get(reverse("audit_case", args=["complaints", case.number])).content.decode()


def test_a_removed_last_event_is_told(case, auditor, signed_in):
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        Event.objects.of(case).filter(sequence=case.version).delete()
        cursor.execute("SET session_replication_role = DEFAULT")
    assert "链条末尾缺少记录" in signed_in(auditor).get(reverse("audit_case", args=["complaints", case.number])).content.decode()


@pytest.mark.parametrize(
    "asked", [{"person": "没有这个人"}, {"office": "没有这个单位"}, {"since": "2026-13-01"}, {"since": "2026-11-02", "until": "2026-11-01"},
              {"procedure": "nothing"}, {"procedure": "venues", "step": "complaints.sign"}],
)  # fmt: skip
def test_a_wrong_question_is_told_beside_its_field(case, auditor, signed_in, asked):
    page = signed_in(auditor).get(reverse("audit_events"), asked)
    assert page.status_code == 200
    assert page.context["form"].errors
    assert page.context["lines"] == []


def test_the_htmx_answer_is_the_rows_of_the_page(case, auditor, signed_in):
    client = signed_in(auditor)
    rows = client.get(reverse("audit_events"), {"number": case.number}, headers={"HX-Request": "true"}).content.decode()
    assert rows.strip().startswith("<section")
    assert rows.strip() in client.get(reverse("audit_events"), {"number": case.number}).content.decode()


def test_what_a_procedure_hides_from_auditors_is_not_shown(case, auditor, signed_in, monkeypatch):
    monkeypatch.setattr("governance.web.audit.searching.Area.reads", lambda self, kind: False)
    client = signed_in(auditor)
    page = client.get(reverse("audit_events")).content.decode()
    assert "内容不向本岗位显示" in page
    events = [json.loads(line) for line in files_of(exported(client, number=case.number))["events.jsonl"].decode().splitlines()]
    assert {event.get("withheld") for event in events} == {True}
    assert not any("note" in event or "data" in event for event in events)


def test_a_value_under_the_name_of_a_sealed_column_is_never_shown(case, auditor, signed_in):
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        Event.objects.of(case).filter(sequence=2).update(data={"reporter_phone": "13800000000"})
        cursor.execute("SET session_replication_role = DEFAULT")
    box = files_of(exported(signed_in(auditor), number=case.number))
    assert b"13800000000" not in b"".join(box.values())


def test_the_proof_holds_offline(case, elsewhere, auditor, signed_in, client, tmp_path):
    files = files_of(exported(signed_in(auditor)))
    (tmp_path / "key").write_bytes(client.get(reverse("audit_key")).content)
    row = AuditExport.objects.get()
    done = checked(tmp_path, files, "--sha256", row.digest, "--key", str(tmp_path / "key"))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{row.events} events of 2 cases hold" in done.stdout
    assert (tmp_path / "verify.py").read_bytes() == VERIFIER.read_bytes()


OPENSSL = pytest.mark.skipif(shutil.which("openssl") is None, reason="the signature is checked by openssl")


@pytest.mark.parametrize("name", ["events.jsonl", "chains.jsonl", "manifest.json", pytest.param("manifest.sig", marks=OPENSSL)])
def test_a_proof_that_was_altered_does_not(case, auditor, signed_in, tmp_path, name):
    files = files_of(exported(signed_in(auditor)))
    content = files[name]
    files[name] = content[:-2] + bytes([content[-2] ^ 1]) + content[-1:]
    done = checked(tmp_path, files, "--sha256", AuditExport.objects.get().digest)
    assert done.returncode == 1


def test_an_export_is_an_event_and_stands_among_the_exports(case, auditor, county_auditor, signed_in):
    client = signed_in(auditor)
    exported(client, number=case.number)
    row = AuditExport.objects.get()
    event = Event.objects.of(row).get()
    assert (event.kind, event.by, event.data["sha256"]) == ("audit.export", auditor, row.digest)
    assert (row.asked, row.events, row.complete, row.version) == ({"number": case.number}, case.version, True, 1)
    assert verify(Event.objects.of(row)).broken is None
    assert row.digest in client.get(reverse("audit_exports")).content.decode()
    assert row.pk in {line.event.object_id for line in client.get(reverse("audit_events"), {"number": row.number}).context["lines"]}
    assert row.digest not in signed_in(county_auditor).get(reverse("audit_exports")).content.decode()


def test_reading_the_form_exports_nothing(case, auditor, signed_in):
    page = signed_in(auditor).get(reverse("audit_export"), {"number": case.number})
    assert case.number in page.content.decode()
    assert not AuditExport.objects.exists()
