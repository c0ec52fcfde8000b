"""A filing on its way: what was typed so far, and the checked answers as they travel signed from page to page."""

import secrets
from dataclasses import dataclass, field
from uuid import uuid4

from django.conf import settings
from django.core import signing
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.complaints.enums import Kind
from disputes.complaints.public import services
from governance.places.models import Place
from governance.privacy.waiting import given_back, sealed_for_return
from governance.web.cascade import Cascade, cascade_of, initial_codes
from governance.web.guard import memory
from governance.web.offices import label_of

SALT = "complaints.answers"
COOKIE, CARRIED_FOR = "filing", 30 * 60  # seconds
TYPED = (
    "kind", "description", "category", "landmark", "latitude", "longitude", "name", "phone", "is_secret",
    "is_anonymous", "against",
)  # fmt: skip
WISHES = ("change", "choose_place", "suggest", "use_category", "find_office", "use_office")  # buttons that only show the form again
STAGES = (gettext_lazy("填写"), gettext_lazy("核对"), gettext_lazy("完成"))


@dataclass
class Draft:
    """What a person typed so far. `wish` names the button that asked for the form again, "" when they want to go on."""

    values: dict = field(default_factory=dict)
    cascade: Cascade | None = None
    held: list = field(default_factory=list)
    refused: list = field(default_factory=list)
    wish: str = ""

    @property
    def data(self):
        """The form's data, the place and the held files with what was typed."""
        return {**self.values, "place": self.cascade.value, "held": [held.token for held in self.held]}

    @property
    def unseen_level(self):
        """The level of place the person has not seen yet: without script it comes with the next page.

        A level that was shown and left open is an answer; one whose choice lay in another county is shown anew.
        """
        last = self.cascade.levels[-1]
        decided = last["value"] or last["name"] in self.values.get("left_open", ())
        return last if self.cascade.place and not decided else None


def draft_of(request, *, at):
    """What the request says, typed in the form or brought back from the page 核对 for a change."""
    posted = request.POST
    wish = next((name for name in WISHES if name in posted), "")
    answers = opened(posted.get("answers", "")) if wish == "change" else None
    values = answers or {name: posted[name] for name in TYPED if posted.get(name)}
    if wish == "use_category":
        values["category"] = posted["use_category"]
    if wish == "use_office":
        values["against"] = posted["use_office"]
    values["left_open"] = [name for name in posted if name.startswith("place_") and not posted[name]]
    dropped = posted.getlist("drop")
    tokens = answers["held"] if answers else [token for token in posted.getlist("held") if token not in dropped]
    files = services.keep_photographs(tokens, request.FILES.getlist("files"), at=at)
    return Draft(values, places_of(request), files.held, files.refused, wish)


def places_of(request):
    return cascade_of(request, Place.objects.in_use(), url=reverse("cascade"))


def sealed(form):
    """The checked answers of a valid form, signed, with the mark by which the same filing is known when sent again."""
    facts = form.cleaned_data
    answers = {name: facts[name] for name in TYPED if name != "category"}
    answers.update(
        category=facts["category"].pk,
        against=label_of(facts["against"]) if facts["against"] else "",
        place=facts["place"].pk,
        held=[upload.token for upload in facts["held"]],
        suggested=form.suggested,
        submission=str(uuid4()),
    )
    return signing.dumps(answers, salt=SALT, compress=True)


def opened(text):
    """The answers, or None when they were not signed here."""
    try:
        return signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return None


def handed_on(text):
    """See Other: 核对 is a page one can go back to. What was typed waits sealed in the cache, for this browser alone; None while it is
    down."""
    token = secrets.token_urlsafe(24)
    if not memory.keep(_key(token), sealed_for_return(text), seconds=CARRIED_FOR):
        return None
    answer = redirect("file_check")
    answer.status_code = 303
    answer.set_signed_cookie(
        COOKIE, token, salt=SALT, max_age=CARRIED_FOR, path=reverse("file_check"), secure=settings.SESSION_COOKIE_SECURE, httponly=True,
        samesite="Lax",
    )  # fmt: skip
    return answer


def carried(request):
    """The signed answers that wait for this browser, or ""."""
    token = request.get_signed_cookie(COOKIE, "", salt=SALT, max_age=CARRIED_FOR)
    sealed = memory.kept(_key(token)) if token else None
    return given_back(sealed) if sealed else ""


def _key(token):
    return "filing:" + salted_hmac(SALT, token).hexdigest()[:40]


def rows_of(facts, *, suggested):
    """Every answer for 核对, with the name under which it can be changed."""
    files = _("、").join(upload.name for upload in facts["held"])
    rows = [
        ("kind", _("类型"), Kind(facts["kind"]).label),
        ("description", _("发生了什么事"), facts["description"]),
        ("category", _("分类"), _category(facts["category"], suggested=suggested)),
        ("place", _("地点"), facts["place"].full_name),
        ("landmark", _("详细位置"), facts["landmark"]),
        ("against", _("反映的单位"), _accused(facts["against"])),
        ("files", _("照片、视频或材料"), files),
        *_contact(facts),
    ]
    if facts["latitude"] is not None:
        rows.insert(5, ("landmark", _("标注的位置"), f"{facts['latitude']:.5f}, {facts['longitude']:.5f}"))
    return [{"name": name, "label": label, "value": value} for name, label, value in rows]


def _category(category, *, suggested):
    return _("%(name)s（按您的描述推荐）") % {"name": category.full_name} if suggested else category.full_name


def _accused(office):
    return _("%(name)s（由它的上一级办理，该单位看不到）") % {"name": office.name} if office else _("不反映单位及其工作人员")


def _contact(facts):
    if facts["is_anonymous"]:
        return [("is_anonymous", _("您的身份"), _("匿名举报，不登记姓名和电话"))]
    return [
        ("name", _("怎么称呼您"), facts["name"]),
        ("phone", _("联系电话"), facts["phone"]),
        ("is_secret", _("身份保密"), _("要求保密") if facts["is_secret"] else _("不要求")),
    ]


def place_codes(place):
    """The place as the form's own fields say it, for the way back from 核对."""
    return initial_codes(place.path)


def stages(current):
    """The three stages, with the one the person is at."""
    states = ["done"] * current + ["current"] + ["next"] * (len(STAGES) - current - 1)
    return [{"label": label, "state": state, "url": ""} for label, state in zip(STAGES, states, strict=True)]
