"""Open311 GeoReport v2 with two extensions: updates, and a box or circle to search in. The addresses end in .xml or .json."""

from functools import wraps

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters

from disputes.open311 import services
from disputes.open311.enums import Scope
from disputes.open311.models import Submission
from disputes.open311.public import asking, guard, telling
from disputes.open311.public.shapes import refusal, written
from disputes.open311.services import Refused
from governance.web.page import endpoint

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
LONGEST_WORD = 2000  # characters of an update


UNREAD = {
    400: gettext_lazy("请求无法读取：含有无效字符，或者内容过大。"),
    405: gettext_lazy("这个地址不接受此种请求方法。"),
    500: gettext_lazy("系统出错，请稍后再试。"),
}


def protocol(*methods):
    """A view of the interface: `view(request, key, **names)` returns (root, content[, whether there is another page])."""

    def declare(view):
        @endpoint(methods=methods or ("GET", "HEAD"), refuse=unread)
        @sensitive_post_parameters()
        @wraps(view)
        def answered(request, form="", **names):
            form = form or form_of(request)
            try:
                root, content, *more = view(request, guard.caller(request), **names)
                answer = written(form, root, content)
            except Refused as refused:
                answer, more = refusal(form, refused.status, refused.sentences), ()
                if isinstance(refused, guard.TooMany):
                    answer["Retry-After"] = str(refused.wait)
            return finished(answer, request, more)

        return answered

    return declare


def form_of(request):
    """The format an address that is none of ours asks for."""
    return "json" if request.path_info.endswith(".json") else "xml"


def unread(request, status, form="", **names):
    """What never reached a view, in the words of the interface."""
    return finished(refusal(form or form_of(request), status, [UNREAD[status]]), request, ())


def finished(answer, request, more):
    """Nothing is kept by the way; every web page may read it, for no answer depends on a session."""
    answer["Cache-Control"] = "no-store"
    answer["Access-Control-Allow-Origin"] = "*"
    if any(more):
        query = request.GET.copy()
        query.pop("api_key", None)
        query["page"] = str(int(query.get("page") or 1) + 1)
        answer["Link"] = f'<{request.build_absolute_uri(request.path)}?{query.urlencode()}>; rel="next"'
    return answer


@protocol()
def discovery(request, key):
    return "discovery", telling.discovery(request, at=timezone.now(), is_demo=settings.DEMO)


@protocol()
def service_list(request, key):
    return "services", [telling.service_row(category) for category in services.services()]


@protocol()
def service_definition(request, key, code):
    return "service_definition", telling.definition(services.service(code))


@protocol("GET", "HEAD", "POST")
def requests(request, key):
    """The list, or a request filed."""
    return filed(request, key) if request.method == "POST" else found(request, key)


def found(request, key):
    rows, more = asking.cut(asking.wanted(request.GET, key=reading_key(key), at=timezone.now()), request.GET)
    beside = services.beside(rows, key=reading_key(key))
    return "service_requests", [telling.request_row(row, beside) for row in rows], more


def filed(request, key):
    guard.require(key, Scope.FILE)
    require_form(request)
    taken = services.file_request(asking.received(request), key=key, at=timezone.now())
    account = asking.given(request.POST, "account_id")[: asking.LONGEST_MARK]
    track_url = request.build_absolute_uri(reverse("track"))
    return "service_requests", [telling.receipt(taken, account=account, track_url=track_url, left_out=bool(request.FILES))]


def require_form(request):
    if request.content_type not in FORM_TYPES:
        raise Refused(400, _("请用 application/x-www-form-urlencoded 提交。"))


def reading_key(key):
    """The key, if it opens what the client filed itself."""
    return key if key and Scope.OWN in key.scopes else None


@protocol()
def one_request(request, key, number):
    """One request; 404 for what is not public, so that nobody learns what exists."""
    row = services.readable(reading_key(key)).select_related("place", "category", "office").filter(number=number).first()
    if row is None:
        raise Refused(404, _("service_request_id “%(number)s” 不存在或不公开。") % {"number": number})
    return "service_requests", [telling.request_row(row, services.beside([row], key=reading_key(key)))]


@protocol()
def token(request, key, token):
    """The number of a token. Every service here is realtime, so that a client needs it only where an answer was lost."""
    return "service_requests", [{"service_request_id": services.number_of_token(token, key=key), "token": token}]


@protocol("GET", "HEAD", "POST")
def updates(request, key):
    """What happened since, or a word added by the client."""
    return added(request, key) if request.method == "POST" else happened(request, key)


def happened(request, key):
    start, end = asking.window(request.GET, at=timezone.now())
    readable, numbers = services.readable(reading_key(key)), asking.several(request.GET, "service_request_id")
    if numbers:
        readable = readable.filter(number__in=numbers)
    events, more = asking.cut(services.events_between(readable, start, end), request.GET)
    keys = {event.object_id for event in events}
    closed = dict(readable.filter(pk__in=keys).values_list("pk", "closed_at"))
    own = set(Submission.objects.filter(key=reading_key(key), complaint__in=keys).values_list("pk", flat=True)) if key else set()
    rows = [telling.update_row(event, closed.get(event.object_id), is_own=event.object_id in own) for event in events]
    return "service_request_updates", rows, more


def added(request, key):
    guard.require(key, Scope.UPDATE)
    require_form(request)
    number, text = asking.given(request.POST, "service_request_id"), asking.given(request.POST, "description")
    missing = [name for name, value in (("service_request_id", number), ("description", text)) if not value]
    if missing:
        raise Refused(400, *(_("缺少 %(name)s。") % {"name": name} for name in missing))
    if len(text) > LONGEST_WORD:
        raise Refused(400, _("description 最多 2000 个字。"))
    event = services.add_update(
        services.own_submission(number, key=key), text=text, at=timezone.now(),
        external_id=(asking.given(request.POST, "update_id") or asking.given(request.POST, "update_id_ext"))[:100],
        reopens=asking.given(request.POST, "status").lower() == "open",
    )  # fmt: skip
    return "service_request_updates", [{"update_id": str(event.pk)}]


@protocol("GET", "HEAD", "POST")
def unknown(request, key, rest):
    """Whatever else lies below the interface's address: the specification's "URL request is invalid"."""
    raise Refused(400, _("没有这个地址。地址以 .xml 或 .json 结尾，例如 services.xml。"))
