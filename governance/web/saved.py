"""Filters a person saved under a name."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    """A list's address under a name of one's own."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters")
    list_name = models.CharField(_("列表"), max_length=60)
    name = models.CharField(_("名称"), max_length=30)
    query = models.CharField(_("筛选条件"), max_length=1000)

    class Meta:
        verbose_name = verbose_name_plural = _("常用筛选")
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=["user", "list_name", "name"], name="saved_filter_once")]

    def __str__(self):
        return self.name


def saved_filters(user, list_name):
    """A person's saved filters of a list, for components/filters.html."""
    return [
        {"label": row.name, "url": f"?{row.query}", "key": row.pk} for row in SavedFilter.objects.filter(user=user, list_name=list_name)
    ]
