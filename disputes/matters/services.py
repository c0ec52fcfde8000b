"""Makes the list of administrative mediation: drafts, the second key, publication, versions, withdrawal (Art. 39)."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from disputes.matters import rules
from disputes.matters.enums import VersionState
from disputes.matters.models import TEXTS, Matter, MatterSample, MatterVersion
from governance.cases.services import next_number
from governance.flow import engine
from governance.people.enums import OfficeType
from governance.people.models import Office

JUSTICE = "justice"  # the trade of the bureau that turns the second key


def justice_of(body):
    """The justice bureau of the same level, or None: also for a justice bureau itself, which cannot agree to its own draft."""
    rows = Office.objects.in_use().filter(type=OfficeType.BUREAU, trade=JUSTICE, place=body.place_id)
    return rows.exclude(pk=body.pk).first()


def may_draft(user):
    """Whether the person acts for a bureau that has a second key beside it."""
    post = user.acting_post
    return bool(post) and post.office.type == OfficeType.BUREAU and justice_of(post.office) is not None


def samples_for(user):
    """The models of the own line that the office has not drafted yet."""
    office = user.acting_post.office
    known = Matter.objects.ongoing().filter(body=office).values("title")
    return MatterSample.objects.filter(trade=office.trade).exclude(title__in=known)


def draft(*, by, at, submission=None, **texts):
    """The body writes a matter down and hands it to its justice bureau. The same `submission` never drafts twice."""
    if earlier := submission and Matter.objects.filter(submission=submission).first():
        return earlier
    body = by.acting_post.office
    justice = justice_of(body)
    if justice is None:
        raise engine.StepRefused(_("本级没有可以会签的司法局，不能拟定。"))
    matter = Matter(place=body.place, place_path=body.place.path, body=body, asked_by=by, submission=submission, **texts)
    matter.office_ids = [body.pk]
    matter.hand_to(justice)
    try:
        with transaction.atomic():
            matter.number = next_number(at=at)
            engine.begin(matter, by=by, at=at)
            _keep(matter, texts, by=by, at=at)
    except IntegrityError as refused:
        raise engine.StepRefused(_("本单位已有同名的行政调解事项。")) from refused
    return matter


def _keep(matter, texts, *, by, at, reason=""):
    return MatterVersion.objects.create(
        matter=matter, reason=reason, drafted_by=by, drafted_office=matter.body, drafted_at=at, **{name: texts[name] for name in TEXTS}
    )


def told(given):
    """The texts a step was given, by the names of the columns."""
    return {name: given[f"new_{name}"] for name in TEXTS}


def refuse_own(matter, taken):
    """Two keys: two people of two offices."""
    keys = {"drafter": matter.asked_by_id, "office": matter.body_id, "by": taken.by.pk, "by_office": taken.by.acting_post.office_id}
    if rules.turns_both_keys(**keys):
        raise engine.StepRefused(_("拟定和会签必须由两个单位的两个人分别办理。"))


def to_body(matter):
    matter.hand_to(matter.body)


def to_justice(matter):
    """Hand it to the bureau of the same level; refused where there is none any more."""
    justice = justice_of(matter.body)
    if justice is None:
        raise engine.StepRefused(_("本级没有可以会签的司法局，不能送会签。"))
    matter.hand_to(justice)


@engine.after("matters", "agree")
def publish(matter, taken):
    """The second key: the waiting version becomes the public text, numbered and dated."""
    refuse_own(matter, taken)
    version = matter.versions.waiting().select_for_update(of=("self",)).get()
    version.state, version.edition, version.note = VersionState.PUBLISHED, matter.edition + 1, taken.note
    version.agreed_by, version.agreed_office, version.agreed_at = taken.by, taken.by.acting_post.office, taken.at
    version.save()
    for name in TEXTS:
        setattr(matter, name, getattr(version, name))
    matter.edition, matter.published_at = version.edition, taken.at
    to_body(matter)


@engine.after("matters", "send_back", "reject_revision")
def refuse(matter, taken):
    """What is public stays as it is."""
    refuse_own(matter, taken)
    facts = {"state": VersionState.REFUSED, "note": taken.note, "agreed_at": taken.at}
    matter.versions.waiting().update(agreed_by=taken.by, agreed_office=taken.by.acting_post.office, **facts)
    to_body(matter)


@engine.after("matters", "amend")
def amend(matter, taken):
    """Not public yet: the matter itself is what was drafted last."""
    texts = told(taken.given)
    for name in TEXTS:
        setattr(matter, name, texts[name])
    refuse_namesake(matter, matter.title)
    _ask(matter, taken, texts)


@engine.after("matters", "revise")
def revise(matter, taken):
    texts = told(taken.given)
    if not rules.differs({name: getattr(matter, name) for name in TEXTS}, texts):
        raise engine.StepRefused(_("没有修改任何内容。"))
    refuse_namesake(matter, texts["title"])
    _ask(matter, taken, texts)


def _ask(matter, taken, texts):
    matter.asked_by = taken.by
    _keep(matter, texts, by=taken.by, at=taken.at, reason=taken.note)
    to_justice(matter)


def refuse_namesake(matter, title):
    if Matter.objects.ongoing().filter(body=matter.body_id, title=title).exclude(pk=matter.pk).exists():
        raise engine.StepRefused(_("本单位已有同名的行政调解事项。"))


@engine.after("matters", "ask_withdrawal")
def ask_withdrawal(matter, taken):
    matter.asked_by = taken.by
    to_justice(matter)


@engine.after("matters", "agree_withdrawal")
def withdraw(matter, taken):
    """It stays readable, marked as withdrawn."""
    refuse_own(matter, taken)
    matter.withdrawn_at = taken.at


@engine.after("matters", "reject_withdrawal")
def keep_public(matter, taken):
    refuse_own(matter, taken)
    to_body(matter)
