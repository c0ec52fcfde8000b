"""Kinds of days that are not what their place in the week says, with their names."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.calendar import workdays


class DayKind(models.TextChoices):
    """The kinds of `workdays.DayKind`, for forms and the database."""

    HOLIDAY = workdays.DayKind.HOLIDAY.value, _("法定节假日")
    MAKE_UP = workdays.DayKind.MAKE_UP.value, _("调休上班日")
    LOCAL = workdays.DayKind.LOCAL.value, _("地方放假日")
