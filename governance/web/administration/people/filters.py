"""How the list of people is narrowed."""

import django_filters as filters
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.people.enums import Role
from governance.people.models import Post, User

STATES = [("live", _("在任")), ("vacant", _("无在任岗位")), ("inactive", _("账号停用"))]


class PeopleFilter(filters.FilterSet):
    """`office` and `role` look at live posts, so that the list answers "who serves there now".

    With `state=vacant` at ended ones.
    """

    q = filters.CharFilter(label=_("姓名、用户名或电话"), method="with_words")
    office = filters.CharFilter(label=_("机构"), method="at_office")
    role = filters.ChoiceFilter(label=_("角色"), choices=Role.choices, method="in_role", empty_label=_("全部"))
    state = filters.ChoiceFilter(label=_("状态"), choices=STATES, method="in_state", empty_label=_("全部"))

    class Meta:
        model = User
        fields = ()

    def with_words(self, queryset, name, value):
        return queryset.filter(Q(name__icontains=value) | Q(username__icontains=value) | Q(work_phone__contains=value))

    def at_office(self, queryset, name, value):
        named = Q(office__name__icontains=value) | Q(office__short_name__icontains=value) | Q(office__code=value)
        return queryset.filter(Exists(self.posts().filter(named)))

    def in_role(self, queryset, name, value):
        return queryset.filter(Exists(self.posts().filter(role=value)))

    def in_state(self, queryset, name, value):
        if value == "inactive":
            return queryset.filter(is_active=False)
        serving = Exists(Post.objects.live(timezone.now()).filter(user=OuterRef("pk")))
        return queryset.filter(serving if value == "live" else ~serving, is_active=True)

    def posts(self):
        """The posts that office and role ask about."""
        if self.form.cleaned_data.get("state") in {"vacant", "inactive"}:
            return Post.objects.filter(user=OuterRef("pk"))
        return Post.objects.live(timezone.now()).filter(user=OuterRef("pk"))
