"""People and posts, as administrators give and take them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from disputes.complaints.permissions import HANDLE
from governance.access.scope import may
from governance.people.enums import OfficeType, Role
from governance.people.models import Post, User
from governance.places.models import Place
from governance.web.models import ActKind, AdministrativeAct
from tests import actors

pytestmark = pytest.mark.django_db


def names(answer):
    return {row["person"].name for row in answer.context["rows"]}


def acts(person):
    return list(AdministrativeAct.objects.about(person).order_by("pk").values_list("kind", flat=True))


def new_account(office, **facts):
    given = {
        "username": "zhao.liu",
        "name": "赵六",
        "role": Role.TOWNSHIP_CLERK,
        "begins": "2026-01-05T09:00",
        "ends": "",
    }
    return reverse("person_create") + f"?office={office.code}", {**given, **facts}


def test_the_city_sees_everyone(as_city, clerk_here, clerk_elsewhere):
    assert names(as_city.get(reverse("people"))) >= {"王经办", "李外县"}


def test_a_county_sees_its_own_people_alone(as_county, clerk_here, clerk_elsewhere):
    assert names(as_county.get(reverse("people"))) == {"王经办", "系统管理员"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=王经", True),
        ("q=nobody", False),
        ("role=township_clerk", True),
        ("role=mediator", False),
        ("state=live", True),
        ("state=vacant", False),
    ],
)
def test_the_list_can_be_narrowed(as_city, clerk_here, query, found):
    assert ("王经办" in names(as_city.get(reverse("people") + f"?{query}"))) is found


def test_the_list_is_found_by_office(as_city, clerk_here, clerk_elsewhere):
    code = clerk_here.acting_post.office.code
    assert names(as_city.get(reverse("people"), {"office": code})) == {"王经办"}


def test_a_swapped_list_is_the_reloaded_one(as_city, clerk_here):
    swapped = as_city.get(reverse("people"), headers={"HX-Request": "true"}).content.decode()
    assert swapped.strip() in as_city.get(reverse("people")).content.decode()


def test_the_list_asks_the_same_for_one_and_for_ten(as_city, clerk_here, django_assert_max_num_queries):
    for number in range(10):
        actors.actor(Role.TOWNSHIP_CLERK, name=f"经办{number}")
    with django_assert_max_num_queries(11):
        as_city.get(reverse("people"))


def test_another_countys_person_does_not_exist(as_county, clerk_elsewhere):
    assert as_county.get(reverse("person_detail", args=[clerk_elsewhere.pk])).status_code == 404


def test_a_new_account_shows_its_password_once(as_city):
    office = actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
    answer = as_city.post(*new_account(office))
    person, password = User.objects.get(username="zhao.liu"), answer.context["password"]
    assert password in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert person.check_password(password)
    assert person.must_change_password
    assert acts(person) == [ActKind.PERSON_CREATED, ActKind.POST_GIVEN]


def test_an_office_gives_only_its_own_roles(as_city):
    office = actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
    answer = as_city.post(*new_account(office, role=Role.LEADING_OFFICIAL))
    assert "role" in answer.context["post_form"].errors
    assert not User.objects.filter(username="zhao.liu").exists()


def test_a_county_cannot_appoint_outside_itself(as_county):
    office = actors.office(OfficeType.CENTRE, actors.OTHER_COUNTY)
    assert as_county.post(*new_account(office, role=Role.CENTRE_OFFICER)).status_code == 404


def test_a_post_that_is_given_holds_at_once(as_city, clerk_here):
    office = actors.office(OfficeType.TOWNSHIP, actors.OTHER_TOWNSHIP)
    url = reverse("post_give", args=[clerk_here.pk]) + f"?office={office.code}"
    as_city.post(url, {"role": Role.TOWNSHIP_CLERK, "begins": "2026-01-05T09:00"})
    fresh = User.objects.get(pk=clerk_here.pk)
    assert may(fresh, HANDLE, Place.objects.get(code=actors.OTHER_TOWNSHIP))


def test_the_same_post_is_not_given_twice(as_city, clerk_here):
    url = reverse("post_give", args=[clerk_here.pk]) + f"?office={clerk_here.acting_post.office.code}"
    answer = as_city.post(url, {"role": Role.TOWNSHIP_CLERK, "begins": "2026-01-05T09:00"})
    assert "无需重复授予" in answer.content.decode()


def test_nobody_gives_a_post_to_himself(as_city, city_admin):
    url = reverse("post_give", args=[city_admin.pk]) + f"?office={city_admin.acting_post.office.code}"
    answer = as_city.post(url, {"role": Role.LEADING_OFFICIAL, "begins": "2026-01-05T09:00"})
    assert "不能给自己授予岗位" in answer.content.decode()
    assert Post.objects.filter(user=city_admin).count() == 1


def test_a_post_that_is_ended_gives_no_rights_from_then_on(as_city, clerk_here):
    place = clerk_here.acting_post.office.place
    assert may(User.objects.get(pk=clerk_here.pk), HANDLE, place)
    as_city.post(reverse("post_end", args=[clerk_here.acting_post.pk]), {"ends": ""})
    assert not may(User.objects.get(pk=clerk_here.pk), HANDLE, place)
    assert acts(clerk_here) == [ActKind.POST_ENDED]


def test_a_post_that_ends_tomorrow_holds_today(as_city, clerk_here):
    tomorrow = timezone.localtime() + timedelta(days=1)
    as_city.post(reverse("post_end", args=[clerk_here.acting_post.pk]), {"ends": f"{tomorrow:%Y-%m-%dT%H:%M}"})
    assert may(User.objects.get(pk=clerk_here.pk), HANDLE, clerk_here.acting_post.office.place)
    assert Post.objects.get(pk=clerk_here.acting_post.pk).ends is not None


def test_a_closed_account_is_signed_out_and_can_be_opened_again(as_city, client, clerk_here):
    as_city.post(reverse("person_deactivate", args=[clerk_here.pk]))
    assert not User.objects.get(pk=clerk_here.pk).is_active
    as_city.post(reverse("person_reactivate", args=[clerk_here.pk]))
    assert User.objects.get(pk=clerk_here.pk).is_active
    assert acts(clerk_here) == [ActKind.PERSON_DEACTIVATED, ActKind.PERSON_REACTIVATED]


def test_one_who_also_serves_elsewhere_is_not_a_countys_to_close(as_county, clerk_here):
    city_office = actors.office(OfficeType.HOTLINE, actors.CITY)
    Post.objects.create(user=clerk_here, office=city_office, role=Role.HOTLINE_OPERATOR, begins=actors.BEGAN)
    as_county.post(reverse("person_deactivate", args=[clerk_here.pk]))
    assert User.objects.get(pk=clerk_here.pk).is_active


def test_nobody_closes_his_own_account(as_city, city_admin):
    as_city.post(reverse("person_deactivate", args=[city_admin.pk]))
    assert User.objects.get(pk=city_admin.pk).is_active


def test_a_second_factor_is_forgotten(as_city, clerk_here):
    TOTPDevice.objects.create(user=clerk_here, name="phone", confirmed=True)
    as_city.post(reverse("person_reset_factor", args=[clerk_here.pk]))
    assert not TOTPDevice.objects.filter(user=clerk_here).exists()


def test_a_new_password_replaces_the_old_one(as_city, clerk_here):
    answer = as_city.post(reverse("person_reset_password", args=[clerk_here.pk]))
    person = User.objects.get(pk=clerk_here.pk)
    assert person.check_password(answer.context["password"])
    assert not person.check_password(actors.PASSWORD)


def test_work_details_are_changed(as_city, clerk_here):
    url = reverse("person_edit", args=[clerk_here.pk])
    as_city.post(url, {"name": "王小经", "work_phone": "0471-1234567", "email": ""})
    assert User.objects.get(pk=clerk_here.pk).work_phone == "0471-1234567"


@pytest.mark.parametrize(
    "name",
    ["person_detail", "person_edit", "post_give", "person_deactivate", "person_reset_password", "person_reset_factor"],
)
def test_every_page_of_a_person_opens(as_city, clerk_here, name):
    assert as_city.get(reverse(name, args=[clerk_here.pk])).status_code == 200


def test_an_office_is_found_down_the_tree_or_by_its_name(as_city, clerk_here):
    url = reverse("post_give", args=[clerk_here.pk])
    assert actors.place(actors.COUNTY) in as_city.get(url).context["choice"].children
    office = clerk_here.acting_post.office
    assert as_city.get(url, {"place": actors.TOWNSHIP}).context["choice"].offices == [office]
    assert as_city.get(url, {"q": office.name}).context["choice"].offices == [office]


def test_a_county_finds_no_place_outside_itself(as_county, clerk_here):
    url = reverse("post_give", args=[clerk_here.pk])
    assert as_county.get(url, {"place": actors.OTHER_COUNTY}).status_code == 404


def test_others_are_kept_out(signed_in, clerk_here):
    assert signed_in(clerk_here).get(reverse("people")).status_code == 403
