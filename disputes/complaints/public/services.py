"""Files what a resident sends, and finds what their pages show."""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from disputes.complaints.public.rules import title_for_strangers
from disputes.complaints.services import file_complaint
from governance.files.models import Attachment, PendingUpload
from governance.files.rules import MOST_FILES
from governance.files.services import claim, hold_all
from governance.web.formats import cn_month
from governance.web.tracking.receipts import Receipt, remember, remembered

MOST_SIMILAR = 5
OFFERED, OFFERED_FOR = "complaints.offered", timedelta(days=1)
FACTS = (
    "kind", "category", "place", "description", "landmark", "latitude", "longitude", "name", "phone", "is_secret",
    "is_anonymous", "against",
)  # fmt: skip


@dataclass(frozen=True)
class Photographs:
    """Files kept for the next page, and a sentence for each that was not."""

    held: list
    refused: list


def keep_photographs(tokens, uploads, *, at):
    """What was held on an earlier page and still waits, with what was sent now."""
    tokens = [token for token in dict.fromkeys(tokens) if token.isprintable()][:MOST_FILES]
    waiting = {held.token: held for held in PendingUpload.objects.waiting(at=at).filter(token__in=tokens)}
    earlier = [waiting[token] for token in tokens if token in waiting]
    fresh = hold_all(uploads, already=len(earlier), at=at)
    lost = [] if len(earlier) == len(tokens) else [_("先前选择的部分文件已过期，请重新选择。")]
    return Photographs([*earlier, *fresh.kept], [*lost, *map(str, fresh.refused)])


def similar(*, place, category, text, at):
    """Open complaints near by on the same matter, as strangers may see them: title, place, month and state, no more.

    Nothing of categories that are not public, nothing of people who asked for secrecy.
    """
    if not category.is_public:
        return []
    found = (
        Complaint.objects.similar_to(place=place, category=category, text=text, at=at)
        .filter(category__is_public=True, is_anonymous=False)
        .exclude(state__in=[State.CLOSED, State.EMERGENCY])
        .select_related("place", "category")
        .order_by("-opened_at", "-id")
    )
    return [
        {
            "title": title_for_strangers(row.title) or row.category.name,
            "place": row.place.short_name,
            "month": cn_month(row.opened_at),
            "state": row.get_state_display(),
            "tone": row.tone,
            "token": signed(row),
        }
        for row in found[:MOST_SIMILAR]
    ]


def signed(complaint):
    """What lets a stranger join a complaint that was offered as the same, and tells nothing of it: no number leaves."""
    return signing.dumps(complaint.pk, salt=OFFERED)


def offered(token):
    """The complaint that was offered under a token, or None."""
    try:
        return Complaint.objects.for_detail().filter(pk=signing.loads(token, salt=OFFERED, max_age=OFFERED_FOR)).first()
    except signing.BadSignature:
        return None


def send(facts, *, submission, at, resident=None, **more):
    """File with its files in one transaction, once: the same submission sent again gets the receipt of the first time.

    `facts` are the cleaned answers, `resident` is the account it belongs to, `more` are further columns. ValidationError when a held file
    has meanwhile expired; then nothing was filed.
    """
    try:
        with transaction.atomic():
            filed = file_complaint(at=at, submission=submission, resident=resident, **{name: facts[name] for name in FACTS}, **more)
            if filed.query_code:
                _claim_in_order(facts["held"], filed.complaint, at=at)
                remember(submission, filed.query_code)
    except IntegrityError:  # sent twice at the same moment
        if receipt := filed_before(submission):
            return receipt
        raise
    return Receipt(filed.complaint.number, filed.query_code or remembered(submission))


def _claim_in_order(uploads, complaint, *, at):
    """Files of a case stand in the order of their moments, so each gets one of its own."""
    for index, upload in enumerate(uploads):
        claim(upload.token, complaint, by=None, at=at + timedelta(microseconds=index))


def filed_before(submission):
    """The receipt of a submission that is filed already, or None."""
    number = Complaint.objects.filter(submission=submission).values_list("number", flat=True).first()
    return Receipt(number, remembered(submission)) if number else None


def account_of(user):
    """The resident's account a filing belongs to: whoever is signed in and serves no office."""
    return user if user.is_authenticated and not user.live_posts else None


def keep_for(user, complaint):
    """Add a complaint to the account of whoever gave its number and code; one that has its owner stays there."""
    if isinstance(complaint, Complaint) and account_of(user):
        Complaint.objects.filter(pk=complaint.pk, resident=None).update(resident=user)


def tracked(number):
    """The complaint of a number. Ask for the person's pass first (`passes.holds`)."""
    return Complaint.objects.for_detail().filter(number=number).first()


def files_for_resident(complaint):
    """What the person sent, and what the office answered with."""
    return Attachment.objects.of(complaint).shown_to_resident()
