"""离岗代管: everyone arranges the own leave, an administrator that of the people of the own area."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.people.models import Leave, Post
from governance.permissions import PEOPLE
from governance.web.administration.reach import one, people_within, posts_within
from governance.web.leaves import services
from governance.web.leaves.forms import LeaveForm
from governance.web.page import SIGNED_IN, action, unfinished_sign_in


@action(SIGNED_IN)
def leave(request):
    """The own leaves, those one stands in for, and a new one."""
    if not request.user.live_posts:
        return redirect("home")
    if unfinished := unfinished_sign_in(request.user):
        return redirect(unfinished)
    own, others = services.leaves_of(request.user, at=timezone.now())
    context = {"own": own, "others": others, "breadcrumb": [(_("我的一天"), reverse("day")), (_("离岗代管"), "")]}
    return leave_page(request, request.user.live_posts, own, context, back="leave")


@action(PEOPLE, of="person")
def person_leave(request, pk):
    """The leaves of one person at the offices of the own area."""
    at, person = timezone.now(), one(people_within(request.user), pk=pk)
    posts = posts_within(request.user).filter(user=person, pk__in=Post.objects.live(at)).with_office().order_by("pk")
    own = Leave.objects.not_over(at).with_people().filter(post__user=person, post__in=posts_within(request.user))
    trail = [(_("人员与岗位"), reverse("people")), (person.name, reverse("person_detail", args=[pk])), (_("离岗代管"), "")]
    context = {"person": person, "own": own, "others": [], "breadcrumb": trail}
    return leave_page(request, [*posts], own, context, back="person_leave", args=[pk])


def leave_page(request, posts, own, context, *, back, args=()):
    """Show the leaves with the form of a new one, and take what is sent: a new one, or the end of one of these."""
    at = timezone.now()
    ended = next((row for row in own if str(row.pk) == request.POST.get("end")), None)
    form = LeaveForm(request.POST if request.method == "POST" and "end" not in request.POST else None, posts=posts, at=at)
    try:
        if ended:
            services.end(ended, by=request.user, at=at)
            messages.success(request, _("代管已结束。"))
            return redirect(back, *args)
        if form.is_bound and form.is_valid():
            made = services.register(**form.facts(), by=request.user, at=at)
            messages.success(request, _("已登记：%(told)s。") % {"told": services.told(made)})
            return redirect(back, *args)
    except services.Refused as refused:
        form.add_error(None, str(refused)) if form.is_bound else messages.error(request, str(refused))
    context |= {"form": form, "posts": posts, "now": at}
    return render(request, "leaves/leave.html", context, status=422 if form.errors else 200)
