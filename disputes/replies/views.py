"""The standard replies (答复范本): list, a new one, a change with its preview, out of use and back.

Those of the whole city are kept by whoever may; everyone who works with them reads them, and keeps texts of the own beside them.
"""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.complaints.models import Complaint, StandardReply
from disputes.complaints.permissions import ROUTE, TEXTS
from disputes.complaints.rules import filled
from disputes.replies import services
from disputes.replies.forms import ReplyForm
from governance.access.scope import may
from governance.cases.rules import compose
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.casework.texts import Text
from governance.web.formats import cn_date, cn_due
from governance.web.page import action, page
from governance.web.stale import saved

FIVE_DAYS = timedelta(days=5)


def acts_for_city(user):
    return any(may(user, ROUTE, city) for city in Place.objects.at(Level.CITY))


def trail(last):
    return [(_("答复范本"), reverse("replies_list")), (last, "")]


@page(TEXTS)
def list(request):
    """One's own texts, and every text of the city under its step; for whoever may change them, what was deleted."""
    rows, may_change = StandardReply.objects.shared().select_related("category").order_by("code"), acts_for_city(request.user)
    own = StandardReply.objects.of(request.user).in_use().select_related("category").order_by("step", "title")
    context = {
        "groups": by_step(row for row in rows if row.active),
        "own": by_step(own),
        "deleted": [row for row in rows if may_change and not row.active],
        "may_change": may_change,
        "breadcrumb": [(_("答复范本"), "")],
    }
    return render(request, "disputes/replies/list.html", context)


def by_step(rows):
    """[(label of the step, its texts)] in the order of the flow."""
    found = {}
    for row in rows:
        found.setdefault(row.step, []).append(row)
    return [(step.label, found[step.name]) for step in Complaint.flow.steps if step.name in found]


@action(TEXTS)
def create_own(request):
    """A text for oneself."""
    return reply_page(request, StandardReply(owner=request.user), _("增加本人范本"), lambda form: services.add(form.instance))


@action(TEXTS, of="own_reply")
def edit_own(request, code):
    """Change a text of one's own, or delete it."""
    reply = StandardReply.objects.of(request.user).filter(code=code).first()
    if reply is None:
        raise Http404
    if "delete" in request.POST:
        reply.delete()
        messages.success(request, _("已删除“%(title)s”。") % {"title": reply.title})
        return redirect("replies_list")
    return reply_page(request, reply, reply.title, lambda form: form.save())


@action(ROUTE, of="city")
def create(request):
    """A new text."""
    require_city(request.user)
    return reply_page(request, StandardReply(), _("增加范本"), lambda form: services.add(form.instance))


@action(ROUTE, of="city")
def edit(request, code):
    """Change a text, take it out of use, or take it back."""
    require_city(request.user)
    reply = StandardReply.objects.shared().filter(code=code).first()
    if reply is None:
        raise Http404
    if request.method == "POST" and {"delete", "restore"} & request.POST.keys():
        services.set_active(reply, "restore" in request.POST)
        told = _("已恢复“%(title)s”。") if "restore" in request.POST else _("已删除“%(title)s”，需要时可以恢复。")
        messages.success(request, told % {"title": reply.title})
        return redirect("replies_list")
    return reply_page(request, reply, reply.title, lambda form: form.save())


def require_city(user):
    if not acts_for_city(user):
        raise PermissionDenied


def reply_page(request, reply, title, save):
    """The form with the text as it will stand; `preview` shows without saving."""
    form = ReplyForm(request.POST if request.method == "POST" else None, instance=reply)
    if "preview" in request.POST:
        form.errors.clear()
    elif form.is_bound and saved(form, lambda: save(form)):
        messages.success(request, _("已保存“%(title)s”。") % {"title": form.instance.title})
        return redirect("replies_list")
    context = {
        "form": form,
        "reply": reply,
        "sample": sample(request.user, form["text"].value() or ""),
        "breadcrumb": trail(title),
        "title": title,
    }
    return render(request, "disputes/replies/form.html", context, status=422 if form.errors else 200)


def sample(user, text):
    """The text for a made-up complaint of today, handled by one's own office."""
    at, office = timezone.now(), user.acting_post.office
    values = {
        "number": compose(timezone.localdate(at), 1),
        "place": office.place.full_name,
        "category": _("噪声扰民"),
        "office": office.short_name,
        "phone": office.phone or "0471-0000000",
        "limit": cn_due(at + FIVE_DAYS),
        "today": cn_date(at),
    }
    return Text("sample", "", filled(text, values)).shown
