"""Setting up a programme, proposing a title, and the forms of the steps."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.access.scope import places_for
from governance.people.enums import OfficeType
from governance.people.models import Office, User
from governance.privacy.blind import blind_index
from governance.web.days import DayField, days_from_today
from governance.web.stale import NeverOverwrites
from governance.web.steps import GroupedChoiceField, StepForm
from supervision.honours.enums import Authority, Word
from supervision.honours.models import Programme
from supervision.honours.permissions import NOMINATE
from supervision.honours.rules import authorities_of, person_fault
from supervision.honours.services import NAME, bar_of_title, is_proposed, programmes_for
from supervision.oversight.forms import PRIVATE_TEXT, public_field
from supervision.oversight.rules import names_a_person

TYPES = (
    OfficeType.LEADING_GROUP, OfficeType.GOVERNMENT, OfficeType.CENTRE, OfficeType.TOWNSHIP, OfficeType.VILLAGE, OfficeType.BUREAU,
    OfficeType.COMMITTEE,
)  # fmt: skip
NOTE_LABELS = {
    "record_check": _("核查意见"),
    "register_objection": _("异议内容"),
    "settle_objection": _("核实情况"),
    "refuse": _("不予授予的理由"),
    "withdraw": _("撤销理由"),
}
FAULTS = {
    "who": _("提名先进个人的，请选择平台账号，或者填写姓名。"),
    "missing": _("请填写职务。"),
    "not_personal": _("该称号授予单位，不填人员。"),
}


def _authority(case, user):
    offered = [(key, Authority(key).label) for key in authorities_of(case.is_personal)]
    return forms.TypedChoiceField(label=_("征求意见的单位"), choices=offered, coerce=Authority)


def _objection(case, user):
    rows = case.objections.filter(word=Word.OPEN)
    field = forms.ModelChoiceField(rows, label=_("异议"), empty_label=_("请选择"))
    field.label_from_instance = lambda row: f"{timezone.localdate(row.at)} {row.text[:30]}"
    return field


BUILDERS = {
    "authority": _authority,
    "passed": lambda case, user: forms.BooleanField(label=_("无不同意见"), required=False),
    "public_text": lambda case, user: public_field(_("公示内容")),
    "objection": _objection,
    "upheld": lambda case, user: forms.BooleanField(label=_("异议属实，影响授予"), required=False),
    "decision": lambda case, user: forms.CharField(label=_("授予文件（名称、文号）"), max_length=80),
}


class HonourStepForm(StepForm):
    """The form of any step of an honour."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)

    def clean_public_text(self):
        text = self.cleaned_data["public_text"]
        if names_a_person(text):
            raise forms.ValidationError(PRIVATE_TEXT)
        return text


class ProgrammeForm(NeverOverwrites):
    """A title of a year, its basis and quota."""

    class Meta:
        model = Programme
        fields = ("title", "award", "year", "basis", "quota", "nominate_until", "is_comprehensive")
        help_texts = {
            "is_comprehensive": _("考核不合格的单位不得提名（条例第五十八条）；单项工作的称号不勾选。有提名后不能改。先进个人一律限制。"),
        }  # fmt: skip

    def __init__(self, *args, office, **kwargs):
        super().__init__(*args, **kwargs)
        self.office = office
        self.fields["nominate_until"] = DayField(label=_("提名截止"), since=days_from_today(0), until=days_from_today(2 * 365))
        self.fields["quota"].min_value = 1
        if not self.instance.pk:
            self.fields["year"].initial = timezone.localdate().year

    def clean_year(self):
        year = self.cleaned_data["year"]
        if not 2022 <= year <= 2099:
            raise forms.ValidationError(_("请填写2022年以后的年度。"))
        return year

    def clean_quota(self):
        if not self.cleaned_data["quota"]:
            raise forms.ValidationError(_("名额至少1个。"))
        return self.cleaned_data["quota"]

    def clean_is_comprehensive(self):
        """Nobody is let in, or kept out, after the nominations have begun."""
        chosen = self.cleaned_data["is_comprehensive"]
        if self.instance.pk and chosen != self.initial["is_comprehensive"] and self.instance.honours.exists():
            raise forms.ValidationError(_("已经有提名，不能再改是否综合性。"))
        return chosen

    def clean(self):
        values = super().clean()
        same = Programme.objects.filter(office=self.office, award=values.get("award"), year=values.get("year"))
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("award", _("本单位该年度已经设立这一称号的表彰项目。"))
        return values


class NominationForm(forms.Form):
    """A title for a unit, or for one person of it."""

    merits = forms.CharField(label=_("主要事迹"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, *args, user, at, **kwargs):
        super().__init__(*args, **kwargs)
        programmes = programmes_for(user.acting_post.office, at=at)
        self.fields["programme"] = forms.ModelChoiceField(programmes, label=_("表彰项目"), empty_label=_("请选择"))
        offices = Office.objects.in_use().filter(place__in=places_for(user, NOMINATE), type__in=TYPES).select_related("place")
        self.fields["unit"] = GroupedChoiceField(
            offices.order_by("place__path", "type", "code"), group_of=lambda row: row.place.short_name,
            label_of=lambda row: row.short_name, label=_("单位"),
        )  # fmt: skip
        self.fields["username"] = forms.CharField(
            label=_("人员的平台用户名"), max_length=60, required=False,
            help_text=_("提名先进个人时填写；没有账号的，填写下面的姓名。"),
        )  # fmt: skip
        self.fields["name"] = forms.CharField(label=_("人员姓名"), max_length=40, required=False, help_text=_("密存，公示时只显示姓氏。"))
        self.fields["duty"] = forms.CharField(label=_("人员职务"), max_length=60, required=False)
        self.order_fields(["programme", "unit", "username", "name", "duty", "merits"])

    def clean_username(self):
        username = self.cleaned_data["username"].strip()
        person = User.objects.filter(username=username).first() if username else None
        if username and person is None:
            raise forms.ValidationError(_("没有这个用户名。"))
        self.person = person
        return username

    def clean(self):
        values = super().clean()
        programme, unit = values.get("programme"), values.get("unit")
        if programme and unit:
            self._check_person(programme, values)
            if not self.errors:
                self._check_bars(programme, unit, values)
        return values

    def _check_person(self, programme, values):
        person = getattr(self, "person", None)
        for field, fault in person_fault(programme.is_personal, account=person, name=values["name"].strip(), duty=values["duty"]).items():
            self.add_error({"person": "username"}.get(field, field), FAULTS[fault])

    def _check_bars(self, programme, unit, values):
        """Art. 58 beside the field it is about; and no title twice."""
        index = self.index if programme.is_personal else ""
        if bar := bar_of_title(programme, unit, person=self.person, index=index):
            self.add_error("unit" if not programme.is_personal else "username" if self.person else "name", bar)
        elif is_proposed(unit=unit, award=programme.award, year=programme.year, index=index):
            self.add_error("unit", _("该单位或者人员本年度已提名或者已获得这一称号。"))

    @property
    def index(self):
        return blind_index(self.person.name if self.person else self.cleaned_data["name"], purpose=NAME)

    @property
    def facts(self):
        """What the service takes."""
        values = self.cleaned_data
        facts = {"programme": values["programme"], "unit": values["unit"], "merits": values["merits"]}
        return {**facts, "person": self.person, "name": values["name"].strip(), "duty": values["duty"]}
