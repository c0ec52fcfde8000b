"""The people of a run, signed in as in a browser, and the cases they open and work on."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django_otp import DEVICE_ID_SESSION_KEY, devices_for_user

from disputes.complaints.enums import State
from disputes.complaints.models import Category, Complaint
from governance.people.enums import Role
from governance.people.models import Post
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.acting import SESSION_KEY as POST_KEY
from governance.web.cascade import initial_codes

BACKEND = "governance.people.backends.PeopleBackend"
ASKING = {
    "operator": ("shouliyuan", Role.HOTLINE_OPERATOR),
    "county": ("xinchengzhongxin", Role.CENTRE_OFFICER),
    "township": ("jiedao", Role.TOWNSHIP_CLERK),
    "village": ("shequ", Role.VILLAGE_CLERK),
    "official": ("shilingdao", Role.LEADING_OFFICIAL),
    "county_official": ("qulingdao", Role.LEADING_OFFICIAL),
}
WORKED_ON = 16  # more cases under way than there are clients, so that none waits for another's lock


def gathered():
    """{sessions, cases, detail, filing, rows}: plain values for the process that measures.

    The case of the detail page is none of those worked on: their timelines grow with every run.
    """
    posts = {name: post_of(username, role) for name, (username, role) in ASKING.items()}
    rows = Complaint.objects.count()
    return {
        "rows": rows,
        "sessions": {name: session_of(post) for name, post in posts.items()},
        "cases": worked_on(),
        "detail": Complaint.objects.filter(state=State.HANDLING).order_by("-opened_at").values_list("number", flat=True)[WORKED_ON],
        "filing": filing_answers(),
        "places": filing_places(),
    }


def post_of(username, role):
    return Post.objects.with_office().get(user__username=username, role=role)


def session_of(post):
    """A signed-in session with the post chosen and the second factor shown, where the role needs one."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(post.user_id), BACKEND
    store[HASH_SESSION_KEY], store[POST_KEY] = post.user.get_session_auth_hash(), post.pk
    device = next(iter(devices_for_user(post.user)), None)
    if device:
        store[DEVICE_ID_SESSION_KEY] = device.persistent_id
    store.save()
    return store.session_key


def worked_on():
    """Cases being handled, each with a session of somebody who may work on it at the office that holds it."""
    cases = Complaint.objects.filter(state=State.HANDLING).order_by("-opened_at").values_list("number", "office_id")[:WORKED_ON]
    able = Complaint.flow.step("progress").needs.roles
    posts = Post.objects.with_office().filter(office__in=[office for _number, office in cases], role__in=able)
    holders = {post.office_id: post for post in posts}
    return [{"number": number, "session": session_of(holders[office])} for number, office in cases]


def filing_answers():
    """A clerk's form, filled in."""
    category = Category.objects.leaves().filter(urgency="normal").order_by("code").first()
    return {
        "source": "phone",
        "kind": "complaint",
        "category": category.pk,
        "description": "楼下商铺夜间装卸货物声音很大，影响休息，希望协调错开时间。",
        "landmark": "社区南门",
        "name": "王建华",
        "phone": "15400000000",
    }


def filing_places():
    """Every village as the form sends it: what many runs file must not pile up at one."""
    codes = Place.objects.in_use().at(Level.VILLAGE).order_by("code").values_list("code", flat=True)
    return [initial_codes(code) for code in codes]
