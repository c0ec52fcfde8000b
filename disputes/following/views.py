"""The staff's pages of following: what may be the same as a complaint, and where many report the same."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.complaints import permissions as caps
from disputes.complaints.models import Complaint
from disputes.complaints.views import WORK
from disputes.following import services
from disputes.following.forms import MOST_SIMILAR, ClusterRuleForm, MergeForm
from disputes.following.models import Cluster, ClusterRule
from governance.access.scope import may
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.listing import page_of
from governance.web.page import action, find, is_htmx, page
from governance.web.stale import saved

SHOWN, FOLLOWERS_SHOWN = 200, 50


@action(caps.VIEW, of="complaints")
def similar(request, number):
    """What may be the same as a complaint; whoever dispatches lets some of it follow. Inside the case's page it comes as a panel."""
    case = find(Complaint.objects.for_detail(), request.user, caps.VIEW, number=number)
    rows = list(similar_rows(request, case))
    may_merge = may(request.user, caps.DISPATCH, case) and case.state != "merged" and case.is_ongoing
    if request.method == "POST" and not may_merge:
        raise Http404
    form = merge_form(request, rows) if may_merge else None
    if form and form.is_bound and form.is_valid():
        return results(request, case, form.cleaned_data)
    context = {"case": case, "rows": rows, "form": form, "breadcrumb": [*WORK.way_to(case), (_("可能重复"), "")]}
    name = "_similar.html" if is_htmx(request) else "similar.html"
    return render(request, f"disputes/following/{name}", context, status=422 if form and form.errors else 200)


def similar_rows(request, case):
    """Near-by complaints on the same matter that are not part of the same already."""
    rows = Complaint.objects.visible_to(request.user, caps.VIEW)
    near = {"place": case.place, "category": case.category, "text": case.description}
    found = rows.similar_to(**near, at=case.opened_at).ongoing().for_list().exclude(pk=case.pk).order_by("-opened_at", "-id")
    return (found.exclude(pk=case.merged_into_id) if case.merged_into_id else found)[:MOST_SIMILAR]


def merge_form(request, rows, **more):
    data = request.POST if request.method == "POST" else None
    reachable = Complaint.objects.visible_to(request.user, caps.DISPATCH)
    return MergeForm(data, candidates=rows, reachable=reachable, **more)


def results(request, lead, facts):
    """Merge, and say of each what became of it."""
    found = services.merge_all(lead, facts["others"], by=request.user, note=facts["note"], at=timezone.now())
    done = sum(one["done"] for one in found)
    context = {"work": WORK, "results": found, "done": done, "undone": len(found) - done}
    context["back_url"] = lead.get_absolute_url()
    context["breadcrumb"] = [*WORK.way_to(lead), (_("并案结果"), "")]
    return render(request, "cases/bulk.html", context)


@page(caps.DISPATCH)
def clusters(request):
    """集中反映: villages where many report the same, those first where the most do."""
    shown = page_of(Cluster.objects.visible_to(request.user, caps.DISPATCH).select_related("place", "category"), request.GET.get("page", 1))
    context = {
        "page": shown,
        "rules": ClusterRule.objects.select_related("category"),
        "breadcrumb": [(_("集中反映"), "")],
    }
    return render(request, "disputes/following/clusters.html", context)


@action(caps.DISPATCH, of="cluster")
def cluster(request, pk):
    """The complaints of one cluster; those under way can be made to follow one of them."""
    found = find(Cluster.objects.select_related("place", "category"), request.user, caps.DISPATCH, pk=pk)
    rows = services.reported(since=services.window(found, at=timezone.now())).visible_to(request.user, caps.VIEW)
    rows = list(rows.filter(place=found.place, category=found.category).for_list().order_by("opened_at", "id")[:SHOWN])
    open_rows = [row for row in rows if row.is_ongoing and row.state != "merged"]
    form = merge_form(request, open_rows, asks_lead=True)
    if form.is_bound and form.is_valid():
        return results(request, form.cleaned_data["lead"], form.cleaned_data)
    trail = [(_("集中反映"), reverse("following_clusters")), (f"{found.place.short_name} · {found.category.name}", "")]
    context = {"cluster": found, "rows": rows, "open_numbers": {row.number for row in open_rows}, "form": form, "breadcrumb": trail}
    return render(request, "disputes/following/cluster.html", context, status=422 if form.errors else 200)


@action(caps.ROUTE, of="city")
def cluster_rule(request, pk):
    """From how many reports on, and within how many days: it holds for the whole city."""
    if not any(may(request.user, caps.ROUTE, city) for city in Place.objects.at(Level.CITY)):
        raise PermissionDenied
    rule = ClusterRule.objects.select_related("category").filter(pk=pk).first()
    if rule is None:
        raise Http404
    form = ClusterRuleForm(request.POST if request.method == "POST" else None, instance=rule)
    if form.is_bound and saved(form, form.save):
        services.find_clusters(at=timezone.now())
        messages.success(request, _("已保存，集中反映已按新标准重新统计。"))
        return redirect("following_rules")
    trail = [(_("集中反映标准"), reverse("following_rules")), (str(rule.category or _("全部分类")), "")]
    return render(request, "disputes/following/rule.html", {"form": form, "breadcrumb": trail}, status=422 if form.errors else 200)


@page(caps.ROUTE)
def rules(request):
    """When many reports are a cluster."""
    found = ClusterRule.objects.select_related("category")
    return render(request, "disputes/following/rules.html", {"rules": found, "breadcrumb": [(_("集中反映标准"), "")]})


def panel(request, case):
    """What the page of a complaint tells of following: whom it follows, who follows it, and what may be the same."""
    if not isinstance(case, Complaint):
        return None
    rows = Complaint.objects.visible_to(request.user, caps.VIEW)
    facts = {"template": "disputes/following/_panel.html"}
    if case.state == "merged":
        return {**facts, "lead": rows.for_list().filter(pk=case.merged_into_id).first(), "follows": True}
    if case.followers:
        followers = rows.filter(merged_into=case.pk).for_list().order_by("opened_at", "id")[:FOLLOWERS_SHOWN]
        facts |= {"followers": followers, "people": services.people_of(case)}
    return facts | {"looks": case.is_ongoing} if case.followers or case.is_ongoing else None
