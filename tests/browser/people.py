"""The town of the browser tests: its offices, its people, and a way in that skips the form where signing in is not the point."""

from base64 import b32decode
from functools import cached_property

from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from disputes.complaints.models import Category
from disputes.complaints.services import file_complaint
from governance.files.models import PendingUpload
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.web.account.services import set_up_demo_totp
from governance.web.saved import SavedFilter
from tests import actors

SECRET = "JBSWY3DPEHPK3PXP"
OFFICES = (
    (OfficeType.HOTLINE, actors.CITY),
    (OfficeType.CENTRE, actors.CITY),
    (OfficeType.CENTRE, actors.COUNTY),
    (OfficeType.TOWNSHIP, actors.TOWNSHIP),
    (OfficeType.VILLAGE, actors.VILLAGE),
)
WORDS = "楼下烧烤店夜里吵闹到十二点以后，孩子睡不着，希望劝导商家按时关门。"
WAY = {
    "classify": lambda case: {"kind": case.kind, "category": case.category, "urgency": case.urgency},
    "dispatch": lambda case: {"office": case.suggested_office},
    "sign": lambda case: {},
    "contact": lambda case: {"note": "已与反映人通话，约定周五到现场查看。"},
    "reply": lambda case: {"note": "已约谈商家，签订承诺书，夜间十点后不再使用喇叭。"},
    "call_back": lambda case: {"reached": True, "solved": "yes", "satisfaction": "fairly"},
    "close": lambda case: {},
}


class Town:
    """Everything is committed: the portal, in its own threads, sees the same town."""

    def __init__(self):
        for kind, code in OFFICES:
            actors.office(kind, code)

    @cached_property
    def operator(self):
        return actors.actor(Role.HOTLINE_OPERATOR, name="云晓燕")

    @cached_property
    def clerk(self):
        return actors.actor(Role.TOWNSHIP_CLERK, name="李秀梅")

    @cached_property
    def official(self):
        return actors.actor(Role.LEADING_OFFICIAL, name="吴建华")

    @cached_property
    def administrator(self):
        return actors.actor(Role.ADMINISTRATOR, name="马骏")

    def filed(self, words=WORDS):
        """A complaint of the home village with the code of its receipt, as `Filed`."""
        noise = Category.objects.leaves().exclude(routes__level="village").filter(urgency="normal").first()
        return file_complaint(
            at=timezone.now(), place=actors.place(actors.VILLAGE), category=noise, kind="complaint",
            description=words, phone="13800000000", name="张三",
        )  # fmt: skip

    def complaint(self, until=None):
        """A complaint taken along the usual way, up to and with the step `until`."""
        return self.take(self.filed().complaint, until=until)

    def take(self, case, *, until):
        for step in list(WAY)[: list(WAY).index(until) + 1] if until else ():
            by = self.clerk if step in {"sign", "contact", "reply"} else self.operator
            case = engine.take(case, step, by=by, at=timezone.now(), **WAY[step](case))
        return case

    def enter(self, page, person):
        """Sign the person in on the browser of this page, without the form."""
        client = Client()
        client.force_login(person, backend="governance.people.backends.PeopleBackend")
        session = client.session
        session["acting_post"] = person.acting_post.pk
        session.save()
        page.goto("/healthz")
        page.context.add_cookies([{"name": "sessionid", "value": session.session_key, "url": page.url}])

    def forget(self):
        """Take away what the pages left beside cases, people and offices."""
        for model in (Session, SavedFilter, PendingUpload, TOTPDevice, StaticDevice):
            model.objects.all().delete()


def secure(person):
    """Give the person a second factor; `code_now(SECRET)` reads it."""
    set_up_demo_totp(person, SECRET)
    return person


def code_now(secret):
    """The six digits an authenticator shows now for a base32 secret (RFC 6238)."""
    return f"{totp(b32decode(secret + '=' * (-len(secret) % 8))):06d}"
