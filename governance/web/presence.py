"""Who else has a case open: a hint among those who work it, kept for a minute in the cache and nowhere else.

Who may only read (auditors, leaders) neither leaves a trace nor learns who is at work. While the cache is down there is no hint, and the
page is as it always is.
"""

import logging
import time

import redis
from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import render

from governance import registry
from governance.access.scope import may
from governance.queue import Breaker
from governance.web.page import SIGNED_IN, action, find

logger = logging.getLogger(__name__)

LASTS = 60  # seconds after one was last seen; a page asks every 25
DOWN = (redis.RedisError, OSError)
breaker = Breaker(quiet=30.0)  # a cache that just failed is left alone: no page waits for it twice


def works_on(case, user):
    """Whether any step of the case's flow is this person's to take, now or later."""
    return user.acting_post is not None and any(may(user, step.needs, case) for step in case.flow.steps if hasattr(step.needs, "roles"))


def present(case, user):
    """Note that the person looks at the case, and name the others: [{name, office}], the longest there first."""
    if not works_on(case, user) or breaker.is_open(at=time.monotonic()):
        return []
    key, now = f"presence:{case.flow.procedure}:{case.pk}", time.time()
    try:
        seen = {who: line for who, line in (cache.get(key) or {}).items() if now - line["at"] < LASTS}
        since = seen.get(user.pk, {}).get("since", now)
        mine = {"name": user.name, "office": user.acting_post.office.short_name, "since": since, "at": now}
        cache.set(key, {**seen, user.pk: mine}, timeout=LASTS)
    except DOWN as error:
        breaker.trip(at=time.monotonic())
        logger.warning("the cache is down, nobody is told who has a case open: %s", error)
        return []
    return sorted((line for who, line in seen.items() if who != user.pk), key=lambda line: line["since"])


@action(SIGNED_IN, of="case")
def look(request, procedure, number):
    """The same for a page that is open already. Nothing new to say is an empty answer, so that nothing is read out twice."""
    model = registry.case_models().get(procedure)
    if model is None:
        raise Http404
    asked = model.objects.only("number", "place_path", "office_ids", "barred_ids", "barred_people")
    case = find(asked, request.user, model.view_capability, number=number)
    others = present(case, request.user) if request.method == "POST" else []
    if request.POST.get("shown", "") == signature(others):
        return HttpResponse(status=204)
    return render(request, "cases/_present.html", {"present": others})


def signature(others):
    return "、".join(f"{line['name']}（{line['office']}）" for line in others)
