"""A file about an incident for another city, and one from there."""

from datetime import timedelta

from emergencies.exchanges import rules, services
from governance.people.enums import Role
from tests import actors
from tests.emergencies.cooperation.makers import partner
from tests.emergencies.incidents.makers import incident


def shared(incident, by, at, *, code="150200", request="请协查。"):
    return services.share(incident, partner(code), request=request, by=by, at=at)


def exchange(scene):
    """A file about an incident the scene's office holds."""
    return shared(incident(scene), actors.actor(Role.LEADING_OFFICE), scene.at)


def heard(at, *, serial=1, number="BT-0007", changes=(), **told):
    """The content of a file from Baotou; `changes` are (field, value) of the file, the rest of the incident in it."""
    about = {
        "title": "危化品运输车侧翻", "kind": "chemicals", "occurred_at": services.stamp(at - timedelta(hours=1)), "place": "包头市",
        "address": "京藏高速", "description": "罐车侧翻，少量泄漏。", "figures": {"lightly_hurt": 1}, **told,
    }  # fmt: skip
    sides = {"from": {"code": "150200", "name": "包头市"}, "to": {"code": "150100", "name": "呼和浩特市"}}
    content = {"format": rules.FORMAT, **sides, "number": number, "serial": serial, "made_at": services.stamp(at), "incident": about}
    return rules.sealed({**content, **dict(changes)})


MAKERS = {"exchanges": lambda scene: {"pk": exchange(scene).pk}}
PLAIN = {"exchanges_paper.form": lambda: "docx"}
