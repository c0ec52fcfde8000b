"""Where a chapter makes itself known to the core. Imports nothing, so that anything may import it.

A chapter's `AppConfig.ready()` calls `register(Chapter(…))`. The core and `supervision` read what was declared and never import a chapter.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Chapter:
    """What one chapter app brings: everything by value, nothing by import."""

    label: str
    title: str
    capabilities: tuple = ()
    flows: tuple = ()
    models: Mapping[str, Any] = field(default_factory=dict)  # procedure → its case model
    terms: tuple = ()
    indicators: tuple = ()
    intake: Mapping[str, Callable] = field(default_factory=dict)  # procedure → opens a case of it for one handed over
    notices: tuple = ()
    navigation: tuple = ()
    foremost: tuple = ()  # the roles whose daily work this chapter is: they find it first
    desk: tuple = ()  # each: request → cards of the person's desk
    demo: tuple = ()  # each fills its procedure with the demo
    demo_beside: tuple = ()  # the same, told beside `demo` from its beginning
    demo_after: tuple = ()  # labels of the chapters whose demo this one's goes on from
    demo_last: tuple = ()  # each tells its demo when every chapter's is told: what counts the cases of all of them
    tracking: tuple = ()  # each: (user, case) when a person opened a case with its query code
    doors: tuple = ()  # doors of the public home page
    panels: tuple = ()  # each: (request, case) → {"template": …, what it needs} on the left of a case, or None
    dependents: tuple = ()  # each: case → the cases that hang on it, and keep out whom it keeps out
    told: tuple = ()  # each: case → {"template": …, what it needs} on the page of whoever has number and query code, or None
    demo_access: Mapping[str, Callable] = field(default_factory=dict)  # name → () → what `demo_accounts` prints beside the accounts
    listeners: tuple = ()  # each: (event, case) → None, inside the transaction of every event
    advice: tuple = ()  # each: (text, category) → {"template": …, what it needs} beside a filing that is being written, or None
    published_months: tuple = ()  # each: () → the months a chapter has published; the open data wait for all of them
    tracked: tuple = ()  # models beside the cases that number and query code open
    audited: tuple = ()  # models that are no cases, and have a number, a place and a timeline
    evidence: tuple = ()  # each a governance.cases.evidence.Evidence: what shows that a duty of the regulation is met
    owed: tuple = ()  # each: (office, user, at) → governance.cases.owing.Owed lines of what no clock tells
    worked: tuple = ()  # each a governance.cases.worked.Worked: what a person's work is counted by
    starts: Mapping[str, str] = field(default_factory=dict)  # role → the name of its first page; others begin at the desk
    offline: tuple = ()  # each a governance.web.offline.OfflineSheet: a page that opens without network
    beside_incident: tuple = ()  # each: (incident, by=user) → {"title": …, "rows": …, "link": …} on the command board, or None
    banners: tuple = ()  # each: request → what stands on top of every public page ({"shown": …, "more": …, "all_url": …}), or None
    loaders: tuple = ()  # each loads the first content of a table: () → {kind: rows added}


_chapters: dict[str, Chapter] = {}
_listeners: list[Callable] = []
_declared: dict = {}  # what was asked of the chapters, until one more is registered


def register(chapter):
    """Make a chapter known; the last word counts, so that a reload changes nothing."""
    _chapters[chapter.label] = chapter
    _declared.clear()
    for listener in chapter.listeners:
        on_event(listener)


def chapter_of(label, title, *procedures):
    """A chapter put together from what each of its procedures brings (its `PARTS`)."""
    found = {}
    for parts in procedures:
        for kind, things in parts.items():
            if isinstance(things, Mapping):
                found[kind] = {**found.get(kind, {}), **things}
            else:
                found[kind] = (*found.get(kind, ()), *things)
    return Chapter(label=label, title=title, **found)


def chapters():
    return tuple(_chapters.values())


def declared(kind):
    """All things of one kind (`capabilities`, `flows`, `terms`, `indicators`, `notices`, `navigation`) over every chapter."""
    if kind not in _declared:
        _declared[kind] = tuple(thing for chapter in _chapters.values() for thing in getattr(chapter, kind))
    return _declared[kind]


def declared_by(kind, name):
    """{value of the attribute `name`: the things of one kind that have it}, each in the order in which they were declared."""
    if (kind, name) not in _declared:
        found = _declared[kind, name] = {}
        for thing in declared(kind):
            found.setdefault(getattr(thing, name), []).append(thing)
    return _declared[kind, name]


def case_models():
    """procedure → case model, over every chapter."""
    return {name: model for chapter in _chapters.values() for name, model in chapter.models.items()}


def demo_access():
    """name → () → facts, over every chapter: what else opens the demo."""
    return {name: build for chapter in _chapters.values() for name, build in chapter.demo_access.items()}


def start_of(role):
    """The name of the page a role begins with after signing in."""
    return next((chapter.starts[role] for chapter in _chapters.values() if role in chapter.starts), "desk")


def person_of(procedure):
    """What the person is called who takes the steps of a resident in this procedure; "" for what is none."""
    return next((flow.person for flow in declared("flows") if flow.procedure == procedure), "")


def intake_of(procedure):
    """How a case of another procedure becomes one of this; None where it takes none over."""
    return next((chapter.intake[procedure] for chapter in _chapters.values() if procedure in chapter.intake), None)


def on_event(listener):
    """Call `listener(event, case)` inside the transaction of every event written from now on."""
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


def listeners():
    return tuple(_listeners)
