"""Who may open what, computed from declarations alone: gates of views, roles of capabilities, where a role stands.

The same sums feed `docs/access.md`, the page in the portal, and `manage.py access_matrix`; a test walks every line
against real answers.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.urls import URLPattern, get_resolver

from governance import registry
from governance.people.enums import OfficeType, Role
from governance.places.enums import Level
from governance.web.page import PUBLIC, SIGNED_IN

ANONYMOUS = "anonymous"
CITY = "city"  # what a view's `of` says when its address names a thing of the whole city
ATTACHMENT = "attachment"  # … a file: found through its case, by the capability that shows the case
CASE = "case"  # … a case of any procedure, found by the capability that shows it
STEP = "step"  # a view's `by`: found by whoever can take a step of the procedure
CODE = "code"  # … by number and query code alone, whoever asks
ACTORS = (ANONYMOUS, *Role.values)


class Relation(StrEnum):
    """Where the thing an address names lies, seen from the person's office."""

    OWN = "own"
    BELOW = "below"
    ABOVE = "above"
    SIDEWAYS = "sideways"


class Outcome(StrEnum):
    """What someone gets who opens an address."""

    ALLOWED = "allowed"
    REFUSED = "refused"  # 403
    NOT_FOUND = "not_found"  # 404, so that nobody learns what exists
    SIGN_IN = "sign_in"
    CHOOSE_POST = "choose_post"
    ASK_CODE = "ask_code"


@dataclass(frozen=True)
class Standing:
    """The office a role is looked at from.

    Its type, its level, and whether its rights follow the place (块) or the work orders (条).
    """

    office: OfficeType
    level: Level
    territorial: bool = True


STANDINGS = {
    Role.GRID_WORKER: Standing(OfficeType.VILLAGE, Level.VILLAGE),
    Role.VILLAGE_CLERK: Standing(OfficeType.VILLAGE, Level.VILLAGE),
    Role.TOWNSHIP_CLERK: Standing(OfficeType.TOWNSHIP, Level.TOWNSHIP),
    Role.HOTLINE_OPERATOR: Standing(OfficeType.HOTLINE, Level.CITY),
    Role.CENTRE_OFFICER: Standing(OfficeType.CENTRE, Level.COUNTY),
    Role.DEPARTMENT_HANDLER: Standing(OfficeType.BUREAU, Level.COUNTY, territorial=False),
    Role.MEDIATOR: Standing(OfficeType.COMMITTEE, Level.COUNTY, territorial=False),
    Role.SITE_MANAGER: Standing(OfficeType.SITE, Level.COUNTY, territorial=False),
    Role.CARE_PROVIDER: Standing(OfficeType.PROVIDER, Level.COUNTY, territorial=False),
    Role.LEADING_OFFICIAL: Standing(OfficeType.LEADING_GROUP, Level.COUNTY),
    Role.LEADING_OFFICE: Standing(OfficeType.LEADING_GROUP, Level.COUNTY),
    Role.SUPERVISING_BODY: Standing(OfficeType.COURT, Level.COUNTY, territorial=False),
    Role.CONGRESS_STAFF: Standing(OfficeType.CONGRESS, Level.COUNTY, territorial=False),
    Role.AUDITOR: Standing(OfficeType.AUDIT, Level.CITY),
    Role.ADMINISTRATOR: Standing(OfficeType.LEADING_GROUP, Level.COUNTY),
}
EXISTING = {
    Level.CITY: (Relation.OWN, Relation.BELOW),
    Level.VILLAGE: (Relation.OWN, Relation.ABOVE, Relation.SIDEWAYS),
}


class Undeclared(LookupError):
    """An address whose view declares no gate."""


@dataclass(frozen=True)
class Address:
    """What an address declares, in the words of its view: gate, what it names, the capability that finds it; the package it stands in."""

    gate: Any
    of: str | None
    by: Any
    procedure: str


