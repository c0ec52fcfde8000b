"""The four questions of access, answered with exact sets: who may, and by name who must not."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.contrib.contenttypes.models import ContentType

from disputes.complaints.models import Complaint
from disputes.complaints.permissions import DISPATCH, HANDLE, VIEW
from governance.access.grants import appoint, end_post, sync_posts
from governance.access.models import PlaceGrant
from governance.access.scope import may, places_for, reach, who_may
from governance.people.enums import OfficeType, Role
from governance.people.models import Post, User
from governance.places.models import Place
from tests import actors
from tests.actors import BEGAN, actor, days, place

pytestmark = pytest.mark.django_db

PLACES = (actors.VILLAGE, actors.OTHER_VILLAGE, actors.OTHER_TOWNSHIP, actors.OTHER_COUNTY)


@pytest.fixture
def cases(filing):
    """{code: a complaint there}"""
    return {code: filing(code=code).complaint for code in PLACES}


def seen(user, capability=VIEW):
    return set(Complaint.objects.visible_to(user, capability).values_list("place__code", flat=True))


def fresh(user, post=None):
    """The person on the next request, acting for a post (or for all live ones)."""
    again = User.objects.get(pk=user.pk)
    again.acting_post = post
    return again


@pytest.mark.parametrize(
    ("role", "code", "expected"),
    [
        (Role.LEADING_OFFICIAL, actors.CITY, set(PLACES)),
        (Role.AUDITOR, actors.CITY, set(PLACES)),
        (Role.HOTLINE_OPERATOR, actors.CITY, set(PLACES)),
        (Role.CENTRE_OFFICER, actors.COUNTY, {actors.VILLAGE, actors.OTHER_VILLAGE, actors.OTHER_TOWNSHIP}),
        (Role.CENTRE_OFFICER, actors.OTHER_COUNTY, {actors.OTHER_COUNTY}),
        (Role.TOWNSHIP_CLERK, actors.TOWNSHIP, {actors.VILLAGE, actors.OTHER_VILLAGE}),
        (Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP, {actors.OTHER_TOWNSHIP}),
        (Role.VILLAGE_CLERK, actors.VILLAGE, {actors.VILLAGE}),
        (Role.DEPARTMENT_HANDLER, actors.COUNTY, set()),
        (Role.GRID_WORKER, actors.VILLAGE, set()),
        (Role.MEDIATOR, actors.TOWNSHIP, set()),
        (Role.SITE_MANAGER, actors.VILLAGE, set()),
        (Role.ADMINISTRATOR, actors.CITY, set()),
    ],
)
def test_who_sees_which_complaints(cases, role, code, expected):
    assert seen(actor(role, code)) == expected


def test_a_department_sees_only_what_was_handed_to_it(cases):
    handler = actor(Role.DEPARTMENT_HANDLER)
    colleague = actor(Role.DEPARTMENT_HANDLER, trade="health")
    case = cases[actors.OTHER_TOWNSHIP]
    case.hand_to(handler.acting_post.office)
    case.save()
    assert seen(handler) == {actors.OTHER_TOWNSHIP}
    assert seen(colleague) == set()
    assert (may(handler, HANDLE, case), may(colleague, HANDLE, case)) == (True, False)


def test_the_question_of_one_case_and_of_many_has_one_answer(cases):
    people = [actor(role) for role in actors.HOME]
    for person in people:
        for capability in (VIEW, HANDLE, DISPATCH):
            one_by_one = {code for code, case in cases.items() if may(person, capability, case)}
            assert one_by_one == seen(person, capability), (person, capability)


def test_the_places_one_may_name_are_one_s_own_and_all_below(db):
    clerk = actor(Role.TOWNSHIP_CLERK)
    expected = {code for code in Place.objects.in_use().values_list("code", flat=True) if code.startswith(actors.TOWNSHIP)}
    assert set(places_for(clerk, VIEW).values_list("code", flat=True)) == expected
    assert not places_for(clerk, DISPATCH).exists()


def test_who_may_names_exactly_the_people_over_a_target(cases):
    case = cases[actors.VILLAGE]
    people = {role: actor(role) for role in actors.HOME}
    elsewhere = [actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE)]
    expected = {people[role] for role in (Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.CENTRE_OFFICER)}
    assert set(who_may(HANDLE, case)) == expected
    assert not expected & set(elsewhere)
    assert set(who_may(DISPATCH, case)) == {people[Role.HOTLINE_OPERATOR], people[Role.CENTRE_OFFICER]}


def test_who_may_counts_the_department_that_holds_the_case(cases):
    case, handler = cases[actors.VILLAGE], actor(Role.DEPARTMENT_HANDLER)
    assert handler not in who_may(HANDLE, case)
    case.hand_to(handler.acting_post.office)
    assert set(who_may(HANDLE, case)) == {handler}


def test_a_post_that_ends_takes_its_rights_away_at_once(cases, now):
    clerk = actor(Role.TOWNSHIP_CLERK)
    post = clerk.acting_post
    end_post(post, at=now)
    for again in (fresh(clerk), fresh(clerk, post)):
        assert seen(again) == set()
        assert not may(again, VIEW, cases[actors.VILLAGE])
        assert not places_for(again, VIEW).exists()
    assert clerk not in who_may(VIEW, cases[actors.VILLAGE])


def test_a_post_ends_by_itself_when_its_time_has_come(cases, now, time_machine):
    clerk = actor(Role.TOWNSHIP_CLERK)
    end_post(clerk.acting_post, at=now + days(1))
    assert seen(fresh(clerk, clerk.acting_post)) == {actors.VILLAGE, actors.OTHER_VILLAGE}
    time_machine.move_to(now + days(2))
    assert seen(fresh(clerk, clerk.acting_post)) == set()


def test_a_future_post_gives_nothing_before_it_begins(cases, offices, now, time_machine):
    user = User.objects.create_user("xinren", name="新人", password=actors.PASSWORD)
    user.acting_post = appoint(user, offices[OfficeType.TOWNSHIP, actors.TOWNSHIP], Role.TOWNSHIP_CLERK, begins=now + days(3))
    assert seen(user) == set()
    assert user not in who_may(VIEW, cases[actors.VILLAGE])
    time_machine.move_to(now + days(4))
    assert seen(fresh(user, user.acting_post)) == {actors.VILLAGE, actors.OTHER_VILLAGE}


def test_an_inactive_account_has_no_rights(cases):
    clerk = actor(Role.TOWNSHIP_CLERK)
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    again = fresh(clerk, clerk.acting_post)
    assert (seen(again), may(again, VIEW)) == (set(), False)
    assert clerk not in who_may(VIEW, cases[actors.VILLAGE])


def test_a_closed_office_gives_no_rights(cases):
    clerk = actor(Role.TOWNSHIP_CLERK)
    type(clerk.acting_post.office).objects.filter(pk=clerk.acting_post.office_id).update(active=False)
    assert seen(fresh(clerk, clerk.acting_post)) == set()


def test_a_stranger_has_no_rights(cases):
    assert seen(AnonymousUser()) == set()
    assert not may(AnonymousUser(), VIEW)


@pytest.fixture
def two_posts(cases):
    """A village clerk here who is a township clerk over there."""
    user = actor(Role.VILLAGE_CLERK)
    second = appoint(user, actors.office(OfficeType.TOWNSHIP, actors.OTHER_TOWNSHIP), Role.TOWNSHIP_CLERK, begins=BEGAN)
    return user, user.acting_post, second


def test_of_two_posts_the_one_acted_for_counts(two_posts):
    user, first, second = two_posts
    assert seen(fresh(user, first)) == {actors.VILLAGE}
    assert seen(fresh(user, second)) == {actors.OTHER_TOWNSHIP}


def test_changing_the_post_within_a_request_changes_the_answers(two_posts):
    user, _first, second = two_posts
    assert seen(user) == {actors.VILLAGE}
    user.acting_post = second
    assert seen(user) == {actors.OTHER_TOWNSHIP}


def test_without_a_post_acted_for_all_live_posts_count(two_posts):
    assert seen(fresh(two_posts[0])) == {actors.VILLAGE, actors.OTHER_TOWNSHIP}


def test_a_territorial_and_a_departmental_post_are_kept_apart(cases):
    user = actor(Role.TOWNSHIP_CLERK)
    bureau = actors.office(OfficeType.BUREAU, actors.OTHER_COUNTY, "housing")
    post = appoint(user, bureau, Role.DEPARTMENT_HANDLER, begins=BEGAN)
    assert seen(fresh(user, post)) == set()
    assert (reach(fresh(user, post), VIEW).paths, reach(fresh(user, post), VIEW).offices) == ((), (bureau.pk,))


def test_a_permission_held_outside_the_grants_counts_for_nothing(cases):
    """Guardian would let a global permission pass; here nothing but a post does."""
    user = User.objects.create_user("quanxian", name="某人", password=actors.PASSWORD)
    content_type = ContentType.objects.get_for_model(Place)
    user.user_permissions.add(Permission.objects.get(content_type=content_type, codename=VIEW.codename))
    assert (seen(user), may(user, VIEW)) == (set(), False)


def test_a_capability_nobody_declared_for_the_role_is_refused_everywhere(cases):
    official = actor(Role.LEADING_OFFICIAL)
    assert not may(official, HANDLE)
    assert seen(official, HANDLE) == set()


def test_a_place_and_an_office_can_be_targets(db):
    centre = actor(Role.CENTRE_OFFICER)
    assert may(centre, DISPATCH, place(actors.VILLAGE))
    assert not may(centre, DISPATCH, place(actors.OTHER_COUNTY))
    assert not may(centre, DISPATCH, place(actors.CITY))
    assert may(centre, DISPATCH, actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP))
    assert not may(centre, DISPATCH, actors.office(OfficeType.HOTLINE, actors.CITY))


def test_writing_the_grants_again_changes_nothing(db):
    actor(Role.TOWNSHIP_CLERK)
    before = set(PlaceGrant.objects.values_list("user", "permission__codename", "content_object"))
    assert sync_posts(Post.objects.filter()) == len(before)
    assert set(PlaceGrant.objects.values_list("user", "permission__codename", "content_object")) == before


def test_writing_the_grants_again_takes_back_what_no_role_gives_and_leaves_the_rest_untouched(db):
    clerk = actor(Role.TOWNSHIP_CLERK)
    right, wrong, missing = PlaceGrant.objects.filter(user=clerk)[:3]
    kept = set(PlaceGrant.objects.exclude(pk__in=[wrong.pk, missing.pk]).values_list("pk", flat=True))
    PlaceGrant.objects.filter(pk=wrong.pk).update(content_object=place(actors.OTHER_COUNTY))
    missing.delete()
    stands = sync_posts(Post.objects.all())
    assert kept < set(PlaceGrant.objects.values_list("pk", flat=True))
    assert stands == PlaceGrant.objects.count() == len(kept) + 2
    assert set(PlaceGrant.objects.filter(user=clerk).values_list("content_object", flat=True)) == {right.content_object_id}


def test_all_reaches_of_a_post_are_read_with_few_statements(cases, django_assert_max_num_queries):
    clerk = fresh(actor(Role.TOWNSHIP_CLERK), None)
    clerk.acting_post = clerk.posts.with_office().get()
    with django_assert_max_num_queries(2):
        for capability in (VIEW, HANDLE, DISPATCH):
            may(clerk, capability, cases[actors.VILLAGE])
