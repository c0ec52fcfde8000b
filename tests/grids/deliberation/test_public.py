"""A resident raises a matter without an account and follows it; everyone reads announcement, result and progress, and no person."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from governance.files.models import Attachment
from governance.flow import engine
from grids.deliberation.enums import State
from grids.deliberation.models import Deliberation
from tests import actors
from tests.actors import days
from tests.grids.deliberation.conftest import walk

RAISE, LIST = reverse("raise_matter"), reverse("deliberations")
TYPED = {
    "title": "小区北门装路灯", "kind": "facility", "description": "北门夜里很黑，老人容易摔倒。", "name": "赵敏", "phone": "13811112222",
    "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE,
}  # fmt: skip
PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
STAGES = ("accept", "schedule", "announce", "hold", "publish_result", "carry_out", "evaluate", "close")


def sent(client, page=None, **changed):
    """Fill the form as the page carries it, with the sum solved."""
    form = (page or client.get(RAISE)).context["form"]
    carried = {"submission": form["submission"].value(), "challenge_token": form["challenge_token"].value()}
    if "challenge_answer" in form.fields:
        asked = form.fields["challenge_answer"].widget.challenge
        carried |= {"challenge_token": asked.token, "challenge_answer": str(asked.puzzle.answer)}
    return client.post(RAISE, {**TYPED, **carried, **changed})


def public(case):
    return reverse("deliberation_public", args=[case.number])


@pytest.fixture
def raised(client, village_clerk):
    """The matter and its code, the pass in the client's session."""
    receipt = client.get(sent(client).url)
    return Deliberation.objects.get(), receipt.context["code"]


def test_it_reaches_the_village(raised, village_clerk):
    case, code = raised
    assert (case.office, case.state, case.raised_by, len(code)) == (village_clerk.acting_post.office, State.RAISED, "resident", 6)


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({"phone": "12"}, "phone"), ({"kind": ""}, "kind"), ({"title": "短"}, "title"), ({"description": ""}, "description"),
     ({"place_village": ""}, "place"), ({"challenge_answer": "999"}, "challenge_answer")],
)  # fmt: skip
def test_each_mistake_is_told_beside_its_field_and_nothing_is_lost(client, village_clerk, changed, wrong):
    answer = sent(client, **changed)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {wrong})
    assert TYPED["name"] in answer.content.decode()
    assert not Deliberation.objects.exists()


def test_a_machine_is_turned_back(client, village_clerk):
    assert sent(client, website="http://spam").status_code == 422
    assert not Deliberation.objects.exists()


def test_sent_twice_it_is_one_and_shows_the_same_receipt(client, village_clerk):
    page = client.get(RAISE)
    first = client.get(sent(client, page).url).context["code"]
    second = sent(client, submission=page.context["form"]["submission"].value())
    assert client.get(second.url).context["code"] == first
    assert Deliberation.objects.count() == 1


def test_one_address_raises_only_so_often(client, village_clerk, one_counts_as_thirty):
    answers = [client.post(RAISE, {}).status_code for _try in range(7)]
    assert (answers[5], answers[6]) == (422, 429)


def test_number_and_code_open_the_own_page(raised, client):
    case, code = raised
    client.session.flush()
    client.cookies.clear()
    own = reverse("matter_tracked", args=[case.number])
    assert client.get(own).url.startswith(reverse("track"))
    assert client.post(reverse("track"), {"number": case.number, "code": code}).url == own
    page = client.get(own).content.decode()
    assert TYPED["description"] in page
    assert "13811112222" not in page


@pytest.mark.parametrize("until", STAGES)
def test_every_stage_is_told_to_the_raiser(raised, client, village_clerk, until):
    case, _code = raised
    walk(case, village_clerk, case.opened_at, until=until)
    page = client.get(reverse("matter_tracked", args=[case.number]))
    assert (page.status_code, bool(page.context["words"])) == (200, True)
    assert page.context["phases"]


