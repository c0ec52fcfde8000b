"""What an administrator types about the calendar."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.web.administration.calendar.lines import decoded, read_days

LARGEST_FILE = 200_000  # bytes; a year has some thirty lines
ERRORS_SHOWN = 20


def day_field(**kwargs):
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


def clock_field(**kwargs):
    return forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **kwargs)


class YearForm(forms.Form):
    """A year's days, pasted or uploaded, and the notice they come from. `cleaned_data["days"]` holds what was read."""

    source = forms.CharField(
        label=_("依据"),
        max_length=200,
        help_text=_("如：国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕…号）"),
    )
    official = forms.BooleanField(label=_("这是正式通知"), required=False, help_text=_("不勾选则作为推算，涉及的期限标注“暂定”。"))
    rows = forms.CharField(
        label=_("放假与调休日"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text=_("每行一天：日期，类型（放假或上班），名称。例：2027-01-01，放假，元旦。未列出的日子按星期计算。"),
    )
    file = forms.FileField(label=_("或上传文件"), required=False, help_text=_("CSV 或文本文件，格式同上；上传后以文件内容为准。"))

    def __init__(self, *args, year, **kwargs):
        super().__init__(*args, **kwargs)
        self.year = year

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError(_("文件过大，请确认是否选对了文件。"))
        return file

    def clean(self):
        cleaned = super().clean()
        try:
            text = decoded(cleaned["file"].read()) if cleaned.get("file") else cleaned.get("rows", "")
        except ValueError as error:
            raise forms.ValidationError(str(error), code="file") from error
        reading = read_days(text, year=self.year)
        if reading.errors:
            raise forms.ValidationError([str(error) for error in reading.errors[:ERRORS_SHOWN]])
        if not reading.days:
            raise forms.ValidationError(_("请粘贴或上传该年度的放假与调休日。"))
        return {**cleaned, "days": reading.days}


class LocalHolidayForm(forms.Form):
    """A day the local government gave free."""

    day = day_field(label=_("日期"))
    name = forms.CharField(label=_("名称"), max_length=60)
    source = forms.CharField(label=_("依据"), max_length=200)

    def __init__(self, *args, year, **kwargs):
        super().__init__(*args, **kwargs)
        self.year = year

    def clean_day(self):
        day = self.cleaned_data["day"]
        if day.year != self.year:
            raise forms.ValidationError(_("请填写 %(year)s 年的日期。"), params={"year": self.year})
        return day


class OfficeHoursForm(forms.Form):
    """Office hours from a day on: morning and, if there is one, afternoon."""

    valid_from = day_field(label=_("自何日起"))
    morning_opens = clock_field(label=_("上午上班"))
    morning_closes = clock_field(label=_("上午下班"))
    afternoon_opens = clock_field(label=_("下午上班"), required=False)
    afternoon_closes = clock_field(label=_("下午下班"), required=False)

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_valid_from(self):
        day = self.cleaned_data["valid_from"]
        if day < self.today:
            raise forms.ValidationError(_("不能早于今天，已经过去的办公时间不再改变。"))
        return day

    def clean(self):
        cleaned = super().clean()
        bounds = [cleaned.get(name) for name in list(self.fields)[1:]]
        if bool(bounds[2]) != bool(bounds[3]):
            raise forms.ValidationError(_("下午上班和下班时间请一并填写。"))
        given = [bound for bound in bounds if bound]
        if any(earlier >= later for earlier, later in zip(given, given[1:], strict=False)):
            raise forms.ValidationError(_("时间须依次递增，上午、下午不能重叠。"))
        return {**cleaned, "periods": list(zip(given[::2], given[1::2], strict=False))}
