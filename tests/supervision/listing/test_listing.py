"""Listed supervision: its stages, its extension, what happens when it runs late."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from supervision.listing.rules import plan_faults
from supervision.listing.services import plan
from supervision.oversight.models import Finding
from tests.supervision.cast import confirmed, listed, published

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@given(st.lists(st.dates(FIRST, LAST), min_size=1, max_size=6))
def test_a_plan_is_one_whose_days_go_forward_within_the_listing(days):
    assert (plan_faults(days, today=FIRST, last=LAST) == "") == (days == sorted(days))
    assert plan_faults(days, today=LAST + DAY, last=LAST) == "past"


def staged(cast, at):
    rows = [("制定方案", (at + 10 * DAY).date()), ("集中整改", (at + 40 * DAY).date())]
    return plan(listed(cast, at), rows, by=cast.county, at=at)


@pytest.mark.django_db
class TestStages:
    def test_each_stage_has_a_clock_that_ends_with_its_day(self, cast, at):
        finding = staged(cast, at)
        clocks = {clock.term: clock.due_at for clock in Deadline.objects.of(finding).filter(term__startswith="oversight.stage")}
        assert [str(clocks[f"oversight.stage_{n}"].astimezone(at.tzinfo).date()) for n in (1, 2)] == ["2026-12-04", "2027-01-03"]
        assert finding.papers.get().facts["stages"][1]["what"] == "集中整改"

    def test_a_stage_reached_stops_its_clock(self, cast, at):
        finding = staged(cast, at)
        done = engine.take(finding, "report_stage", by=cast.clerk, at=at + DAY, note="方案已定。", stage=finding.stages.first(), files=[])
        assert (done.stages_left, Deadline.objects.of(done).get(term="oversight.stage_1").state) == (1, "met")

    def test_a_stage_that_is_late_is_marked_once(self, cast, at):
        staged(cast, at)
        for _twice in range(2):
            sweep(at=at + 15 * DAY)
        finding = Finding.objects.get()
        assert [bool(stage.overdue_at) for stage in finding.stages.all()] == [True, False]

    def test_what_began_is_planned_no_more(self, cast, at):
        finding = staged(cast, at)
        finding = engine.take(finding, "report_stage", by=cast.clerk, at=at, note="完成。", stage=finding.stages.first(), files=[])
        with pytest.raises(engine.StepRefused, match="不能再修改"):
            plan(finding, [("重来", (at + DAY).date())], by=cast.county, at=at)

    def test_the_page_keeps_what_is_wrong(self, signed_in, cast, at):
        finding = listed(cast, at)
        url, client = reverse("listing_stages", args=[finding.number]), signed_in(cast.county)
        typed = {"stages-TOTAL_FORMS": "2", "stages-INITIAL_FORMS": "0", "stages-0-what": "制定方案", "stages-0-by": "2027-12-01"}
        assert "晚于挂牌督办期限" in client.post(url, typed).content.decode()
        assert client.post(url, typed | {"stages-0-by": ""}).status_code == 422
        assert client.post(url, typed | {"stages-0-by": "2026-12-20"}).status_code == 302
        assert Finding.objects.get().stages_left == 1


@pytest.mark.django_db
class TestTheEnd:
    def test_it_ends_on_the_day_the_decision_names_within_a_year(self, cast, at):
        assert str(Deadline.objects.of(listed(cast, at)).get(term="oversight.listed_term").due_at) == "2027-02-21 16:00:00+00:00"
        with pytest.raises(engine.StepRefused, match="过长"):
            engine.take(confirmed(cast, at), "list", by=cast.official, at=at, note="挂牌。", listed_until=date(2028, 1, 1))

    def test_an_extension_is_asked_early_and_moves_the_end(self, cast, at):
        asked = engine.take(published(cast, at), "ask_extension", by=cast.clerk, at=at + DAY, note="受气温影响。", amount=2)
        assert Deadline.objects.of(asked).get(term="oversight.extension_decide").is_open
        granted = engine.take(asked, "grant_extension", by=cast.official, at=at + 2 * DAY, note="同意。")
        clock = Deadline.objects.of(granted).get(term="oversight.listed_term")
        assert (granted.listed_until, granted.extension_asked) == (date(2027, 4, 21), False)
        assert clock.due_at == granted.listed_end

    def test_asked_within_twenty_working_days_of_the_end_it_is_refused(self, cast, at):
        finding = published(cast, at)
        with pytest.raises(engine.StepRefused, match="前提出"):
            engine.take(finding, "ask_extension", by=cast.clerk, at=at + 75 * DAY, note="来不及。", amount=1)

    def test_refused_the_end_stays(self, cast, at):
        asked = engine.take(published(cast, at), "ask_extension", by=cast.clerk, at=at + DAY, note="来不及。", amount=2)
        refused = engine.take(asked, "refuse_extension", by=cast.official, at=at + 2 * DAY, note="具备条件。")
        assert refused.listed_until == asked.listed_until

    def test_a_listing_past_its_end_goes_one_level_up_once(self, cast, at):
        published(cast, at)
        for _twice in range(2):
            sweep(at=at + 120 * DAY)
        finding = Finding.objects.get()
        assert (finding.office, bool(finding.escalated_at)) == (cast.city.acting_post.office, True)
