"""A procuratorate, the bureau it recommends something to, and the leading group above both."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from governance.files.checking import check
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from supervision.recommendations.services import send, take_down
from tests import actors
from tests.house.cases import PAPER
from tests.supervision.makers import DOCUMENT

DAY = timedelta(days=1)


@dataclass
class Cast:
    """`prosecutor` sends, `handler` works at the unit, `chief` at the county's leading group, `auditor` reads."""

    prosecutor: Any
    handler: Any
    chief: Any
    auditor: Any

    @property
    def unit(self):
        return self.handler.acting_post.office

    @property
    def sender(self):
        return self.prosecutor.acting_post.office


def gathered():
    actors.office(OfficeType.LEADING_GROUP, actors.CITY)
    people = (Role.SUPERVISING_BODY, Role.DEPARTMENT_HANDLER, Role.LEADING_OFFICE, Role.AUDITOR)
    return Cast(*map(actors.actor, people))


def proof():
    return check(SimpleUploadedFile("整改证明.pdf", PAPER, content_type="application/pdf"))


def sent(cast, at, **facts):
    return send(sender=cast.sender, unit=cast.unit, by=cast.prosecutor, at=at, **{**DOCUMENT, **facts})


def received(cast, at, **facts):
    return engine.take(sent(cast, at, **facts), "receive", by=cast.handler, at=at + DAY, receiver="办公室主任")


def answered(cast, at, *, days=20, **facts):
    case = received(cast, at, **facts)
    given = {"reply_number": "新住建函〔2026〕8号", "files": [proof()]}
    return engine.take(case, "answer", by=cast.handler, at=at + days * DAY, note="已清理通道。\n已建立巡查制度。", **given)


def on_paper(cast, at, **facts):
    """Taken down by the unit three days after it came."""
    told = {"received_on": (at - 3 * DAY).date(), "way": "post", "receiver": "收发室", **DOCUMENT, "document": "呼监建〔2026〕3号", **facts}
    commission = actors.office(OfficeType.COMMISSION, actors.COUNTY, "commission")
    return take_down(sender=commission, unit=cast.unit, by=cast.handler, at=at, **told)
