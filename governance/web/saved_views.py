"""Saving and forgetting a list's filter."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from governance.web.page import SIGNED_IN, action
from governance.web.saved import SavedFilter


class SaveForm(forms.Form):
    list_name = forms.SlugField(max_length=60)
    name = forms.CharField(max_length=30)
    query = forms.CharField(max_length=1000)


@action(SIGNED_IN)
def save_filter(request):
    """Keep the address' filter under a name; the same name is replaced."""
    form = SaveForm(request.POST)
    if request.method == "GET" or not form.is_valid():
        messages.error(request, _("没有保存：请先筛选，并填写名称（不超过30字）。"))
        return redirect(_list_url(request.POST.get("list_name", "")))
    facts = form.cleaned_data
    SavedFilter.objects.update_or_create(
        user=request.user, list_name=facts["list_name"], name=facts["name"], defaults={"query": facts["query"].lstrip("?")}
    )
    messages.success(request, _("已保存常用筛选“%(name)s”。") % {"name": facts["name"]})
    return redirect(f"{_list_url(facts['list_name'])}?{facts['query'].lstrip('?')}")


@action(SIGNED_IN)
def forget_filter(request):
    """Forget one of one's own."""
    row = SavedFilter.objects.filter(user=request.user, pk=request.POST.get("key") or None).first()
    if request.method == "POST" and row:
        row.delete()
        messages.success(request, _("已删除常用筛选“%(name)s”。") % {"name": row.name})
    return redirect(_list_url(row.list_name if row else ""))


def _list_url(name):
    try:
        return reverse(name)
    except NoReverseMatch:
        return reverse("desk")