def named_views():
    """URL name → Address, for every named address of the portal. Raises `Undeclared` for a view without a gate."""
    return dict(sorted(_walk(get_resolver().url_patterns)))


def _walk(patterns, takes=False):
    for pattern in patterns:
        has_arguments = takes or bool(pattern.pattern.converters)
        if not isinstance(pattern, URLPattern):
            yield from _walk(pattern.url_patterns, has_arguments)
        elif pattern.name:
            yield pattern.name, address_of(pattern, has_arguments)


def address_of(pattern, has_arguments):
    """An address without arguments names nothing but the city, whatever its view can name elsewhere."""
    view = pattern.callback
    if not hasattr(view, "gate"):
        raise Undeclared(f"the view of {pattern.name!r} declares no gate")
    named = view.of if has_arguments or view.of == CITY else None
    return Address(view.gate, named, view.by, view.__module__.rpartition(".")[0].removesuffix(".public"))


def relations(view, role):
    """The relations that exist for this address and role; all of them where place plays no part."""
    if not places_matter(view, role) or role not in STANDINGS:
        return tuple(Relation)
    if view.of == CITY:
        return (Relation.OWN, Relation.ABOVE)
    return EXISTING.get(STANDINGS[role].level, tuple(Relation))


def places_matter(view, role):
    """Whether the place decides, once the gate is passed."""
    return bool(view.of) and gate_outcome(view.gate, role) == Outcome.ALLOWED and holders(view) is not None


def holders(view):
    """The roles whose capability finds what the address names; None where it is found without one."""
    if view.by == CODE:
        return None
    if view.of in {ATTACHMENT, CASE}:
        return frozenset().union(*(model.view_capability.roles for model in registry.case_models().values()))
    if view.by == STEP:
        steps = registry.case_models()[view.of].flow.steps
        return view.gate.roles & frozenset().union(*(getattr(step.needs, "roles", ()) for step in steps))
    return None if isinstance(view.by, str) else view.by.roles


def expected(view, role, relation):
    """What the role gets at this view for a thing in this relation."""
    if view.by == CODE:
        return Outcome.NOT_FOUND if view.of == ATTACHMENT else Outcome.ASK_CODE
    outcome = gate_outcome(view.gate, role)
    if not places_matter(view, role):
        return outcome
    if role not in holders(view):
        return Outcome.NOT_FOUND
    if relation == Relation.OWN or (relation == Relation.BELOW and STANDINGS[role].territorial):
        return outcome
    return Outcome.REFUSED if view.of == CITY else Outcome.NOT_FOUND


def gate_outcome(gate, role):
    """What the gate alone says to a role whose sign-in is finished."""
    if gate == PUBLIC:
        return Outcome.ALLOWED
    if role == ANONYMOUS:
        return Outcome.SIGN_IN
    if gate == SIGNED_IN:
        return Outcome.ALLOWED
    if role == Role.RESIDENT:
        return Outcome.CHOOSE_POST
    return Outcome.ALLOWED if role in gate.roles else Outcome.REFUSED


def lines():
    """Every URL name × role × relation with its outcome."""
    for name, view in named_views().items():
        for role in ACTORS:
            for relation in relations(view, role):
                yield {
                    "url": name,
                    "gate": str(view.gate),
                    "names": view.of,
                    "role": str(role),
                    "relation": str(relation),
                    "outcome": str(expected(view, role, relation)),
                }


def capability_table():
    """Chapter by chapter: each capability with the roles that hold it, and a mark per role in the order of `Role`."""
    return [
        {"title": chapter.title, "rows": [capability_row(held) for held in chapter.capabilities]}
        for chapter in registry.chapters()
        if chapter.capabilities
    ]


def capability_row(capability):
    holding = [role for role in Role if role in capability.roles]
    return {"capability": capability, "marks": [role in holding for role in Role], "roles": holding}


def role_table():
    """The same the other way round: each role with what it may do."""
    held = registry.declared("capabilities")
    return [{"role": role, "capabilities": [one for one in held if role in one.roles]} for role in Role]
