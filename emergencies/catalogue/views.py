"""The catalogue of reserves: all of it on one page, an item's form, and the list as a file. The city's department keeps it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.catalogue import services
from emergencies.catalogue.enums import Category
from emergencies.catalogue.forms import ItemForm, NewItemForm
from emergencies.catalogue.models import StockItem
from emergencies.catalogue.permissions import KEEP, READ
from emergencies.catalogue.sheet import COLUMNS
from emergencies.criteria.services import keep
from emergencies.standards.models import StandardChange
from governance.web.administration.reach import one
from governance.web.downloads import download
from governance.web.page import action, page
from governance.web.stale import saved

TITLE = gettext_lazy("应急物资目录和标准")
CHANGES_SHOWN = 10


@page(READ)
def list(request):
    """The items by category, and what was changed of them."""
    items = [*StockItem.objects.order_by("category", "-active", "pk")]
    named = [item.name for item in items]
    context = {
        "groups": [(label, [item for item in items if item.category == key]) for key, label in Category.choices],
        "changes": StandardChange.objects.filter(about__in=named).select_related("by")[:CHANGES_SHOWN],
        "may_change": services.commands_city(request.user),
        "breadcrumb": [(_("应急物资储备"), reverse("stockpiles_list")), (TITLE, "")],
    }
    return render(request, "emergencies/catalogue/list.html", context)


@page(READ)
def export(request):
    """The catalogue as Excel or CSV."""
    return download(request, TITLE, COLUMNS, StockItem.objects.order_by("category", "pk").iterator())


def refused(request):
    """Art. 37: only the city's emergency management department draws up catalogue and standards."""
    if services.commands_city(request.user):
        return None
    messages.error(request, _("目录和标准由市应急管理部门编制。"))
    return redirect("catalogue_list")


@action(KEEP)
def create(request):
    """Another item."""
    return refused(request) or item_page(request, NewItemForm, StockItem(), _("增加品种"))


@action(KEEP)
def edit(request, code):
    """An item put right, or taken out of use."""
    item = one(StockItem.objects.order_by(), code=code)
    return refused(request) or item_page(request, ItemForm, item, item.name)


def item_page(request, form_class, item, title):
    form = form_class(request.POST if request.method == "POST" else None, instance=item)
    if form.is_bound and saved(form, lambda: keep_item(form, by=request.user)):
        messages.success(request, _("已保存。"))
        return redirect("catalogue_list")
    back = reverse("catalogue_list")
    context = {"form": form, "title": title, "back": back, "breadcrumb": [(TITLE, back), (title, "")]}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


def keep_item(form, *, by):
    facts = {"reason": form.cleaned_data["reason"], "by": by, "at": timezone.now()}
    if form.instance.pk:
        return keep(form.instance, form._meta.fields, before=form.was, **facts)
    return services.add(form.facts(), told=_("增加品种"), **facts)
