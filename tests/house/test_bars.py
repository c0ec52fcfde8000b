"""Nobody judges his own case, by whatever route: every address that can name a case answers a barred person as if there were none."""

from io import BytesIO

import openpyxl
import pytest
from django.db import transaction
from django.urls import reverse

from governance import registry
from governance.web.matrix import ATTACHMENT, CODE, Outcome, Relation, expected, holders, named_views
from tests import actors
from tests.house.cases import MAKERS
from tests.house.test_access_matrix import arguments, outcome_of, person_of, scene_of, things

pytestmark = pytest.mark.django_db
MODELS = registry.case_models()
BARS = {
    "office": lambda user: {"barred_ids": [user.acting_post.office_id]},
    "person": lambda user: {"barred_people": [user.pk]},
}


def names_a_case(view):
    return view.of in {*MODELS, ATTACHMENT} and view.by != CODE and holders(view) is not None


def roles_of(view):
    return [role for role in holders(view) if expected(view, role, Relation.OWN) == Outcome.ALLOWED]


def keep_out(user, bar):
    """Every case of every procedure keeps the person out."""
    for model in MODELS.values():
        model.objects.update(**BARS[bar](user))


VIEWS = {name: view for name, view in named_views().items() if names_a_case(view)}


def walk(client, name, role, at, bar):
    """Open an address as someone in the role, then again when the case keeps that person out."""
    view = VIEWS[name]
    scene = scene_of(view, person_of(role, view, Relation.OWN), role, Relation.OWN, at)
    url = reverse(name, kwargs=arguments(name, things(view, scene)))
    actors.sign_in(client, scene.user)
    assert outcome_of(client.get(url)) == Outcome.ALLOWED, role
    keep_out(scene.user, bar)
    assert {client.get(url).status_code, client.post(url).status_code} <= {404, 405}, role


@pytest.mark.parametrize("name", VIEWS)
def test_no_address_knows_the_case_for_whom_it_keeps_out(client, at, name):
    for number, role in enumerate(sorted(roles_of(VIEWS[name]))):
        with transaction.atomic():
            walk(client, name, role, at, "office" if number else "person")
            transaction.set_rollback(True)
    with transaction.atomic():
        walk(client, name, min(roles_of(VIEWS[name])), at, "office")
        transaction.set_rollback(True)


def shown(client, url):
    """What an answer says: a page, or the cells of a sheet."""
    answer = client.get(url)
    assert answer.status_code == 200
    if not answer.streaming:
        return answer.content.decode()
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)), read_only=True)
    return str([list(row) for row in book.active.iter_rows(values_only=True)])


def lists_of(procedure, number):
    """The addresses under which cases of a procedure stand among others."""
    figures = [one.code for one in registry.declared("indicators") if one.procedure == procedure]
    months = "place=1501&first=2026-11&last=2026-11"
    base = reverse(f"{procedure}_list")
    exports = [f"{procedure}_export"] if f"{procedure}_export" in named_views() else []
    figured = [f"{base}?figure={code}&{months}" for code in figures]
    return [f"{base}?state=all", f"{base}?q={number}", *figured, *(f"{reverse(name)}?state=all" for name in exports)]


@pytest.mark.parametrize("bar", BARS)
@pytest.mark.parametrize("procedure", MODELS)
def test_no_list_search_export_or_opened_figure_holds_the_case(client, at, procedure, bar):
    detail = named_views()[f"{procedure}_detail"]
    role = next(role for role in roles_of(detail) if expected(named_views()[f"{procedure}_list"], role, Relation.OWN) == Outcome.ALLOWED)
    scene = scene_of(detail, person_of(role, detail, Relation.OWN), role, Relation.OWN, at)
    number = MAKERS[procedure](scene)["number"]
    actors.sign_in(client, scene.user)
    address = reverse(f"{procedure}_detail", args=[number])
    assert address in shown(client, f"{reverse(f'{procedure}_list')}?state=all")
    keep_out(scene.user, bar)
    for url in lists_of(procedure, number):
        if client.get(url).status_code == 200:
            assert address not in shown(client, url), url
            assert "export" not in url or number not in shown(client, url)


def test_the_walk_covers_every_procedure():
    assert {view.of for view in VIEWS.values()} == {*MODELS, ATTACHMENT}
    assert len(VIEWS) >= 2 * len(MODELS)
