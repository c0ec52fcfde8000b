"""What addresses of warnings and subscriptions can name, made in a scene."""

from emergencies.subscriptions.services import ask
from emergencies.subscriptions.services import entered as asked_for
from emergencies.subscriptions.services import key_of as key_of_subscription
from emergencies.warnings.models import Warning, WarningKind
from emergencies.warnings.services import draft as draft_warning
from governance.flow import engine
from tests import actors
from tests.actors import days
from tests.emergencies.people import MOMENT, someone
from tests.scenes import first_step, placed


def warned(at, *, by, kind="gale", places=(actors.COUNTY,), **facts):
    """A message drafted by somebody of an office, for a day; facts can be overridden."""
    kind = WarningKind.objects.get(code=kind)
    told = {
        "headline": f"{kind.label}提醒",
        "text": "预计未来24小时有影响，请注意防范。",
        "places": [actors.place(code) for code in places],
    }
    if kind.sort != "statement":
        told["until"] = at + days(1)
    if kind.levels:
        told |= {"level": kind.levels[0], "certainty": "Likely"}
    return draft_warning(by=by, at=at, kind=kind, **{**told, **facts})


def issued(case, at, *, by):
    """… checked and issued by somebody else of the same office."""
    case = engine.take(case, "check", by=by, at=at)
    return engine.take(case, "issue", by=by, at=at)


def warning_at(scene):
    """A tip at the place; nobody's office had it in hand."""
    made = warned(scene.at, by=someone(), kind="other_tip", places=(actors.TOWNSHIP,))
    made.place = actors.place(scene.code)
    made.place_path, made.office_ids = made.place.path, []
    made.save(update_fields=["place", "place_path", "office_ids"])
    return placed(made, scene)


def issued_warning(scene):
    """One that went out, so that it may be in any state, its update among them."""
    made = warning_at(scene)
    Warning.objects.filter(pk=made.pk).update(issued_at=scene.at, messages_sent=1)
    return made


def published_warning():
    """A tip anybody may read: its number."""
    return issued(warned(MOMENT, by=someone(), kind="other_tip", places=(actors.TOWNSHIP,)), MOMENT, by=someone())


def subscription():
    """One that waits for its code."""
    key = ask(way="mail", address="zhang@example.org", place=actors.place(actors.COUNTY), kinds=[], at=MOMENT)
    return asked_for(key)[0]


MAKERS = {
    "warnings": lambda scene: {"number": warning_at(scene).number},
    "issued_warning": lambda scene: {"number": issued_warning(scene).number},
    "warnings.step": lambda scene: first_step(issued_warning(scene), scene),
}
PLAIN = {
    "warnings_create.sort": lambda: "tip",
    "warnings_kind.code": lambda: "gale",
    "warning_published.number": lambda: published_warning().number,
    "warnings_cap_message.identifier": lambda: f"{published_warning().number}-1",
    "enter_warnings_code.key": lambda: ask(way="mail", address="li@example.org", place=actors.place(actors.COUNTY), kinds=[], at=MOMENT),
    "own_warnings_subscription.key": lambda: key_of_subscription(subscription()),
    "end_warnings_at_once.key": lambda: key_of_subscription(subscription()),
}
