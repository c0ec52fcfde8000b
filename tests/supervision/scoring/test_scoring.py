"""Two people score apart, a third where they differ too much; nobody scores the own unit; other weights are tried freely."""

from decimal import Decimal

import pytest
from django.urls import reverse

from governance.people.enums import Role
from supervision.assessment.models import Result, ResultItem, Scheme, Score
from supervision.assessment.services import SchemeRefused, disclose, publish
from supervision.scoring.rules import tried_weights
from supervision.scoring.services import name_reviewers, rows_to_score, score, seat_of, what_if
from tests import actors
from tests.supervision.assessment.schemes import figures, full_scheme, reviewed

pytestmark = pytest.mark.django_db
GOOD, POOR = "150102", "150105"


@pytest.fixture
def people(cast):
    """Three of the city's offices, named for the one manual item."""
    return [cast.city, actors.actor(Role.CENTRE_OFFICER, actors.CITY), actors.actor(Role.DEPARTMENT_HANDLER, actors.CITY)]


@pytest.fixture
def made(people, at):
    figures({(code, path): (90, 100) for code in ("complaints.on_time", "complaints.solved") for path in (GOOD, POOR)})
    drafted = full_scheme()
    name_reviewers(drafted, {manual(drafted).pk: dict(enumerate(people, start=1))})
    return publish(drafted, at=at)


def manual(scheme):
    return scheme.items.get(kind="manual")


def gave(scheme, person, points, at, code=GOOD):
    score(seat_of(person, manual(scheme)), {Result.objects.get(place__code=code).pk: (Decimal(points), "凭材料")}, at=at)


def points_of(scheme, code=GOOD):
    return ResultItem.objects.get(result__scheme=scheme, result__place__code=code, item__kind="manual").points


def test_two_close_scores_are_averaged(made, people, at):
    gave(made, people[0], 18, at)
    assert points_of(made) is None
    gave(made, people[1], 17, at)
    assert points_of(made) == Decimal("17.5")


def test_a_third_is_asked_only_where_the_two_differ(made, people, at):
    third = seat_of(people[2], manual(made))
    gave(made, people[0], 18, at)
    gave(made, people[1], 12, at)
    assert [row["result"].place.code for row in rows_to_score(third)] == [GOOD]
    assert points_of(made) is None
    gave(made, people[2], 13, at)
    assert points_of(made) == Decimal("12.5")


def test_a_score_stands_once_the_other_s_has_come(made, people, at):
    gave(made, people[0], 18, at)
    gave(made, people[0], 19, at)
    gave(made, people[1], 18, at)
    with pytest.raises(SchemeRefused):
        gave(made, people[0], 20, at)
    assert points_of(made) == Decimal("18.5")


def test_the_third_may_not_score_unasked_and_nobody_beyond_the_weight(made, people, at):
    with pytest.raises(SchemeRefused):
        gave(made, people[2], 10, at)
    with pytest.raises(SchemeRefused, match="0到20"):
        gave(made, people[0], 21, at)


def test_nobody_scores_the_own_unit(cast, at):
    local = actors.actor(Role.CENTRE_OFFICER, GOOD)
    others = [cast.city, actors.actor(Role.CENTRE_OFFICER, actors.CITY)]
    drafted = full_scheme()
    name_reviewers(drafted, {manual(drafted).pk: dict(enumerate([local, *others], start=1))})
    scheme = publish(drafted, at=at)
    open_to = [row["result"].place.code for row in rows_to_score(seat_of(local, manual(scheme))) if row["is_open"]]
    assert GOOD not in open_to
    assert POOR in open_to


def test_three_different_people_are_named_before_it_is_issued(cast, at):
    drafted = full_scheme()
    with pytest.raises(SchemeRefused, match="评审人"):
        publish(drafted, at=at)


