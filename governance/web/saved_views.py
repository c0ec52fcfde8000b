"""Saving, sharing and forgetting a list's filter."""

from django import forms
from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from governance.web.page import SIGNED_IN, action
from governance.web.saved import SavedFilter


class SaveForm(forms.Form):
    list_name = forms.SlugField(max_length=60)
    name = forms.CharField(max_length=30)
    query = forms.CharField(max_length=1000)
    shared = forms.BooleanField(required=False)


@action(SIGNED_IN)
def save_filter(request):
    """Keep the address' filter under a name; the same name is replaced. The page shown is not part of it."""
    if request.method != "POST":
        return redirect("desk")
    form, asked = SaveForm(request.POST), filter_of(request.POST.get("query", ""))
    target = _list_url(request.POST.get("list_name", ""))
    if not form.is_valid() or not asked:
        messages.error(request, _("没有保存：请先筛选，并填写名称（不超过30字）。"))
        return redirect(f"{target}?{asked}")
    facts = form.cleaned_data
    kept = {"query": asked, "office": own_office(request.user) if facts["shared"] else None}
    SavedFilter.objects.update_or_create(user=request.user, list_name=facts["list_name"], name=facts["name"], defaults=kept)
    messages.success(request, _("已保存常用筛选“%(name)s”。") % {"name": facts["name"]})
    return redirect(f"{target}?{asked}")


def filter_of(query):
    """The filter and order of an address, without the number of the page and what was left empty."""
    asked = QueryDict(query.lstrip("?"), mutable=True)
    asked.pop("page", None)
    for name in [name for name, value in asked.items() if not value]:
        del asked[name]
    return asked.urlencode()


@action(SIGNED_IN)
def forget_filter(request):
    """Forget one of one's own."""
    row = own(request)
    if row:
        row.delete()
        messages.success(request, _("已删除常用筛选“%(name)s”。") % {"name": row.name})
    return redirect(_list_url(row.list_name if row else ""))


@action(SIGNED_IN)
def share_filter(request):
    """Share one of one's own with the office one acts for, or keep it to oneself again."""
    row, office = own(request), own_office(request.user)
    if row and office:
        row.office = None if row.office_id else office
        row.save(update_fields=["office"])
        told = _("已与%(office)s的同事共享“%(name)s”。") if row.office_id else _("“%(name)s”已改为仅自己可见。")
        messages.success(request, told % {"name": row.name, "office": office.short_name})
    return redirect(_list_url(row.list_name if row else ""))


def own(request):
    """The filter the form names, if it is one of the person's own and the form was sent."""
    key = request.POST.get("key", "")
    return SavedFilter.objects.filter(user=request.user, pk=key).first() if key.isdecimal() and len(key) < 19 else None


def own_office(user):
    return user.acting_post.office if user.acting_post else None


def _list_url(name):
    try:
        return reverse(name)
    except NoReverseMatch:
        return reverse("desk")
