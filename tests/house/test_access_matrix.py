"""Every address × role × place, against real answers: exactly what `manage.py access_matrix` says."""

from collections import defaultdict

import pytest
from django.db import transaction
from django.test import Client
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
CALM = {200, 204, 302, 400, 401, 403, 404, 405, 503}  # 503: readyz, while neither beat nor worker runs; a page may refuse, it must not fail


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


def scene_of(view, user, role, relation, at):
    """The person, and where the thing lies: at a place, and for an office of a trade handed to it or to another one."""
    standing = STANDINGS.get(role)
    if standing is None or view.of == CITY:
        return Scene(user, role, actors.VILLAGE, None, False, at)
    code, own = place_in(relation, standing.level), relation == Relation.OWN
    if standing.territorial:
        return Scene(user, role, code, None, own or relation == Relation.BELOW, at)
    return Scene(user, role, code, user.acting_post.office if own else actors.office(standing.office, code, "other"), own, at)


def things(view, scene):
    """What an address of the view can name, made in the scene."""
    word = word_of(view)
    return MAKERS[word](scene) if word in MAKERS else {}


def word_of(view):
    """The name of the maker of what the view's address names."""
    word = f"{view.of}.{view.by}"
    return word if word in MAKERS else view.of


def arguments(name, found):
    """The address's arguments: of the things made, or plain ones."""
    wanted = get_resolver().reverse_dict.getlist(name)[0][0][0][1]
    plain = {key: PLAIN.get(f"{name}.{key}", PLAIN.get(key)) for key in wanted if key not in found}
    assert all(plain.values()), f"tests/house/cases.py knows no {plain} for {name!r}"
    return {key: found[key] if key in found else plain[key]() for key in wanted}


def outcome_of(answer):
    """What a real answer amounts to."""
    assert answer.status_code in CALM
    names = {"sign_in": Outcome.SIGN_IN, "choose_post": Outcome.CHOOSE_POST, "track": Outcome.ASK_CODE}
    turned_to = {reverse(name): outcome for name, outcome in names.items()}
    if answer.status_code == 302 and (found := turned_to.get(answer["Location"].partition("?")[0])):
        return found
    return {403: Outcome.REFUSED, 404: Outcome.NOT_FOUND}.get(answer.status_code, Outcome.ALLOWED)


class Cast:
    """The people of a role and the things they ask for, each made once for all addresses that name such a thing: reading changes none."""

    def __init__(self, role, at):
        self.role, self.at, self.people, self.things = role, at, {}, {}

    def person(self, view, relation):
        standing = relation if view.of == CITY and self.role in STANDINGS else None
        if standing not in self.people:
            self.people[standing] = person_of(self.role, view, relation)
        return self.people[standing]

    def answers(self, lines):
        """What the person gets at each of these addresses, which all name the same kind of thing; the things are gone afterwards."""
        scenes = [scene_of(view, self.person(view, relation), self.role, relation, self.at) for _name, view, relation in lines]
        with transaction.atomic():
            found = [self.opened(name, view, scene) for (name, view, _relation), scene in zip(lines, scenes, strict=True)]
            transaction.set_rollback(True)
        self.things.clear()
        return {(name, relation): outcome for (name, _view, relation), outcome in zip(lines, found, strict=True)}

    def opened(self, name, view, scene):
        client = Client()
        if scene.user:
            actors.sign_in(client, scene.user)
        key = scene.code, scene.office
        if key not in self.things:
            self.things[key] = things(view, scene)
        return outcome_of(client.get(reverse(name, kwargs=arguments(name, self.things[key]))))


def addresses():
    """Procedure → its addresses by name: a procedure is the package its views stand in."""
    found = defaultdict(dict)
    for name, view in named_views().items():
        found[view.procedure][name] = view
    return found


ADDRESSES = addresses()


def tried(view, role):
    found = relations(view, role) if places_matter(view, role) else (Relation.OWN,)
    return found[:1] if role == Role.RESIDENT else found


@pytest.mark.parametrize("role", ACTORS)
@pytest.mark.parametrize("procedure", ADDRESSES)
def test_every_address_answers_each_role_as_declared(at, procedure, role):
    cast, found, wanted, named = Cast(role, at), {}, {}, defaultdict(list)
    for name, view in ADDRESSES[procedure].items():
        named[word_of(view)] += [(name, view, relation) for relation in tried(view, role)]
        wanted |= {(name, relation): expected(view, role, relation) for relation in tried(view, role)}
    for lines in named.values():
        found |= cast.answers(lines)
    assert found == wanted


def test_every_word_of_a_view_has_a_maker():
    assert {view.of for view in named_views().values() if view.of} <= {*MAKERS, CITY}
