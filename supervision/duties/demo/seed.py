"""A year of documents: most of what was due came, some came early, a few papers were handed back; two gaps became drafts of findings."""

from datetime import datetime, time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from governance.cases.services import next_numbers
from governance.files.checking import check
from governance.files.services import attach
from governance.notices.services import loading_history
from governance.papers.blocks import Block
from governance.papers.pdf import PDF, Part, pdf
from governance.people.enums import Role
from governance.people.models import Office, Post
from governance.timeline.record import record_first
from supervision.duties.models import Duty, DutyState, Filing
from supervision.duties.rules import is_past
from supervision.duties.services import bound_by, give_back, raise_gap, refresh, remind

CAME, CAME_EARLY = 0.86, 0.45  # shares of the documents that were due, and of those that are not due yet
RETURNED, RAISED = 2, 2
DAYS_AFTER = 20  # from the document's date to its filing, at most


def seed(*, rng, scale, count, at, say):
    if scale != "demo" or Filing.objects.exists():
        return
    clerks = people()
    if not clerks.get(None):
        return
    filings = [filing for filing in papers(rng, at) if filing]
    for filing, number in zip(filings, next_numbers([filing.at for filing in filings]), strict=True):
        filing.number, filing.by, filing.version = number, clerks.get(filing.office_id, clerks[None]), 1
    told = {"kind": "duties.filed", "label": "报送材料"}
    with transaction.atomic():
        Filing.objects.bulk_create(filings, batch_size=1000)
        record_first([(filing, told | {"by": filing.by, "at": filing.at, "note": filing.title}) for filing in filings])
        add_files(filings)
    rows = refresh(timezone.localdate(at).year, at=at)
    hand_back(at)
    raise_some(at)
    with loading_history(since=at):
        remind(at=at)
    say(f"duties: {rows} rows, {len(filings)} documents")


def people():
    """{office: somebody who serves there}; under None the city's leading group's office, which files for whom nobody serves."""
    posts = Post.objects.filter(user__is_demo=True).select_related("user", "office__place").order_by("-pk")
    found = {post.office_id: post.user for post in posts}
    leading = next((post for post in posts if post.role == Role.LEADING_OFFICE and post.office.place.level == "city"), None)
    return found | {None: leading and leading.user}


def papers(rng, at):
    """The documents of the year, each filed within days of its date."""
    offices, today = list(Office.objects.in_use().select_related("place")), timezone.localdate(at)
    for duty in Duty.objects.in_force(today).exclude(document=""):
        share = CAME if is_past(duty.period, duty.due_on, year=today.year, today=today) else CAME_EARLY
        for office in bound_by(duty, offices):
            yield paper(rng, duty, office, today) if rng.random() < share else None


def paper(rng, duty, office, today):
    january = today.replace(month=1, day=5)
    issued = january + timedelta(days=rng.randrange(max((today - january).days - DAYS_AFTER, 1)))
    filed = datetime.combine(issued + timedelta(days=rng.randrange(1, DAYS_AFTER)), time(rng.randrange(9, 17), 20))
    return Filing(
        code=duty.code, duty=duty, office=office, year=today.year, title=duty.document[:100], issued_on=issued,
        at=timezone.make_aware(filed),
        document_number=f"{office.place.short_name[:2]}社治发〔{today.year}〕{rng.randrange(1, 90)}号", place_path=office.place.path,
        office_ids=[office.pk],
    )  # fmt: skip


def add_files(filings):
    """The papers of the city and of the home county can be opened; one sheet stands for all of them."""
    lines = (("title", "落实材料（演示）"), ("body", "本件为演示材料，代替责任单位报送的正式文件。"), ("right", "呼和浩特市社会治理平台"))
    sheet = pdf([Part("落实材料", [Block(kind, text) for kind, text in lines])], title="落实材料")
    for filing in filings:
        if filing.place_path == "1501" or filing.place_path.startswith("150102"):
            file = check(SimpleUploadedFile(f"{filing.title}.pdf", sheet, content_type=PDF))
            attach(filing, file, by=filing.by, at=filing.at, public=False)


def hand_back(at):
    """Two papers of the home county did not show what they should."""
    someone = leading("150102")
    for filing in Filing.objects.standing().filter(place_path="150102").order_by("pk")[:RETURNED] if someone else ():
        give_back(filing, by=someone, at=at, reason="只有工作计划，没有落实情况，请补充后重新报送。")


def raise_some(at):
    """The county's leading group raised gaps of its townships."""
    someone = leading("150102")
    gaps = DutyState.objects.gaps().filter(place_path__startswith="150102", office__type="township").in_order()
    for row in gaps[:RAISED] if someone else ():
        raise_gap(row, by=someone, at=at)


def leading(path):
    """Whoever serves at the office of a leading group."""
    post = Post.objects.with_office().filter(role=Role.LEADING_OFFICE, office__place__path=path, user__is_demo=True).order_by("pk").first()
    if post:
        post.user.acting_post = post
    return post and post.user
