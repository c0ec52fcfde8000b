"""A year of joint meetings of a district, the city and a sub-district: held, decided, carried out, late, and one still to come."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile

from disputes.mediation.models import Mediation
from disputes.meetings.demo import texts
from disputes.meetings.models import Meeting
from disputes.meetings.permissions import CALLERS, MEMBERS
from disputes.meetings.services import invitable, plan
from disputes.resolutions.models import Resolution
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.models import Office, Post

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT, DAY, HOUR = timedelta(days=12), timedelta(days=1), timedelta(hours=1)
CENTRE, GROUP, CITY, TOWN = "centre-150102", "leading_group-150102", "centre-1501", "township-150102001"
STORIES = ((310, CENTRE, texts.HEATING), (200, GROUP, texts.WAGES), (120, CENTRE, texts.PROPERTY), (75, CITY, texts.CITY),
           (60, TOWN, texts.TOWN), (24, CENTRE, texts.WINTER))  # fmt: skip
PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def seed(*, rng, scale, count, at, say):
    """Nothing for a city in bulk, or when there are some already."""
    if scale != "demo" or Meeting.objects.exists():
        return
    people, offices = serving(), {office.code: office for office in Office.objects.in_use().select_related("place")}
    with loading_history(since=at - RECENT), rules_read_once():
        for days, caller, said in STORIES:
            Story(rng, people, offices, now=at).tell(at - days * DAY, caller, said)
        Story(rng, people, offices, now=at).announce_next(at - HOUR, CENTRE, texts.COMING)
        ring_all(Meeting, at=at)
        ring_all(Resolution, at=at)
    say(f"joint meetings: {len(STORIES) + 1} told, {Resolution.objects.count()} decisions")


def serving():
    """The people of every office that calls or attends, the named ones first: {office: [user]}."""
    found = {}
    for post in Post.objects.filter(user__is_demo=True, role__in=CALLERS | MEMBERS).with_office().order_by("-user__password", "pk"):
        post.user.acting_post = post
        found.setdefault(post.office_id, []).append(post.user)
    return found


class Story:
    """One meeting on its way; `at` is its clock."""

    def __init__(self, rng, people, offices, *, now):
        self.rng, self.people, self.offices, self.now = rng, people, offices, now

    def tell(self, day, caller, said):
        """Called a week before, held, minuted, and every decision as far as it has come."""
        self.plan(day - 8 * DAY, caller, said)
        self.invite([code for _n, _task, code, _days, _fate in said[5]])
        self.take("announce", self.clerk)
        self.reply()
        self.at = self.meeting.meet_at + 3 * HOUR
        self.hold(said)
        for resolution, (_n, _task, _code, _days, fate) in zip(
            Resolution.objects.filter(meeting=self.meeting).order_by("pk"), said[5], strict=True
        ):
            self.carry(resolution, fate)

    def plan(self, at, caller, said):
        kind, title, purpose, chair, agenda, _decisions = said
        self.at, self.office = self._in_hours(at), self.offices[caller]
        self.clerk = self.people[self.office.pk][0]
        meet_at = datetime.combine(self.at.date() + 8 * DAY, time(9, 30), CITY_TIME)
        facts = {
            "kind": kind,
            "title": title,
            "purpose": purpose,
            "chair": chair,
            "venue": f"{self.office.place.short_name}综治中心三楼会议室",
        }
        self.meeting = plan(office=self.office, by=self.clerk, at=self.at, meet_at=meet_at, **facts)
        for topic, presenter, _discussion in agenda:
            self.take("add_item", self.clerk, topic=topic, presenter=self.offices.get(presenter), matter=None)

    def invite(self, needed):
        """Those who are made responsible, and some others."""
        wanted = {self.offices[code].pk for code in needed}
        rows = [office for office in invitable(self.meeting) if office.pk in self.people]
        others = [office for office in rows if office.pk not in wanted]
        chosen = [office for office in rows if office.pk in wanted] + self.rng.sample(others, min(4, len(others)))
        missing = [self.offices[code] for code in needed if self.offices[code].pk not in {one.pk for one in rows}]
        self.take("invite", self.clerk, offices=chosen + [one for one in missing if one != self.office], other=None)

    def reply(self):
        members = [*self.meeting.members.select_related("office")]
        for index, member in enumerate(members):
            self.at += 3 * HOUR
            who = f"{self.rng.choice(texts.SURNAMES)}某某，{self.rng.choice(texts.SENT)}"
            by = self.people[member.office_id][0]
            if index == len(members) - 1 and len(members) > 3:
                self.take("excuse", by, note="与其他会议时间冲突。")
            else:
                self.take("confirm", by, representative=who)

    def hold(self, said):
        present = [*self.meeting.members.filter(reply="coming")]
        self.take("hold", self.clerk, note=texts.COURSE, present=present)
        items = [*self.meeting.items.all()]
        for item, (_topic, _presenter, discussion) in zip(items, said[4], strict=True):
            self.take("record_item", self.clerk, item=item, discussion=discussion)
        for number, task, owner, days, _fate in said[5]:
            due_on = (self.at + days * DAY).date()
            self.take("decide", self.clerk, item=items[number], task=task, owner=self.offices[owner], due_on=due_on)
        self.at += DAY
        self.take("issue", self.clerk)

    def carry(self, resolution, fate):
        """Done in time, done late after being pressed, reported, or still open."""
        owner, end = self.people[resolution.owner_id][0], datetime.combine(resolution.due_on, time(11), CITY_TIME)
        if fate == "overdue":
            self.step(resolution, end + 2 * DAY, "remind", self.clerk, note=texts.PRESSED)
        if fate == "open":
            self.step(resolution, resolution.opened_at + 5 * DAY, "progress", owner, note=texts.PROGRESS, files=[])
        if fate in {"done", "late", "reported"}:
            ready = {"done": end - 3 * DAY, "late": end + 6 * DAY}.get(fate, self.now - DAY)
            resolution = self.step(resolution, ready, "report", owner, note=texts.DONE, files=[proof()])
        if fate in {"done", "late"}:
            self.step(resolution, resolution.reported_at + 2 * DAY, "accept", self.clerk, note=texts.ACCEPTED)

    def step(self, case, moment, name, by, **given):
        """A step of a decision; what would lie ahead is left out."""
        at = self._in_hours(moment)
        if at >= self.now:
            return case
        case = Resolution.objects.for_step().get(pk=case.pk)
        ring(case, at=at)
        return engine.take(case, name, by=by, at=at, **given)

    def announce_next(self, at, caller, said):
        """The one still to come, with a dispute on its agenda."""
        self.plan(at, caller, said)
        matter = Mediation.objects.within(self.office.place_path).ongoing().open_to_all().order_by("-pk").first()
        if matter is not None:
            self.take("add_item", self.clerk, topic="分歧较大的邻里纠纷", presenter=None, matter=matter)
        self.invite([])
        self.take("announce", self.clerk)

    def take(self, name, by, **given):
        self.meeting = engine.take(Meeting.objects.for_step().get(pk=self.meeting.pk), name, by=by, at=self.at, **given)

    def _in_hours(self, moment):
        local = moment.astimezone(CITY_TIME)
        return local.replace(hour=self.rng.randrange(9, 17), minute=self.rng.randrange(60), second=0, microsecond=0)


def proof():
    return SimpleUploadedFile("落实情况.pdf", PAPER, content_type="application/pdf")