def test_who_begun_to_score_stays_named(made, people, cast, at):
    gave(made, people[0], 18, at)
    other = actors.actor(Role.LEADING_OFFICIAL, actors.CITY)
    item = manual(made)
    name_reviewers(made, {item.pk: {1: other, 2: other, 3: people[2]}})
    assert [one.user for one in item.reviewers.order_by("slot")] == [people[0], other, people[2]]


def test_nothing_is_disclosed_while_a_score_is_missing(made, people, at):
    reviewed(made)
    with pytest.raises(SchemeRefused, match="人工评分没有完成"):
        disclose(made, by=people[0], at=at)


def test_reviewers_are_named_on_a_page(signed_in, cast, people):
    drafted = full_scheme()
    url, item = reverse("scoring_reviewers", args=[drafted.pk]), manual(drafted)
    seats = {f"{item.pk}-{slot}": person.pk for slot, person in enumerate(people, start=1)}
    client = signed_in(cast.city)
    assert client.get(url).status_code == 200
    assert client.post(url, seats | {f"{item.pk}-3": people[0].pk}).status_code == 422
    client.post(url, seats)
    assert [one.user for one in item.reviewers.order_by("slot")] == people


def test_one_scores_on_a_page_and_never_reads_the_other(signed_in, made, people, at):
    row = Result.objects.get(place__code=GOOD)
    gave(made, people[0], "18.73", at)
    client, url = signed_in(people[1]), reverse("scoring_score", args=[manual(made).pk])
    assert "18.73" not in client.get(url).content.decode()
    wrong = client.post(url, {f"{row.pk}-points": 99, f"{row.pk}-remark": "材料齐全"})
    assert (wrong.status_code, "材料齐全" in wrong.content.decode()) == (422, True)
    client.post(url, {f"{row.pk}-points": 17, f"{row.pk}-remark": "材料齐全"})
    assert Score.objects.get(slot=2).remark == "材料齐全"
    assert client.get(reverse("scoring_seats")).context["seats"][0]["total"] == made.results.count()


def test_whoever_was_not_named_scores_nothing(signed_in, made, cast):
    official = signed_in(actors.actor(Role.LEADING_OFFICIAL, actors.CITY))
    assert "现在不由您评分" in official.get(reverse("scoring_score", args=[manual(made).pk])).content.decode()


def test_the_desk_tells_who_was_named(signed_in, made, people):
    assert "待我评分" in signed_in(people[1]).get(reverse("desk")).content.decode()


def test_trying_other_weights_saves_nothing(signed_in, made, people, cast, at):
    before = [*Result.objects.order_by("pk").values()], [*made.items.values()]
    items = {item.label: item for item in made.items.of_kind("indicator", "manual")}
    asked = {f"w{items['complaints.on_time'].pk}": "0", f"w{items['complaints.solved'].pk}": "100", f"w{items['责任落实'].pk}": "0"}
    answer = signed_in(cast.city).get(reverse("scoring_what_if", args=[made.pk]), asked)
    assert [row["total"] for row in answer.context["rows"]][:2] == [80, 80]
    assert before == ([*Result.objects.order_by("pk").values()], [*made.items.values()])


def test_the_scheme_s_own_weights_give_its_own_results(made):
    weights = {item.pk: item.weight for item in made.items.all()}
    assert all(row["total"] == row["result"].total and row["moved"] == 0 for row in what_if(made, weights))


def test_what_is_no_weight_keeps_its_own():
    kept = {1: Decimal(60), 2: Decimal(40), 3: Decimal(5), 4: Decimal(7)}
    assert tried_weights({1: "30", 2: "x", 3: "-1", 4: "NaN"}, kept) == kept | {1: Decimal(30)}


def test_units_are_not_shown_the_trial(signed_in, made, cast):
    assert signed_in(cast.clerk).get(reverse("scoring_what_if", args=[made.pk])).context["rows"] == ()
    assert Scheme.objects.get().state == "published"


def test_a_sheet_needs_as_many_statements_for_ten_units_as_for_all(made, people, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        rows_to_score(seat_of(people[0], manual(made)))
