"""What is typed about committees, mediators and studios, and whom a party wants."""

from itertools import groupby

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Kind, Side
from disputes.mediators import rules
from disputes.mediators.enums import Background, CommitteeKind, Employment, Trade
from disputes.mediators.flow import FACTS, PERSON
from disputes.mediators.services import choosable_for, longest_term
from disputes.mediators.sheet import columns_in
from disputes.mediators.terms import MEMBER, TERM
from governance.files.checking import check
from governance.files.rules import TABLES, accept_attribute
from governance.people.enums import Role
from governance.people.models import User
from governance.privacy.phones import is_phone
from governance.sheets.reading import SheetRefused, read_table
from governance.web.casework.creating import PlacedForm
from governance.web.days import DayField
from governance.web.formats import cn_date
from governance.web.steps import StepForm

MOST_ROWS = 500
FIRST_SEAT, LAST_SEAT = min(rules.SEATS), max(rules.SEATS)
NOTE_LABELS = {
    "dismiss": _("离任原因"), "refuse_studio": _("不同意的原因"), "close_studio": _("停办原因"), "dissolve": _("撤销原因"),
    "restore": _("恢复原因"),
}  # fmt: skip


class PhoneField(forms.CharField):
    """A work number."""

    def __init__(self, *, label, help_text, **kwargs):
        super().__init__(label=label, max_length=20, help_text=help_text, widget=forms.TelInput(attrs={"autocomplete": "off"}), **kwargs)

    def clean(self, value):
        phone = super().clean(value)
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，固定电话请带区号。"))
        return phone


def boxes(label):
    return forms.MultipleChoiceField(
        label=label, choices=Kind.choices, required=False, widget=forms.CheckboxSelectMultiple, help_text=_("不选表示各类纠纷都调解。")
    )


def office_phone(label):
    return PhoneField(label=label, help_text=_("对外公开。填写办公或者值班电话，不填个人号码。"))


def seats():
    return forms.IntegerField(
        label=_("委员人数"), min_value=FIRST_SEAT, max_value=LAST_SEAT, initial=FIRST_SEAT, help_text=_("三至九人（人民调解法第八条）。")
    )


def term_days():
    return {
        "term_from": DayField(label=_("本届自"), until=timezone.localdate()),
        "term_until": DayField(label=_("本届至"), help_text=_("每届任期三年，可以连选连任（人民调解法第九条）。")),
    }


def fact_fields():
    """A fresh field for each fact of a committee, by name."""
    return {
        "title": forms.CharField(label=_("名称"), min_length=4, max_length=60, help_text=_("全称，例如“××社区人民调解委员会”。")),
        "venue": forms.CharField(label=_("地址"), max_length=120),
        "room": forms.CharField(label=_("调解室"), max_length=40, required=False, help_text=_("楼层、房号。")),
        "hours": forms.CharField(label=_("工作时间"), max_length=80, initial=_("工作日 8:30—12:00，14:30—17:30")),
        "phone": office_phone(_("联系电话")),
        "seats": seats(),
        "founded_on": DayField(label=_("成立日期"), until=timezone.localdate()),
    }


def check_span(form, values, since, until, *, code):
    """The end comes after the beginning, and within the longest term."""
    begins, ends = values.get(since), values.get(until)
    if begins and ends and ends < begins:
        form.add_error(until, _("不能早于开始日期。"))
    elif begins and ends and ends > (most := longest_term(begins, code=code, at=timezone.now())):
        form.add_error(until, _now("任期、聘期不能超过规定的时间，最晚到%(day)s。") % {"day": cn_date(most)})


class CommitteeForm(PlacedForm):
    """A new entry."""

    kind = forms.ChoiceField(label=_("类型"), choices=CommitteeKind.choices, widget=forms.RadioSelect)
    trade = forms.ChoiceField(
        label=_("领域"), choices=[("", _("请选择")), *Trade.choices], required=False, help_text=_("行业性、专业性调委会填写。")
    )
    trade.depends = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.update({**fact_fields(), **term_days()})

    def clean(self):
        values = super().clean()
        is_trade = values.get("kind") == CommitteeKind.TRADE
        if is_trade and not values.get("trade"):
            self.add_error("trade", _("请选择领域。"))
        values["trade"] = values.get("trade", "") if is_trade else ""
        check_span(self, values, "term_from", "term_until", code=TERM.limit)
        return values