def test_the_raiser_takes_it_back_with_a_reason(raised, client):
    case, _code = raised
    url = reverse("withdraw_matter", args=[case.number])
    assert client.post(url, {"note": "", "version": case.version}).status_code == 422
    assert client.post(url, {"note": "已经装好。", "version": case.version}).status_code == 302
    assert Deliberation.objects.get().state == State.WITHDRAWN


@pytest.mark.parametrize("until", ["accept", "schedule"])
def test_before_it_is_announced_nobody_reads_it(client, case, village_clerk, at, until):
    walk(case, village_clerk, at, until=until)
    assert client.get(public(case)).status_code == 404
    assert case.number not in client.get(LIST).content.decode()


def test_everyone_reads_the_announcement_and_no_person(client, case, village_clerk, at):
    walk(case, village_clerk, at, until="announce")
    page = client.get(public(case)).content.decode()
    assert all(word in page for word in ("电动自行车充电棚选址", "社区议事厅", "一、选址；二、费用。", "村（居）民代表"))
    assert not [word for word in ("王", "张三", "13800000003", case.description) if word in page.split("<main")[1].split("</main")[0]]


def test_everyone_reads_result_progress_and_judgement(client, case, village_clerk, at):
    walk(case, village_clerk, at, until="evaluate")
    page = client.get(public(case)).content.decode()
    assert all(word in page for word in ("建在东门空地。", "已放线。", "已启用。", "90.0%", "东门空地离配电室近"))


def test_a_judgement_of_few_is_not_published(client, case, village_clerk, at):
    walk(case, village_clerk, at, until="evaluate", asked=3, satisfied=3)
    page = client.get(public(case)).content.decode()
    assert "不公布比例" in page
    assert "100" not in page.split("结果和落实")[1].split("</section")[0]


@pytest.mark.parametrize(
    ("query", "found"),
    [({}, True), ({"phase": "coming"}, True), ({"phase": "done"}, False), ({"kind": "safety"}, True), ({"kind": "land"}, False),
     ({"place_county": actors.COUNTY}, True), ({"place_county": actors.OTHER_COUNTY}, False)],
)  # fmt: skip
def test_the_public_list_is_narrowed(client, case, village_clerk, at, query, found):
    walk(case, village_clerk, at, until="announce")
    assert (public(case) in client.get(LIST, query).content.decode()) is found


def test_what_is_given_up_is_read_by_nobody(client, case, village_clerk, at):
    announced = walk(case, village_clerk, at, until="announce")
    ended = engine.take(announced, "end", by=village_clerk, at=at + days(3), note="另有安排。")
    assert client.get(public(ended)).status_code == 404


@pytest.mark.parametrize(("shown", "status"), [(True, 200), (False, 404)])
def test_a_paper_is_public_only_where_it_is_marked_so(client, case, village_clerk, at, shown, status):
    announced = walk(case, village_clerk, at, until="announce")
    paper = SimpleUploadedFile("方案.pdf", PAPER, content_type="application/pdf")
    engine.take(announced, "hold", by=village_clerk, at=at + days(10), attended=9, way="consensus", votes_for=None, votes_against=None,
                votes_abstained=None)  # fmt: skip
    engine.take(announced, "add_files", by=village_clerk, at=at + days(10), files=[paper], shown=shown)
    url = reverse("deliberation_file", args=[case.number, Attachment.objects.get().pk])
    assert (client.get(url).status_code, url in client.get(public(case)).content.decode()) == (status, shown)


def test_conditions_are_cleared_only_where_some_are_chosen(client, village_clerk):
    chosen = {"place_county": actors.COUNTY}
    pages = [client.get(LIST, query).content.decode() for query in ({}, {"kind": "facility"}, {"kind": "unknown"}, chosen)]
    assert ["清除条件" in page for page in pages] == [False, True, False, True]
