"""Days and moments that can be meant: a slip of the finger must not get into a paper with legal effect."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.web.formats import cn_date

ONE_DAY = timedelta(days=1)
MINUTES = "%Y-%m-%dT%H:%M"


def days_from_today(count):
    """The day so many days after today, before it where `count` is negative."""
    return timezone.localdate() + count * ONE_DAY


def named(day):
    """今天, or the date."""
    return _("今天") if day == timezone.localdate() else cn_date(day)


class Bounded:
    """`since` and `until` are the first and the last day allowed; None leaves that side open."""

    def __init__(self, *args, since=None, until=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.since, self.until = since, until

    def validate(self, value):
        super().validate(value)
        if value in self.empty_values:
            return
        day = self.day_of(value)
        if self.since and day < self.since:
            raise forms.ValidationError(_("不能早于%(day)s。") % {"day": named(self.since)})
        if self.until and day > self.until:
            raise forms.ValidationError(_("不能晚于%(day)s。") % {"day": named(self.until)})


class DayField(Bounded, forms.DateField):
    """A day, chosen in the browser's calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def day_of(self, value):
        return value


class MomentField(Bounded, forms.DateTimeField):
    """A day and an hour in one field."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTES)

    def day_of(self, value):
        return timezone.localtime(value).date()
