"""A scheme from draft to lock, and every point traced to its rows."""

from decimal import Decimal

import pytest
from django.urls import reverse

from disputes.complaints.models import Complaint
from governance.people.enums import Role
from supervision.assessment.models import Result, Scheme
from supervision.assessment.services import SchemeRefused, adjust, compute, copy, failed_result, lock, publish
from supervision.indicators.models import Figure
from supervision.indicators.services import recount_all
from tests import actors
from tests.supervision.assessment.schemes import MONTH, disclosed, figures, finished, reviewed, scheme

pytestmark = pytest.mark.django_db
GOOD, POOR = "150102", "150105"


@pytest.fixture
def counted(db):
    figures({
        ("complaints.on_time", GOOD): (90, 100), ("complaints.solved", GOOD): (75, 100),
        ("complaints.on_time", POOR): (10, 20), ("complaints.solved", POOR): (0, 0),
    })  # fmt: skip


@pytest.fixture
def published(counted, at):
    return publish(scheme(), at=at)


def result(code):
    return Result.objects.get(place__code=code)


def test_points_are_linear_and_kept_with_their_figures(published):
    row = result(GOOD)
    assert [(part.numerator, part.denominator, part.points) for part in row.items.order_by("pk")] == [(90, 100, 48), (75, 100, 20)]
    assert (row.base, row.total, row.grade, row.rank) == (68, 68, "passed", 1)


def test_what_had_no_case_is_not_counted_and_what_had_few_is_marked(published):
    row = result(POOR)
    assert [(part.points, part.is_small) for part in row.items.order_by("pk")] == [(Decimal(0), True), (None, False)]
    assert (row.total, row.grade, row.is_small) == (0, "failed", True)


def test_every_unit_of_the_level_has_its_row(published):
    assert published.results.count() == 10
    assert published.results.filter(total=None, grade="", rank=None).count() == 8


def test_points_by_hand_are_bounded_by_the_scheme(published, cast, at):
    for points in ("5", "4"):
        adjust(published, result=result(GOOD), points=Decimal(points), reason="通报表扬", proof="文件", by=cast.city, at=at)
    assert (result(GOOD).adjusted, result(GOOD).total) == (5, 73)


def test_only_weights_of_a_hundred_are_published(counted, at):
    with pytest.raises(SchemeRefused, match="100"):
        publish(scheme(items=(("complaints.on_time", 60, 50, 100),)), at=at)


def test_locked_nothing_moves_any_more(counted, cast, at):
    published = finished(scheme(), by=cast.city, at=at)
    Figure.objects.update(numerator=0)
    for act in (lambda: compute(published, at=at), lambda: lock(published, by=cast.city, at=at), lambda: publish(published, at=at)):
        with pytest.raises(SchemeRefused):
            act()
    assert result(GOOD).total == 68


def test_disclosed_only_decisions_change_it(counted, cast, at):
    shown = disclosed(scheme(), by=cast.city, at=at)
    Figure.objects.update(numerator=0)
    with pytest.raises(SchemeRefused):
        compute(shown, at=at)
    assert result(GOOD).total == 68


def test_a_new_version_takes_the_place_of_one_nobody_has_read(published, cast, at):
    again = publish(copy(published), by=cast.city, at=at)
    published.refresh_from_db()
    assert (again.version, again.state, published.state) == (2, "published", "superseded")
    assert [item.weight for item in again.items.all()] == [60, 40]


def test_no_new_version_once_results_were_read(counted, cast, at):
    disclosed(scheme(), by=cast.city, at=at)
    with pytest.raises(SchemeRefused, match="已经公布"):
        publish(scheme(), at=at)


def test_a_year_is_locked_once_and_a_new_version_waits(counted, cast, at):
    finished(scheme(), by=cast.city, at=at)
    again = scheme()
    assert again.version == 2
    with pytest.raises(SchemeRefused, match="已经锁定"):
        publish(again, at=at)


def test_a_failed_unit_and_what_belongs_to_it(counted, cast, at):
    bureau = actors.office("bureau", POOR, "housing")
    shown = disclosed(scheme(), by=cast.city, at=at - MONTH)
    assert failed_result(bureau) is None
    lock(shown, by=cast.city, at=at)
    assert failed_result(bureau).place.code == POOR
    assert failed_result(cast.county.acting_post.office) is None
    assert failed_result(cast.city.acting_post.office) is None


def test_every_point_opens_exactly_the_rows_it_was_made_of(city, official, signed_in, at):
    recount_all("complaints", at=at)
    made = publish(scheme(), at=at)
    client = signed_in(official)
    parts = client.get(reverse("assessment_result", args=[made.pk, actors.COUNTY])).context["parts"]
    for row in parts:
        assert client.get(row["rows_url"]).context["page"].count == row["part"].numerator > 0
        assert client.get(row["base_url"]).context["page"].count == row["part"].denominator


@pytest.fixture
def typed():
    facts = {"year": 2026, "kind": "place", "level": "county", "basis": "条例", "excellent": 90, "good": 80, "passed": 60, "adjust_most": 5}
    facts["most_apart"] = 10
    for code, weight in (("complaints.on_time", 60), ("complaints.solved", 40)):
        facts |= {f"{code}-weight": weight, f"{code}-floor": 50, f"{code}-target": 100}
    return facts


