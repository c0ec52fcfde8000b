"""Who is told what, and when: a procedure lists its rules in `notices.py` and hands them over with its chapter."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from governance.notices.enums import Channel

PORTAL_AND_MAIL = (Channel.IN_APP, Channel.MAIL)


@dataclass(frozen=True)
class NoticeRule:
    """On an event of this kind, tell these people by these ways.

    `event` is the kind of the event (`complaints.dispatch`, `deadline.lapsed`). `procedure` narrows it to one
    procedure and follows from the event unless the core speaks (`deadline.*`). Either `to` names users, or `phone`
    (a `SealedPhone`) stands for the person concerned, who gets a text message.

    `title` and `body` hold placeholders: %(number)s, %(label)s (what happened), %(state)s, %(office)s, %(place)s,
    %(site)s (the portal's address) and %(due)s – the end of the open clock named by `term`, or of the clock the
    event speaks of. `facts` (event, case → dict) adds what this rule alone may tell besides: when and where to come. Nothing
    else gets into a notice, so that none ever carries contact data or what a person wrote.
    """

    name: str
    event: str
    title: Any
    body: Any
    to: Callable | None = None
    phone: Any = None
    channels: tuple = PORTAL_AND_MAIL
    procedure: str = ""
    term: str = ""
    when: Callable | None = None
    facts: Callable | None = None

    def __post_init__(self):
        if (self.to is None) == (self.phone is None):
            raise ValueError(f"{self.name}: name either users (to) or the person concerned (phone)")
        if self.phone is not None:
            object.__setattr__(self, "channels", (Channel.SMS,))
        elif Channel.SMS in self.channels:
            raise ValueError(f"{self.name}: text messages go to the person concerned alone")
        if not self.procedure:
            object.__setattr__(self, "procedure", self._own_procedure())

    def _own_procedure(self):
        procedure, _dot, _step = self.event.partition(".")
        if procedure == "deadline":
            raise ValueError(f"{self.name}: every procedure has deadlines, so name the procedure")
        return procedure

    def applies(self, event, case):
        """Whether this event of this case is to be told."""
        if event.kind != self.event or case.flow.procedure != self.procedure:
            return False
        return self.when is None or self.when(event, case)
