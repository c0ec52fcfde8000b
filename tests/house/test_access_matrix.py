"""Every address × role × place, against real answers: exactly what `manage.py access_matrix` says."""

import pytest
from django.urls import get_resolver, reverse

from governance.people.enums import Role
from governance.people.models import User
from governance.places.enums import Level
from governance.web.matrix import (
    ACTORS,
    ANONYMOUS,
    CITY,
    STANDINGS,
    Outcome,
    Relation,
    expected,
    named_views,
    places_matter,
    relations,
)
from tests import actors
from tests.house.cases import MAKERS, PLAIN
from tests.scenes import Scene

pytestmark = pytest.mark.django_db
HOME = {
    Level.CITY: actors.CITY,
    Level.COUNTY: actors.COUNTY,
    Level.TOWNSHIP: actors.TOWNSHIP,
    Level.VILLAGE: actors.VILLAGE,
}
BESIDE = {Level.COUNTY: actors.OTHER_COUNTY, Level.TOWNSHIP: actors.OTHER_TOWNSHIP, Level.VILLAGE: actors.OTHER_VILLAGE}
STEPS = {Relation.OWN: 0, Relation.BELOW: 1, Relation.ABOVE: -1}
LEVELS = list(HOME)


def place_in(relation, level):
    """The code of a place in this relation to the home of the level."""
    return BESIDE[level] if relation == Relation.SIDEWAYS else HOME[LEVELS[LEVELS.index(level) + STEPS[relation]]]


def person_of(role, view, relation):
    """Someone in the role; for a thing of the whole city the person stands at the city, or below it."""
    if role == ANONYMOUS:
        return None
    if role == Role.RESIDENT:
        return User.objects.create_user("resident", name="居民", password=actors.PASSWORD)
    level = STANDINGS[role].level
    if view.of == CITY:
        level = Level.CITY if relation == Relation.OWN else Level.COUNTY
    return actors.actor(role, HOME[level], kind=STANDINGS[role].office)


def scene_of(view, role, relation, at):
    """The person, and where the thing lies: at a place, and for an office of a trade handed to it or to another one."""
    user, standing = person_of(role, view, relation), STANDINGS.get(role)
    if standing is None or view.of == CITY:
        return Scene(user, role, actors.VILLAGE, None, False, at)
    code, own = place_in(relation, standing.level), relation == Relation.OWN
    if standing.territorial:
        return Scene(user, role, code, None, own or relation == Relation.BELOW, at)
    return Scene(user, role, code, user.acting_post.office if own else actors.office(standing.office, code, "other"), own, at)


def arguments(name, view, scene):
    """The address's arguments: made in the scene, or plain ones."""
    wanted = get_resolver().reverse_dict.getlist(name)[0][0][0][1]
    word = f"{view.of}.{view.by}" if isinstance(view.by, str) and f"{view.of}.{view.by}" in MAKERS else view.of
    found = MAKERS[word](scene) if word in MAKERS and wanted else {}
    for key in wanted:
        plain = PLAIN.get(f"{name}.{key}", PLAIN.get(key))
        assert key in found or plain, f"tests/house/cases.py knows no {key!r} for {name!r}"
        found.setdefault(key, plain and plain())
    return {key: found[key] for key in wanted}


def outcome_of(answer):
    """What a real answer amounts to."""
    assert answer.status_code != 500
    names = {"sign_in": Outcome.SIGN_IN, "choose_post": Outcome.CHOOSE_POST, "track": Outcome.ASK_CODE}
    turned_to = {reverse(name): outcome for name, outcome in names.items()}
    if answer.status_code == 302 and (found := turned_to.get(answer["Location"].partition("?")[0])):
        return found
    return {403: Outcome.REFUSED, 404: Outcome.NOT_FOUND}.get(answer.status_code, Outcome.ALLOWED)


def opened(client, name, view, scene):
    """Open the address as the person of the scene."""
    client.logout()
    if scene.user:
        client.force_login(scene.user, backend="governance.people.backends.PeopleBackend")
    return outcome_of(client.get(reverse(name, kwargs=arguments(name, view, scene))))


@pytest.mark.parametrize("role", ACTORS)
@pytest.mark.parametrize("name", list(named_views()))
def test_every_address_answers_each_role_as_declared(client, at, name, role):
    view = named_views()[name]
    tried = relations(view, role) if places_matter(view, role) else (Relation.OWN,)
    if role == Role.RESIDENT:
        tried = tried[:1]
    found = {relation: opened(client, name, view, scene_of(view, role, relation, at)) for relation in tried}
    assert found == {relation: expected(view, role, relation) for relation in tried}


def test_every_word_of_a_view_has_a_maker():
    assert {view.of for view in named_views().values() if view.of} <= {*MAKERS, CITY}