def test_a_scheme_is_drawn_up_on_its_page(signed_in, cast, typed):
    answer = signed_in(cast.city).post(reverse("assessment_create"), typed)
    made = Scheme.objects.get()
    assert answer.headers["Location"] == reverse("assessment_detail", args=[made.pk])
    assert [(item.indicator, item.weight) for item in made.items.all()] == [("complaints.solved", 40), ("complaints.on_time", 60)]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"complaints.solved-weight": 30}, "各项权重之和应为100，现为90"), ({"complaints.solved-target": 40}, "目标值应高于底线值"),
        ({"complaints.solved-floor": ""}, "要填写底线值和目标值"), ({"good": 95}, "应高于"), ({"year": 1999}, "2022"),
        ({"complaints.solved-bands": "95"}, "请按“数值：得分比例”填写"), ({"complaints.solved-bands": "95:50，90:80"}, "得分比例应当越高"),
        ({"level": "city"}, "这类单位只在"), ({"extra-0-label": "责任落实"}, "请填写权重或最高分"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_lost(signed_in, cast, typed, wrong, told):
    answer = signed_in(cast.city).post(reverse("assessment_create"), typed | wrong)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert 'value="60"' in answer.content.decode()
    assert not Scheme.objects.exists()


def test_steps_are_confirmed_first_then_taken(signed_in, cast, counted):
    made, client = scheme(), signed_in(cast.city)
    for step, state in (("publish", "published"), ("compute", "published"), ("disclose", "published"), ("disclose", "disclosed")):
        url = reverse("assessment_take_step", args=[made.pk, step])
        assert client.get(url).status_code == 200
        client.post(url)
        assert Scheme.objects.get().state == state
        if step == "disclose":
            reviewed(Scheme.objects.get())


def test_points_are_added_on_a_page_with_their_proof(signed_in, cast, published):
    client, url = signed_in(cast.city), reverse("assessment_adjust", args=[published.pk])
    facts = {"result": result(GOOD).pk, "points": 2, "reason": "表扬", "proof": "文件1号"}
    assert [*client.post(url, facts | {"proof": "", "points": 9}).context["form"].errors] == ["points", "proof"]
    client.post(url, facts)
    assert result(GOOD).total == 70


def test_a_county_reads_and_draws_up_nothing(signed_in, cast, published):
    client = signed_in(cast.county)
    page = client.get(reverse("assessment_detail", args=[published.pk])).content.decode()
    assert "锁定结果" not in page
    assert client.post(reverse("assessment_take_step", args=[published.pk, "lock"])).status_code == 403


def test_the_table_is_exported_with_its_figures(signed_in, cast, published):
    assert signed_in(cast.county).get(reverse("assessment_export", args=[published.pk]))["Content-Type"].endswith("spreadsheetml.sheet")


@pytest.mark.parametrize("role", [Role.VILLAGE_CLERK, Role.CENTRE_OFFICER, Role.ADMINISTRATOR])
def test_others_do_not_read_it(signed_in, db, role):
    assert signed_in(actors.actor(role)).get(reverse("assessment_list")).status_code == 403


def test_units_read_what_was_issued_and_results_once_they_are_disclosed(signed_in, cast, counted, at):
    made, client = scheme(), signed_in(cast.clerk)
    page = reverse("assessment_detail", args=[made.pk])
    assert client.get(page).status_code == 404
    publish(made, at=at)
    assert not client.get(page).context["results"]
    disclosed(scheme(level="township"), by=cast.city, at=at)
    other = Scheme.objects.get(level="township")
    assert client.get(reverse("assessment_detail", args=[other.pk])).context["results"]
    code = other.results.first().code
    assert client.get(reverse("assessment_result", args=[other.pk, code])).status_code == 200


def test_further_items_and_steps_are_drawn_up_on_the_page(signed_in, cast, typed):
    typed |= {"complaints.solved-weight": 30, "complaints.solved-bands": "90:100，80:60"}
    typed |= {"extra-0-kind": "manual", "extra-0-label": "责任落实", "extra-0-weight": 10, "extra-0-criteria": "凭材料"}
    typed |= {"extra-1-kind": "bonus", "extra-1-label": "表彰", "extra-1-weight": 3}
    signed_in(cast.city).post(reverse("assessment_create"), typed)
    items = Scheme.objects.get().items.all()
    assert [(item.kind, item.weight) for item in items] == [("indicator", 30), ("indicator", 60), ("manual", 10), ("bonus", 3)]
    assert items[0].bands == [[90, 100], [80, 60]]
    page = signed_in(cast.city).get(reverse("assessment_edit", args=[Scheme.objects.get().pk])).content.decode()
    assert "90：100，80：60" in page


def test_departments_are_counted_by_the_cases_they_hold_and_opened_to_them(city, official, signed_in, cast, at):
    bureau = actors.office("bureau", actors.CITY, "housing")
    Complaint.objects.filter(place_path__startswith=actors.COUNTY).update(office=bureau)
    made = publish(scheme(kind="bureau", level="city"), at=at)
    client = signed_in(official)
    parts = client.get(reverse("assessment_result", args=[made.pk, bureau.code])).context["parts"]
    for row in parts:
        assert client.get(row["rows_url"]).context["page"].count == row["part"].numerator > 0
        assert client.get(row["base_url"]).context["page"].count == row["part"].denominator