def _people(case, user, **more):
    return forms.ModelChoiceField(case.people.staying().order_by("name"), empty_label=_("请选择"), **more)


def _account(case, user):
    """Those who may sign in as mediators of this committee."""
    serving = User.objects.filter(is_active=True, posts__office=case.office_id, posts__role=Role.MEDIATOR, posts__ends=None)
    return forms.ModelChoiceField(
        serving.distinct().order_by("name"), label=_("账号"), required=False, empty_label=_("没有账号"),
        help_text=_("有账号才能在平台上指派调解、记录工作量。"),
    )  # fmt: skip


def _fact(name):
    def build(case, user):
        field = fact_fields()[name]
        field.initial = getattr(case, name)
        return field

    return build


def _term(name):
    def build(case, user):
        field = term_days()[name]
        field.initial = case.term_until if name == "term_from" and case.term_until <= timezone.localdate() else None
        return field

    return build


BUILDERS = {
    **{name: _fact(name) for name in FACTS},
    "term_from": _term("term_from"),
    "term_until": _term("term_until"),
    "mediator": lambda case, user: _people(case, user, label=_("调解员")),
    "leader": lambda case, user: _people(case, user, label=_("负责人")),
    "person_name": lambda case, user: forms.CharField(label=_("姓名"), min_length=2, max_length=40),
    "employment": lambda case, user: forms.ChoiceField(label=_("专职或兼职"), choices=Employment.choices, widget=forms.RadioSelect),
    "background": lambda case, user: forms.ChoiceField(label=_("来源"), choices=Background.choices, help_text=_("不对外公开。")),
    "qualification": lambda case, user: forms.CharField(
        label=_("资质"), max_length=100, required=False, help_text=_("例如法律职业资格、执业医师。")
    ),
    "specialities": lambda case, user: boxes(_("擅长")),
    "work_phone": lambda case, user: PhoneField(
        label=_("工作电话"), required=False, help_text=_("固定电话对外公开；手机号只在名册内使用，公开页面显示调委会电话。")
    ),
    "account": _account,
    "since": lambda case, user: DayField(label=_("聘期自"), initial=timezone.localdate()),
    "until": lambda case, user: DayField(label=_("聘期至")),
    "left_on": lambda case, user: DayField(label=_("离任日期"), initial=timezone.localdate(), until=timezone.localdate()),
    "studio_name": lambda case, user: forms.CharField(label=_("工作室名称"), min_length=4, max_length=60),
    "studio_venue": lambda case, user: forms.CharField(label=_("地址"), max_length=120, initial=case.venue),
    "studio_phone": lambda case, user: office_phone(_("联系电话")),
    "studio": lambda case, user: forms.ModelChoiceField(case.studios.waiting(), label=_("工作室"), empty_label=_("请选择")),
    "open_studio": lambda case, user: forms.ModelChoiceField(case.studios.running(), label=_("工作室"), empty_label=_("请选择")),
}


