"""The administrators' pages: the clients' keys, and what a category asks of a client. Both hold for the whole city."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from disputes.complaints.models import Category
from disputes.open311 import services
from disputes.open311.forms import ApiKeyForm, AttributeForm
from disputes.open311.models import ApiKey, ServiceAttribute
from disputes.open311.permissions import MANAGE
from governance.web.administration.reach import one, require_city
from governance.web.page import action, page

USAGE_DAYS, LATEST = 7, 10


def trail(*more):
    return [(_("开放接口密钥"), reverse("open311_keys")), *more]


@page(MANAGE, of="city")
def keys(request):
    """Every client, with what it filed and how often it asked today."""
    require_city(request.user, MANAGE)
    at = timezone.now()
    rows = services.with_usage(ApiKey.objects.order_by("-issued_at", "-pk"), at=at)
    return render(request, "disputes/open311/keys.html", {"keys": rows, "breadcrumb": trail()[:1]})


@action(MANAGE, of="city")
def issue_key(request):
    """A new client. Its key is shown on the answer to this form and never again."""
    require_city(request.user, MANAGE)
    form = ApiKeyForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "breadcrumb": trail((_("发放密钥"), ""))}
    if form.is_bound and form.is_valid():
        context["plain"] = services.issue_key(form.instance, by=request.user, at=timezone.now())
        context["base"] = request.build_absolute_uri(reverse("open311_root"))
    answer = render(request, "disputes/open311/issue.html", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


@action(MANAGE, of="city")
def key(request, pk):
    """One client: what it may do, its use of the last days, what it filed last."""
    require_city(request.user, MANAGE)
    row, at = one(ApiKey.objects.select_related("issued_by", "ended_by"), pk=pk), timezone.now()
    form = ApiKeyForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("已保存。"))
        return redirect("open311_key", pk)
    days = [timezone.localdate(at) - timedelta(days=back) for back in range(USAGE_DAYS)]
    filed = services.filed_by_day(row, days)
    context = {
        "key": row,
        "form": form,
        "usage": [{"day": day, "calls": services.used_on(row, day), "filed": filed.get(day, 0)} for day in days],
        "latest": row.submissions.select_related("complaint").order_by("-at")[:LATEST],
        "breadcrumb": trail((row.name, "")),
    }
    return render(request, "disputes/open311/key.html", context, status=422 if form.errors else 200)


@action(MANAGE, of="city")
def end_key(request, pk):
    """Switch a key off, after a question."""
    require_city(request.user, MANAGE)
    row = one(ApiKey.objects.live(), pk=pk)
    if request.method == "POST":
        services.end_key(row, by=request.user, at=timezone.now())
        messages.success(request, _("“%(name)s”的密钥已停用。") % {"name": row.name})
        return redirect("open311_keys")
    breadcrumb = trail((row.name, reverse("open311_key", args=[pk])), (_("停用"), ""))
    return render(request, "disputes/open311/end.html", {"key": row, "breadcrumb": breadcrumb})


def attribute_trail(*more):
    return [(_("接口分类属性"), reverse("open311_attributes")), *more]


@page(MANAGE, of="city")
def attributes(request):
    """The catalogue, with how many questions each category asks of a client."""
    require_city(request.user, MANAGE)
    counts = services.attribute_counts()
    groups = [
        {"top": top, "count": counts.get(top.pk), "leaves": [(leaf, counts.get(leaf.pk)) for leaf in top.children.all() if leaf.active]}
        for top in Category.objects.tops().prefetch_related("children").order_by("code")
    ]
    context = {"groups": groups, "breadcrumb": attribute_trail()[:1]}
    return render(request, "disputes/open311/attributes.html", context)


@action(MANAGE, of="city")
def category(request, code):
    """What one category asks, and a new question for it."""
    require_city(request.user, MANAGE)
    row = Category.objects.filter(code=code).select_related("parent").first()
    if row is None:
        raise Http404
    form = AttributeForm(request.POST if request.method == "POST" else None, instance=ServiceAttribute(category=row))
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("已添加。"))
        return redirect("open311_category", code)
    context = {
        "category": row,
        "form": form,
        "own": ServiceAttribute.objects.filter(category=row).order_by("order", "code"),
        "of_group": ServiceAttribute.objects.filter(category=row.parent_id, active=True).order_by("order", "code") if row.parent_id else [],
        "breadcrumb": attribute_trail((row.full_name, "")),
    }
    return render(request, "disputes/open311/category.html", context, status=422 if form.errors else 200)


@action(MANAGE, of="city")
def attribute(request, pk):
    """One question, changed."""
    require_city(request.user, MANAGE)
    row = one(ServiceAttribute.objects.select_related("category__parent"), pk=pk)
    form = AttributeForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("已保存。"))
        return redirect("open311_category", row.category.code)
    back = reverse("open311_category", args=[row.category.code])
    context = {
        "attribute": row,
        "form": form,
        "back_url": back,
        "breadcrumb": attribute_trail((row.category.full_name, back), (row.code, "")),
    }
    return render(request, "disputes/open311/attribute.html", context, status=422 if form.errors else 200)
