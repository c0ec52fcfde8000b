"""Pages of joint meetings with other cities: worklist, the meeting, its minutes, every step; and the register of partners."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.cooperation import permissions as caps
from emergencies.cooperation import services
from emergencies.cooperation.data import papers
from emergencies.cooperation.enums import State
from emergencies.cooperation.filters import TO_HOLD, CityMeetingFilter
from emergencies.cooperation.forms import CallForm, CityMeetingStepForm, ContactForm, PartnerForm
from emergencies.cooperation.models import CityMeeting, Partner, PartnerContact
from emergencies.cooperation.sheet import COLUMNS, LINE_WORDS, sheet_rows
from emergencies.incidents.models import Incident
from governance.access.scope import may
from governance.flow.engine import StepRefused
from governance.papers.filling import FORMS, made
from governance.web.administration.reach import acts_for_city, one, require_city
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page


def links(request):
    found = [{"label": _("协作城市"), "url": reverse("cooperation_partners")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("cooperation_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.CALL):
        found.append({"label": _("发起会商"), "url": reverse("cooperation_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = [(_("本单位待落实"), {"owner": MINE})]
    if may(request.user, caps.CALL):
        found += [
            (_("待安排"), {"state": State.DUE.value}),
            (_("会期已到"), {"state": TO_HOLD}),
            (_("待印发纪要"), {"state": State.HELD.value}),
        ]
    return found


def more(request, case):
    """Who takes part, what was agreed, and the incident for whoever may open it."""
    incident = case.incident
    return {
        "members": case.member_offices(),
        "resolutions": case.resolutions.select_related("owner", "partner"),
        "incident_url": incident.get_absolute_url() if incident and may(request.user, Incident.view_capability, incident) else "",
        "today": timezone.localdate(),
    }


def case_links(request, case):
    """The minutes, once the meeting was held."""
    if case.held_at is None:
        return []
    labels = {"docx": _("会商纪要 Word"), "pdf": _("会商纪要 PDF")}
    return [
        {"label": name, "url": reverse("cooperation_paper", args=[case.number, form]), "icon": "print"} for form, name in labels.items()
    ]


WORK = Casework(
    model=CityMeeting,
    view=caps.VIEW,
    filter=CityMeetingFilter,
    form=CityMeetingStepForm,
    title=gettext_lazy("区域会商"),
    parts=("emergencies/cooperation/_facts.html", "emergencies/cooperation/_resolutions.html"),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("区域会商"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="cooperation")
def detail(request, number):
    """The meeting: who takes part, what was said, and how what was agreed stands."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="cooperation", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.CALL)
def create(request):
    """Call a meeting with other cities; offices of this city are invited on its page."""
    form = CallForm(
        request.POST if request.method == "POST" else None, user=request.user, initial={"incident": request.GET.get("incident", "")}
    )
    if form.is_bound and form.is_valid():
        try:
            facts = {"office": request.user.acting_post.office, "by": request.user, "at": timezone.now()}
            meeting = services.call(**facts, **form.cleaned_data)
        except StepRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已安排 %(number)s，请通知本市单位参加。") % {"number": meeting.number})
            return redirect(meeting)
    title = _("发起会商")
    context = {"form": form, "title": title, "back": WORK.list_url, "breadcrumb": [(WORK.title, WORK.list_url), (title, "")]}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


@page(caps.VIEW, of="cooperation")
def paper(request, number, form):
    """The minutes, as Word or PDF."""
    case = WORK.seen(request, number)
    if form not in FORMS or case.held_at is None:
        raise Http404
    return made(papers.TEMPLATE, papers.facts_of(case), name=f"{_('会商纪要')} {case.number}", form=form)


def way(*more):
    return [(WORK.title, WORK.list_url), (_("协作城市"), reverse("cooperation_partners")), *more]


@page(caps.VIEW)
def partners(request):
    """The cities this one works together with, and how to reach them."""
    context = {
        "partners": Partner.objects.prefetch_related("contacts"), "may_keep": acts_for_city(request.user, caps.KEEP), "breadcrumb": way(),
    }  # fmt: skip
    return render(request, "emergencies/cooperation/partners.html", context)


@page(caps.VIEW)
def partner(request, code):
    """One city: its points of contact, and the meetings with it one may see."""
    row = one(Partner.objects.filter(code=code))
    context = {
        "partner": row, "contacts": row.contacts.all(), "may_keep": acts_for_city(request.user, caps.KEEP),
        "meetings": CityMeeting.objects.visible_to(request.user, caps.VIEW).filter(partners=row).order_by("-opened_at")[:10],
        "breadcrumb": way((row.name, "")),
    }  # fmt: skip
    return render(request, "emergencies/cooperation/partner.html", context)


@action(caps.KEEP, of="city")
def create_partner(request):
    """Another city to work with."""
    require_city(request.user, caps.KEEP)
    form = PartnerForm(request.POST if request.method == "POST" else None)
    return kept(request, form, form.save, title=_("添加协作城市"), back=reverse("cooperation_partners"))


@action(caps.KEEP, of="city")
def create_contact(request, code):
    """Another point of contact of a city."""
    require_city(request.user, caps.KEEP)
    row = one(Partner.objects.filter(code=code))
    form = ContactForm(request.POST if request.method == "POST" else None, instance=PartnerContact(partner=row))
    return kept(
        request, form, lambda: services.keep_contact(form.instance, at=timezone.now()), title=_("添加联系单位"), back=row.get_absolute_url()
    )


@action(caps.KEEP, of="city")
def contact(request, pk):
    """A point of contact, corrected or checked again."""
    require_city(request.user, caps.KEEP)
    row = one(PartnerContact.objects.select_related("partner"), pk=pk)
    form = ContactForm(request.POST if request.method == "POST" else None, instance=row)
    back = row.partner.get_absolute_url()
    return kept(request, form, lambda: services.keep_contact(form.instance, at=timezone.now()), title=str(row.unit), back=back)


def kept(request, form, save, *, title, back):
    """A page that is one form of the register."""
    if form.is_bound and form.is_valid():
        save()
        messages.success(request, _("已保存。"))
        return redirect(back)
    context = {"form": form, "title": title, "back": back, "breadcrumb": way((title, ""))}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)
