"""Filters a person saved under a name, for oneself or for the colleagues of the office."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.people.models import Office, Post


class SavedFilterQuerySet(models.QuerySet):
    def of(self, user, *, at):
        """One's own, and what colleagues who serve there now share with the office one acts for; one's own first.

        A filter is an address: whoever opens it finds what the own post may see, never the rows of who saved it.
        """
        office = user.acting_post.office_id if user.acting_post else None
        serving = Post.objects.live(at).filter(user=OuterRef("user"), office=OuterRef("office"))
        shared = Q(office=office, office__isnull=False) & Exists(serving)
        rows = self.filter(Q(user=user) | shared).select_related("user")
        return rows.annotate(is_own=models.Case(models.When(user=user, then=True), default=False)).order_by("-is_own", "name", "pk")


class SavedFilter(models.Model):
    """A list's address under a name of one's own."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters")
    list_name = models.CharField(_("列表"), max_length=60)
    name = models.CharField(_("名称"), max_length=30)
    query = models.CharField(_("筛选条件"), max_length=1000)
    office = models.ForeignKey(Office, models.CASCADE, null=True, related_name="+", verbose_name=_("共享给"))  # whose people see it too

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("常用筛选")
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=["user", "list_name", "name"], name="saved_filter_once")]

    def __str__(self):
        return self.name


def saved_filters(user, list_name):
    """The saved filters a person finds on a list, for components/save_filter.html; `by` names who shares it, "" for one's own."""
    return [drawn(row) for row in SavedFilter.objects.of(user, at=timezone.now()).filter(list_name=list_name)]


def drawn(row):
    facts = {"label": row.name, "url": f"?{row.query}", "key": row.pk, "shared": row.office_id is not None}
    return {**facts, "by": "" if row.is_own else row.user.name}
