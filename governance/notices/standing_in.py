"""代管: what is addressed to a person who is away also reaches the colleague who stands in, as long as that one may see the case."""

from dataclasses import dataclass, field
from typing import Any

from governance.access.scope import who_may
from governance.people.models import Leave


@dataclass
class StandingIn:
    """Who stands in for whom at the moment of an event, read once for all the rules that tell of it."""

    event: Any
    case: Any
    _leaves: list | None = None
    _may_see: dict = field(default_factory=dict)

    def for_all(self, people):
        """Pairs of the colleague and the person who is away; who is told anyway is not told twice."""
        named, found = {person.pk for person in people}, []
        told = named | {self.event.by_id}
        for leave in self._running() if named else ():
            deputy = leave.deputy.user
            if leave.post.user_id in named and deputy.pk not in told and self._sees(deputy):
                told.add(deputy.pk)
                found.append((deputy, leave.post.user))
        return found

    def _running(self):
        if self._leaves is None:
            self._leaves = list(Leave.objects.running(self.event.at).select_related("post__user", "deputy__user"))
        return self._leaves

    def _sees(self, deputy):
        view = getattr(self.case, "view_capability", None)
        if view and deputy.pk not in self._may_see:
            self._may_see[deputy.pk] = who_may(view, self.case).filter(pk=deputy.pk).exists()
        return self._may_see.get(deputy.pk, False)
