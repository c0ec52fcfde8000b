"""Pages of recommendations: sending, taking down from paper, steps, papers, lists, the desk."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.files.models import Attachment
from governance.people.enums import OfficeType
from supervision.recommendations.models import Recommendation
from tests import actors
from tests.house.cases import PAPER
from tests.supervision.recommendations.cast import answered, gathered, received, sent

pytestmark = pytest.mark.django_db
CREATE, RECORD = "recommendations_create", "recommendations_record"


@pytest.fixture
def cast(db):
    return gathered()


@pytest.fixture
def document(cast):
    return {
        "unit": cast.unit.name, "document": "新检建〔2026〕12号", "issued_on": f"{timezone.localdate()}", "title": "消防通道长期被占",
        "problem": "多次被占。", "advice": "清理通道。", "files": SimpleUploadedFile("建议书.pdf", PAPER, content_type="application/pdf"),
    }  # fmt: skip


def text(answer):
    return answer.content.decode()


def step(client, case, name, **given):
    return client.post(reverse("recommendations_take_step", args=[case.number, name]), {"version": case.version, "note": "", **given})


def test_a_body_sends_one_with_its_document(signed_in, cast, document):
    answer = signed_in(cast.prosecutor).post(reverse(CREATE), document)
    case = Recommendation.objects.get()
    assert answer.headers["Location"] == case.get_absolute_url()
    assert (case.kind, case.sender, case.unit) == ("procuratorial", cast.sender, cast.unit)
    assert Attachment.objects.of(case).count() == 1


@pytest.mark.parametrize("wrong", [{"unit": "没有的单位"}, {"unit": ""}, {"advice": ""}, {"issued_on": "2050-01-01"}])
def test_a_wrong_one_keeps_what_was_typed_and_the_file(signed_in, cast, document, wrong):
    answer = signed_in(cast.prosecutor).post(reverse(CREATE), document | wrong)
    assert answer.status_code == 422
    assert all(word in text(answer) for word in ("新检建〔2026〕12号", "建议书.pdf", "errorlist"))
    assert not Recommendation.objects.exists()


def test_an_office_of_another_county_is_not_reached(signed_in, cast, document):
    other = actors.office(OfficeType.TOWNSHIP, "150105001")
    answer = signed_in(cast.prosecutor).post(reverse(CREATE), document | {"unit": other.name})
    assert "管辖区域" in text(answer)


def test_the_same_document_twice_is_told_beside_its_field(signed_in, cast, document):
    client = signed_in(cast.prosecutor)
    client.post(reverse(CREATE), document)
    document["files"].seek(0)
    assert [*client.post(reverse(CREATE), document).context["form"].errors] == ["document"]


def test_a_clerk_takes_one_down_from_paper(signed_in, cast, document):
    commission = actors.office(OfficeType.COMMISSION, actors.COUNTY, "commission")
    came = timezone.localdate() - timedelta(days=2)
    paper = {"sender": commission.pk, "received_on": f"{came}", "way": "post", "receiver": "收发室"}
    signed_in(cast.handler).post(reverse(RECORD), document | paper)
    case = Recommendation.objects.get()
    assert (case.unit, case.received_on, case.state, case.on_paper) == (cast.unit, came, "received", True)


def test_on_paper_somebody_signed_for_it(signed_in, cast, document):
    commission = actors.office(OfficeType.COMMISSION, actors.COUNTY, "commission")
    paper = {"sender": commission.pk, "received_on": f"{timezone.localdate()}", "way": "post", "receiver": ""}
    answer = signed_in(cast.handler).post(reverse(RECORD), document | paper)
    assert [*answer.context["form"].errors] == ["receiver"]


def test_the_unit_answers_with_proof_and_not_without(signed_in, cast, at):
    case, client = received(cast, at), signed_in(cast.handler)
    without = step(client, case, "answer", note="已整改。", reply_number="")
    assert [*without.context["form"].errors] == ["files"]
    upload = SimpleUploadedFile("整改照片.pdf", PAPER, content_type="application/pdf")
    step(client, case, "answer", note="已整改。", reply_number="", files=upload)
    assert Recommendation.objects.get().state == "answered"


def test_the_sender_reads_the_answer_and_its_proof(signed_in, cast, at):
    case = answered(cast, at)
    page = text(signed_in(cast.prosecutor).get(case.get_absolute_url()))
    assert all(word in page for word in ("已清理通道", "整改证明.pdf", "评价：采纳", "复函"))


@pytest.mark.parametrize("kind", ["letter", "receipt", "answer"])
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_each_paper_is_made_as_word_and_as_pdf(signed_in, cast, at, kind, form):
    case = answered(cast, at)
    answer = signed_in(cast.prosecutor).get(reverse("recommendations_paper", args=[case.number, kind, form]))
    assert answer.content[:4] == (b"%PDF" if form == "pdf" else b"PK\x03\x04")


def test_a_paper_that_is_not_there_yet_is_not_found(signed_in, cast, at):
    case = sent(cast, at)
    assert signed_in(cast.prosecutor).get(reverse("recommendations_paper", args=[case.number, "answer", "pdf"])).status_code == 404


def test_extension_is_asked_in_the_unit_of_its_limit(signed_in, cast, at):
    case = received(cast, at)
    page = signed_in(cast.handler).get(reverse("recommendations_take_step", args=[case.number, "ask_extension"]))
    assert "申请延长（个月）" in text(page)


@pytest.mark.parametrize("person", ["handler", "prosecutor", "chief"])
def test_the_desk_counts_what_waits(signed_in, cast, at, person):
    answered(cast, at)
    sent(cast, at, document="二号")
    page = text(signed_in(getattr(cast, person)).get(reverse("desk")))
    assert {"handler": "待签收的建议", "prosecutor": "待评价的答复", "chief": "监察、司法、检察建议"}[person] in page


def test_the_list_costs_the_same_for_one_and_for_ten(signed_in, cast, at):
    client, costs = signed_in(cast.prosecutor), []
    for count in (1, 9):
        for number in range(count):
            sent(cast, at, document=f"{count}-{number}")
        client.get(reverse("recommendations_list"))
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("recommendations_list"))
        costs.append(len(caught))
    assert costs[0] == costs[1]
