"""The doors of the portal: sign-in and sign-out, the post acted for, the own account, registering, large type."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.db import IntegrityError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from governance.web.account import services
from governance.web.account.forms import ChangePasswordForm, RegisterForm, SignInForm
from governance.web.account.presenting import facts_of
from governance.web.furniture import LARGE_TYPE_COOKIE
from governance.web.guard.limits import allow, exhausted, limited, too_many
from governance.web.page import PUBLIC, SIGNED_IN, action, page

FAILED, FAILED_PER_HOUR = "failed_sign_in", 100  # over all user names of one address; axes counts per user name
PASSWORD_TRIES_PER_HOUR = 30
ONE_YEAR = 365 * 24 * 3600  # seconds


@action(PUBLIC)
@never_cache
@sensitive_post_parameters("password")
def sign_in(request):
    """Name and password. Axes locks a user name per address; the hourly count an address that tries many names."""
    if request.method != "POST":
        if request.user.is_authenticated:
            return redirect(services.next_stop(request))
        return _sign_in_page(request, SignInForm(request))
    if exhausted(request, FAILED, FAILED_PER_HOUR):
        return too_many(request)
    form = SignInForm(request, request.POST)
    if form.is_valid():
        services.enter(request, form.get_user(), at=timezone.now())
        return redirect(services.next_stop(request))
    allow(request, FAILED, FAILED_PER_HOUR)
    return _sign_in_page(request, form)


def _sign_in_page(request, form):
    return render(request, "account/sign_in.html", {"form": form, "next": services.wanted_page(request)})


@action(PUBLIC)
def sign_out(request):
    """Ends the session, on POST alone: no foreign page can sign anyone out with a picture. The browser forgets the pages it kept."""
    answer = redirect("home")
    if request.method == "POST":
        logout(request)
        messages.success(request, _("您已退出登录。"))
        answer["Clear-Site-Data"] = '"cache"'  # drafts go by js/person.js: only those of who signs out
    return answer


@action(SIGNED_IN)
@never_cache
@limited("change_password", PASSWORD_TRIES_PER_HOUR)
@sensitive_post_parameters("old_password", "new_password1", "new_password2")
def change_password(request):
    """The old password, then the new one twice. A second factor comes first."""
    if services.owes_code(request.user):
        return redirect(f"{reverse('second_factor')}?next={request.path}")
    form = ChangePasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.change_password(request, form)
        messages.success(request, _("密码已修改，其他设备上的登录已全部退出。"))
        return redirect(services.next_stop(request))
    return render(request, "account/change_password.html", {"form": form, "next": services.wanted_page(request)})


@action(SIGNED_IN)
@never_cache
def choose_post(request):
    """Which of one's live posts to act for; it can be changed at any time."""
    posts = request.user.live_posts
    if request.method == "POST":
        post = next((post for post in posts if str(post.pk) == request.POST.get("post")), None)
        if post:
            services.serve_as(request, post)
            return redirect(services.next_stop(request))
        messages.error(request, _("该岗位已经结束，请重新选择。"))
        return redirect(services.keeping_next(request, "choose_post"))
    context = {"posts": posts, "acting_post": request.user.acting_post, "next": services.wanted_page(request)}
    return render(request, "account/choose_post.html", context)


@page(SIGNED_IN)
@never_cache
def account(request):
    """Who one is here, and when one signed in."""
    context = {"facts": facts_of(request), "staff": services.serves(request.user), "posts": request.user.live_posts}
    return render(request, "account/account.html", context)


@action(PUBLIC)
@never_cache
@limited("register", settings.PUBLIC_POSTS_PER_HOUR)
@sensitive_post_parameters("password1", "password2")
def register(request):
    """A resident's account; filing and tracking work without one."""
    if request.user.is_authenticated:
        return redirect(services.next_stop(request))
    form = RegisterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = services.register(form.cleaned_data)
        except IntegrityError:
            form.add_error("username", _("这个用户名已有人使用，请换一个。"))
        else:
            return _welcome(request, person)
    return render(request, "account/register.html", {"form": form, "next": services.wanted_page(request)})


def _welcome(request, person):
    person.backend = "governance.people.backends.PeopleBackend"
    services.enter(request, person, at=timezone.now())
    messages.success(request, _("账号已建立，您已登录。"))
    return redirect(services.next_stop(request))


@action(PUBLIC)
def large_type(request):
    """Sets or clears large type in this browser, then goes back to the page one came from."""
    answer = redirect(services.wanted_page(request) or "home")
    if request.method != "POST":
        return answer
    if request.POST.get("large") == "1":
        secure = settings.SESSION_COOKIE_SECURE
        answer.set_cookie(LARGE_TYPE_COOKIE, "1", max_age=ONE_YEAR, secure=secure, httponly=True, samesite="Lax")
    else:
        answer.delete_cookie(LARGE_TYPE_COOKIE, samesite="Lax")
    return answer
