"""Rating, asking for reopening, withdrawing: only what can be done, only by the person."""

from datetime import timedelta

import pytest
from django.urls import reverse

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from governance.flow import engine
from governance.timeline.models import Event
from tests.disputes.complaints.public.resident import text
from tests.disputes.complaints.test_flow import walk

GOOD = {"solved": "yes", "satisfaction": "satisfied"}


@pytest.fixture
def followed(resident, filing):
    """A complaint the person is looking at."""
    filed = filing()
    resident.track(filed.complaint.number, filed.query_code)
    return filed.complaint


def offered(resident, complaint):
    return set(resident.client.get(reverse("tracked", args=[complaint.number])).context["forms"])


@pytest.mark.parametrize(
    ("until", "steps"),
    [("dispatch", {"withdraw"}), ("reply", {"rate"}), ("call_back", {"rate"}), ("close", {"rate", "ask_reopening"})],
)
def test_only_what_can_be_done_now_is_offered(resident, followed, operator, clerk, at, until, steps):
    walk(followed, operator, clerk, at, until=until)
    assert offered(resident, followed) == steps


def test_the_person_rates_and_the_rating_is_kept(resident, followed, operator, clerk, at):
    walk(followed, operator, clerk, at, until="reply")
    resident.say(followed, "rate", **GOOD, note="很及时")
    followed.refresh_from_db()
    assert (followed.solved, followed.satisfaction) == ("yes", "satisfied")
    assert offered(resident, followed) == set()


def test_dissatisfaction_asks_for_its_reason_and_keeps_the_choice(resident, followed, operator, clerk, at):
    walk(followed, operator, clerk, at, until="reply")
    answer = resident.say(followed, "rate", solved="no", satisfaction="dissatisfied")
    assert answer.status_code == 422
    assert set(answer.context["forms"]["rate"].errors) == {"note"}
    assert answer.context["forms"]["rate"]["solved"].value() == "no"
    assert Complaint.objects.get().rated_at is None


def test_rating_what_moved_on_meanwhile_is_refused_and_the_page_is_new(resident, followed, operator, clerk, at):
    replied = walk(followed, operator, clerk, at, until="reply")
    engine.take(replied, "return_for_rework", by=operator, at=at + timedelta(hours=5), note="请再核实。")
    answer = resident.say(followed, "rate", **GOOD, version=replied.version)
    assert answer.status_code == 422
    assert "新的办理动作" in text(answer)
    assert answer.context["forms"]["rate"]["version"].value() == Complaint.objects.get().version


def test_a_rating_before_the_reply_is_refused(resident, followed):
    answer = resident.say(followed, "rate", **GOOD)
    assert (answer.status_code, "不能进行“评价”" in text(answer)) == (422, True)


def test_reopening_is_asked_for_with_a_reason(resident, followed, operator, clerk, at):
    walk(followed, operator, clerk, at)
    resident.say(followed, "ask_reopening", note="昨晚又营业到两点。")
    assert Complaint.objects.get().reopening_asked
    page = resident.client.get(reverse("tracked", args=[followed.number]))
    assert "正在审核" in text(page)
    assert "ask_reopening" not in page.context["forms"]


@pytest.mark.parametrize("step", ["ask_reopening", "withdraw"])
def test_without_a_reason_nothing_happens(resident, followed, step):
    answer = resident.say(followed, step, note=" ")
    assert set(answer.context["forms"][step].errors) == {"note"}
    assert Event.objects.of(followed).count() == 1


def test_the_person_withdraws(resident, followed):
    resident.say(followed, "withdraw", note="已经自行解决。")
    followed.refresh_from_db()
    assert (followed.state, followed.is_ongoing) == (State.WITHDRAWN, False)


def test_the_timeline_names_the_person_as_such(resident, followed):
    resident.say(followed, "withdraw", note="已经自行解决。")
    last = Event.objects.of(followed).latest("sequence")
    assert (last.actor_label, last.by) == ("反映人", None)


@pytest.mark.parametrize("step", ["rate", "ask_reopening", "withdraw"])
def test_without_number_and_code_no_step_is_taken(stranger, complaint, step):
    answer = stranger.say(complaint, step, **GOOD, note="冒名")
    assert answer.url.startswith(reverse("track"))
    assert Event.objects.of(complaint).count() == 1


@pytest.mark.parametrize("step", ["rate", "ask_reopening", "withdraw"])
def test_opening_the_address_of_a_step_only_leads_back(resident, followed, step):
    answer = resident.client.get(reverse(step, args=[followed.number]))
    assert answer.url == reverse("tracked", args=[followed.number])


def test_steps_are_limited_per_address(resident, followed, settings):
    for _try in range(settings.PUBLIC_POSTS_PER_HOUR):
        resident.say(followed, "withdraw", note="")
    assert resident.say(followed, "withdraw", note="已解决。").status_code == 429
