"""People and their posts: list, detail, a new account, posts given and ended, and the account's own state."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from governance.permissions import PEOPLE
from governance.web.administration.choosing import office_choice
from governance.web.administration.people import services
from governance.web.administration.people.filters import PeopleFilter
from governance.web.administration.people.forms import EndPostForm, NewPersonForm, PersonForm, PostForm
from governance.web.administration.people.presenting import facts, person_rows, post_rows, with_posts
from governance.web.administration.reach import administers, offices_within, one, people_within, posts_within
from governance.web.listing import page_of
from governance.web.models import AdministrativeAct
from governance.web.page import action, page
from governance.web.stale import saved

LIST = (_("人员与岗位"), "people")
ACTS_SHOWN = 50


def trail(*more):
    return [(LIST[0], reverse(LIST[1])), *more]


def trail_of(person, last):
    return trail((person.name, reverse("person_detail", args=[person.pk])), (last, ""))


@page(PEOPLE)
def people(request):
    """The people who serve in the own area."""
    filters = PeopleFilter(request.GET, people_within(request.user).order_by("username"))
    shown = page_of(with_posts(filters.qs), request.GET.get("page"))
    rows = person_rows(shown.rows, at=timezone.now())
    template = "administration/people/_rows.html" if request.headers.get("HX-Request") else "administration/people/list.html"
    return render(request, template, {"page": shown, "rows": rows, "form": filters.form, "breadcrumb": [(LIST[0], "")]})


@page(PEOPLE, of="person")
def person_detail(request, pk):
    """One person: account, posts, and what administrators did to either."""
    at = timezone.now()
    person = one(with_posts(people_within(request.user)), pk=pk)
    acts = AdministrativeAct.objects.about(person).with_actors()[:ACTS_SHOWN]
    mine = person != request.user and administers(request.user, person, at=at)
    context = {
        "person": person,
        "facts": facts(person),
        "rows": post_rows(person, at=at),
        "acts": acts,
        "administered": mine,
    }
    return render(request, "administration/people/detail.html", {**context, "breadcrumb": trail((person.name, ""))})


@action(PEOPLE)
@never_cache
def person_create(request):
    """A new account with its first post.

    The office is chosen first. The initial password is in the answer and nowhere else.
    """
    if not request.GET.get("office"):
        return choose_office(request, _("新建账号"), trail((_("新建账号"), "")))
    at, office = timezone.now(), one(offices_within(request.user).in_use(), code=request.GET["office"])
    form, post_form = NewPersonForm(request.POST or None), PostForm(request.POST or None, office=office, at=at)
    if request.method == "POST" and form.is_valid() and post_form.is_valid():
        person, password = services.create_person(form.cleaned_data, office=office, **post_form.cleaned_data, by=request.user, at=at)
        return show_password(request, person, password)
    context = {"form": form, "post_form": post_form, "office": office, "breadcrumb": trail((_("新建账号"), ""))}
    return render(request, "administration/people/create.html", context)


@action(PEOPLE, of="person")
def person_edit(request, pk):
    """Name, phone and mail."""
    person = one(people_within(request.user), pk=pk)
    form = PersonForm(request.POST or None, instance=person)
    if request.method == "POST":
        try:
            if saved(form, lambda: services.change_person(person, by=request.user, at=timezone.now())):
                messages.success(request, _("已保存。"))
                return redirect("person_detail", pk=person.pk)
        except services.Refused as refused:
            return back(request, person, refused)
    context = {
        "form": form,
        "submit": _("保存"),
        "person": person,
        "title": _("修改资料"),
        "breadcrumb": trail_of(person, _("修改资料")),
    }
    return render(request, "administration/people/form.html", context)


@action(PEOPLE, of="person")
def post_give(request, pk):
    """A post: the office first, then role and dates."""
    person, title = one(people_within(request.user), pk=pk), _("授予岗位")
    if not request.GET.get("office"):
        return choose_office(request, title, trail_of(person, title))
    at, office = timezone.now(), one(offices_within(request.user).in_use(), code=request.GET["office"])
    form = PostForm(request.POST or None, office=office, at=at)
    if request.method == "POST" and form.is_valid():
        try:
            services.give_post(person, office=office, **form.cleaned_data, by=request.user, at=at)
        except services.Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("岗位已授予。"))
            return redirect("person_detail", pk=person.pk)
    context = {"form": form, "submit": title, "person": person, "office": office, "title": title}
    return render(request, "administration/people/form.html", {**context, "breadcrumb": trail_of(person, title)})


@action(PEOPLE, of="post")
def post_end(request, pk):
    """End a post, now or at a later moment."""
    at, post = timezone.now(), one(posts_within(request.user).with_office(), pk=pk)
    form, title = EndPostForm(request.POST or None, at=at), _("结束岗位")
    if request.method == "POST" and form.is_valid():
        try:
            services.end_post(post, ends=form.cleaned_data["ends"], by=request.user, at=at)
        except services.Refused as refused:
            form.add_error(None, str(refused))
        else:
            ended = form.cleaned_data["ends"] <= at
            messages.success(request, _("岗位已结束，权限已失效。") if ended else _("岗位结束时间已登记，届时权限即刻失效。"))
            return redirect("person_detail", pk=post.user_id)
    context = {"form": form, "submit": title, "person": post.user, "post": post, "title": title}
    return render(request, "administration/people/form.html", {**context, "breadcrumb": trail_of(post.user, title)})


@action(PEOPLE, of="person")
def person_deactivate(request, pk):
    """Close the account."""
    return confirmed(request, pk, services.set_active, _("停用账号"), _("账号已停用。"), active=False)


@action(PEOPLE, of="person")
def person_reactivate(request, pk):
    """Open the account again."""
    return confirmed(request, pk, services.set_active, _("恢复账号"), _("账号已恢复。"), active=True)


@action(PEOPLE, of="person")
def person_reset_factor(request, pk):
    """Forget the second factor of someone who lost the phone."""
    return confirmed(request, pk, services.reset_factor, _("重置动态口令"), _("动态口令已重置，此人下次登录时重新设置。"))


@action(PEOPLE, of="person")
@never_cache
def person_reset_password(request, pk):
    """A new initial password for someone who forgot the own one."""
    person = one(people_within(request.user), pk=pk)
    if request.method != "POST":
        return ask(request, person, _("重置密码"))
    try:
        password = services.reset_password(person, by=request.user, at=timezone.now())
    except services.Refused as refused:
        return back(request, person, refused)
    return show_password(request, person, password)


def confirmed(request, pk, service, title, said, **given):
    """Ask first; on POST do it."""
    person = one(people_within(request.user), pk=pk)
    if request.method != "POST":
        return ask(request, person, title)
    return done(request, person, service, said, **given)


def ask(request, person, title):
    context = {"person": person, "title": title, "breadcrumb": trail_of(person, title)}
    return render(request, "administration/people/confirm.html", context)


def done(request, person, service, said, **given):
    """Call the service, say what came of it, and go back to the person."""
    try:
        service(person, by=request.user, at=timezone.now(), **given)
    except services.Refused as refused:
        return back(request, person, refused)
    messages.success(request, said)
    return redirect("person_detail", pk=person.pk)


def back(request, person, refused):
    messages.error(request, str(refused))
    return redirect("person_detail", pk=person.pk)


def show_password(request, person, password):
    """The one answer that shows a password; it is kept nowhere and never cached."""
    context = {"person": person, "password": password, "breadcrumb": trail_of(person, _("初始密码"))}
    return render(request, "administration/people/password.html", context)


def choose_office(request, title, breadcrumb):
    context = {"choice": office_choice(request.user, request.GET), "title": title, "breadcrumb": breadcrumb}
    return render(request, "administration/choose_office.html", context)