class CommitteeStepForm(StepForm):
    """The form of any step of a committee."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)
        if step.name == "correct_mediator":
            self._leave_what_is_known()

    def _leave_what_is_known(self):
        for name in PERSON:
            field = self.fields[name]
            field.required, field.help_text = False, _("不填、不选的保持不变。")
            if name in {"employment", "background"}:
                field.choices = [("", _("不变")), *field.choices]

    def clean(self):
        values = super().clean()
        check_span(self, values, "term_from", "term_until", code=TERM.limit)
        check_span(self, values, "since", "until", code=MEMBER.limit)
        if values.get("person_name"):  # what was typed is no column of the committee: the timeline tells who it was
            values["note"] = "\n".join(filter(None, [values["person_name"], values.get("note", "")]))
        return values


class ImportForm(forms.Form):
    """A sheet of mediators: taken in whole, or not at all, with every fault named."""

    file = forms.FileField(
        label=_("表格"), widget=forms.FileInput(attrs={"accept": accept_attribute(TABLES)}),
        help_text=_("Excel（.xlsx）或 CSV，一次最多 500 行。已在聘的更正信息、延长聘期，没有的新聘。"),
        error_messages={"required": _("请选择文件。"), "empty": _("这是空文件，请重新选择。")},
    )  # fmt: skip

    def __init__(self, *args, committees, **kwargs):
        super().__init__(*args, **kwargs)
        self.committees, self.rows, self.faults = committees, [], []

    def clean_file(self):
        file = self.cleaned_data["file"]
        check(file, allowed=TABLES)
        try:
            self._read(file)
        except SheetRefused as refused:
            raise forms.ValidationError(refused.messages) from refused
        if self.faults:
            raise forms.ValidationError(_now("表格有 %(n)s 处需要更正，没有导入任何一行。") % {"n": len(self.faults)})
        if not self.rows:
            raise forms.ValidationError(_("表格里没有可以导入的内容。"))
        return file

    def _read(self, file):
        seen = set()
        for row in read_table(file, columns_in(self.committees)):
            if row.number > MOST_ROWS + 1:
                raise SheetRefused(_("一次最多 500 行，请分成几份。"))
            self.faults += [*row.errors, *self._wrong(row, seen)]
            self.rows.append(told(row.values))

    def _wrong(self, row, seen):
        """What shows only beside the other columns."""
        facts = row.values
        begins, ends = facts.get("since"), facts.get("until")
        key = facts.get("committee") and (facts["committee"].pk, facts.get("person_name"))
        if key and key in seen:
            yield row.fault("person_name", _("与前面的一行重复"))
        seen.add(key)
        if begins and ends and (ends < begins or ends > longest_term(begins, code=MEMBER.limit, at=timezone.now())):
            yield row.fault("until", _("早于开始日期，或者超过规定的最长聘期"))


def told(facts):
    """A row as the steps take it; what was left empty is empty text."""
    kept = {name: facts.get(name) for name in ("committee", "person_name", "employment", "background", "since", "until")}
    note = _now("%(name)s（表格导入）") % {"name": facts.get("person_name")}
    more = {name: facts.get(name) or "" for name in ("qualification", "work_phone")}
    return {**kept, **more, "specialities": facts.get("specialities") or [], "note": note}


class ChoiceField(forms.ModelChoiceField):
    """Mediators as radio buttons, in groups by their committee: whom the other side named first, then those of the committee that holds
    the dispute."""

    def __init__(self, rows, *, holder, proposed=None, **kwargs):
        super().__init__(rows, empty_label=None, widget=forms.RadioSelect, **kwargs)
        self.holder, self.proposed = holder, proposed
        self.choices = lambda: [(str(title), [(row.pk, self.label_of(row)) for row in found]) for title, found in self._grouped()]

    def _grouped(self):
        rows = sorted(self.queryset, key=lambda row: (row.pk != self.proposed, row.committee.office_id != self.holder))
        return groupby(rows, key=lambda row: _now("对方选定的调解员") if row.pk == self.proposed else row.committee.title)

    def label_of(self, row):
        told = [_now("擅长%(kinds)s") % {"kinds": row.kinds_label}] if row.kinds else []
        told += [row.committee.title] if row.pk == self.proposed else []
        return f"{row.name}（{'；'.join(told)}）" if told else row.name


class ChoiceForm(forms.Form):
    """One side names a mediator; whom the other side named stands first."""

    def __init__(self, *args, mediation, proposed=None, chosen=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mediator"] = ChoiceField(
            choosable_for(mediation, day=timezone.localdate()), holder=mediation.office_id, proposed=proposed, label=_("选择调解员"),
            initial=chosen or proposed,
            error_messages={"required": _("请选择一位调解员。"), "invalid_choice": _("这位调解员现在不能选，请重新选择。")},
        )  # fmt: skip


class CounterChoiceForm(ChoiceForm):
    """The committee takes down what a side said at the counter or on the telephone."""

    side = forms.ChoiceField(
        label=_("哪一方"), choices=[(side.value, side.label) for side in (Side.APPLICANT, Side.RESPONDENT)], widget=forms.RadioSelect,
        error_messages={"required": _("请选择是哪一方。")},
    )  # fmt: skip
