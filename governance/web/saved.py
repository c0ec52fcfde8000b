"""Filters a person saved under a name, for oneself or for the colleagues of the office."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.people.models import Office, Post
from governance.prepared import Prepared

COLUMNS = ("pk", "name", "list_name", "query", "office", "user", "user__name")


class SavedFilter(models.Model):
    """A list's address under a name of one's own."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters")
    list_name = models.CharField(_("列表"), max_length=60)
    name = models.CharField(_("名称"), max_length=30)
    query = models.CharField(_("筛选条件"), max_length=1000)
    office = models.ForeignKey(Office, models.CASCADE, null=True, related_name="+", verbose_name=_("共享给"))  # whose people see it too

    class Meta:
        verbose_name = verbose_name_plural = _("常用筛选")
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=["user", "list_name", "name"], name="saved_filter_once")]

    def __str__(self):
        return self.name


REACHED = Prepared(
    lambda user, office: SavedFilter.objects.filter(Q(user=user) | Q(office=office)).order_by().values_list(*COLUMNS, named=True),
    user=int, office=int,
)  # fmt: skip
NO_OFFICE = 0


def found_by(user, *, at):
    """Rows of (pk, name, list_name, query, office, user, user__name): one's own first, then what colleagues who serve there now share with
    the office one acts for.

    A filter is an address: whoever opens it finds what the own post may see, never the rows of who saved it.
    """
    office = user.acting_post.office_id if user.acting_post else NO_OFFICE
    rows = REACHED.rows(user=user.pk, office=office)
    others = {row.user for row in rows} - {user.pk}
    serving = set(Post.objects.live(at).filter(user__in=others, office=office).values_list("user", flat=True)) if others else set()
    return sorted((row for row in rows if row.user in serving | {user.pk}), key=lambda row: (row.user != user.pk, row.name, row.pk))


def saved_filters(user, list_name):
    """The saved filters a person finds on a list, for components/save_filter.html."""
    return [
        {"label": row.name, "url": f"?{row.query}", "key": row.pk, "shared": row.office is not None, "by": shared_by(row, user)}
        for row in found_by(user, at=timezone.now())
        if row.list_name == list_name
    ]


def shared_by(row, user):
    """Who shares the filter; "" for one's own."""
    return "" if row.user == user.pk else row.user__name
