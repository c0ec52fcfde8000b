"""What people type: an edition of a plan, and the forms of its steps."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.plans.enums import Kind, Scenario
from emergencies.plans.rules import lacking
from emergencies.plans.services import latest_review
from governance.files.forms import OneFileField
from governance.files.rules import DOCX, IMAGES, PDF
from governance.privacy.phones import is_phone
from governance.web.days import DayField, days_from_today
from governance.web.holding import HoldsPapers, held_name
from governance.web.steps import StepForm

PAPERS, DRAWINGS = (PDF.mime, DOCX.mime, *IMAGES), (PDF.mime, *IMAGES)
YEAR = 365  # days
OLDEST = 5 * YEAR
MOST_CONTACTS, LONGEST_CONTACT = 30, 60
NOTE_LABELS = {
    "review": _("审查意见"),
    "return": _("需要修改的内容"),
    "resubmit": _("修改说明"),
    "reassess": _("评估结论"),
    "remind": _("催办要求"),
    "withdraw": _("撤回原因"),
    "repeal": _("废止原因"),
}
NOTE_HELP = {
    "reassess": _("写明评估日期、参加人员和为什么不需要修订；需要修订的，请用“修订”报送新版。"),
    "repeal": _("废止后没有其他现行预案的，会列入“没有现行预案”名单。"),
}
LACKING = {
    "document": ("document", _("请上传预案文本。")),
    "drawing": ("drawing", _("场所的预案须附疏散图。")),
    "scenarios": ("scenarios", _("请至少选择一种情形。")),
}


def _text(label, *, most, rows=0, required=True, hint="", initial=""):
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": most}) if rows else None
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint, initial=initial, widget=widget)


class DutyPhoneField(forms.CharField):
    def clean(self, value):
        phone = super().clean(value)
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写带区号的固定电话或手机号。"))
        return phone


class ContactsField(forms.CharField):
    """A person a line. It is sealed once it is kept."""

    def clean(self, value):
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_CONTACTS or any(len(line) > LONGEST_CONTACT for line in lines):
            raise forms.ValidationError(
                _("最多 %(most)s 人，每人一行，每行不超过 %(long)s 个字。") % {"most": MOST_CONTACTS, "long": LONGEST_CONTACT}
            )
        return "\n".join(lines)


def _people(plan):
    """The fields that name who commands and who is called; sealed lines are never filled in again."""
    kept = (
        _("已登记 %(count)s 人，加密保存；不填则不变，填写则全部替换。") % {"count": plan.contact_count}
        if plan and plan.contact_count
        else ""
    )
    hint = kept or _("每人一行：姓名、职责、手机，如“赵立新，疏散引导，13800000000”。加密保存，查看须说明用途。")
    return {
        "commander": _text(
            _("总指挥"), most=60, hint=_("姓名和职务，一般为单位主要负责人。"), initial=plan.commander if plan else ""
        ),
        "deputies": _text(
            _("副总指挥"), most=200, required=False, hint=_("姓名和职务，可以填几人。"), initial=plan.deputies if plan else ""
        ),
        "duty_phone": DutyPhoneField(
            label=_("应急值班电话"), max_length=20, help_text=_("24小时有人接听。"), initial=plan.duty_phone if plan else "",
            widget=forms.TelInput(attrs={"autocomplete": "off"}),
        ),
        "contact_lines": ContactsField(
            label=_("应急联系人"), required=False, max_length=2000, help_text=hint,
            widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        ),
    }  # fmt: skip


def _content(plan):
    return {
        "scenarios": forms.MultipleChoiceField(
            label=_("适用情形"), choices=Scenario.choices, widget=forms.CheckboxSelectMultiple, initial=plan.scenarios if plan else [],
            error_messages={"required": _("请至少选择一种情形。")},
        ),
        "resources": _text(
            _("应急队伍和物资"), most=1000, rows=4, hint=_("队伍人数、器材和存放地点、可以调用的外部力量。"),
            initial=plan.resources if plan else "",
        ),
    }  # fmt: skip


def _files(*, of_venue, kept=False):
    """The paper and the drawing; on a correction what was handed in stays unless another one is chosen."""
    hint = _("不选则沿用已报送的文件。") if kept else ""
    return {
        "document": OneFileField(label=_("预案文本"), allowed=PAPERS, required=not kept, help_text=hint or _("PDF、Word 或照片。")),
        "drawing": OneFileField(
            label=_("疏散图"), allowed=DRAWINGS, required=of_venue and not kept,
            help_text=hint or _("标明各层出口、通道、集合点；PDF 或图片。"),
        ),
    }  # fmt: skip


class PlanForm(HoldsPapers, forms.Form):
    """A new plan, or the next edition of one. `submission` marks the form, so that it is handed in once."""

    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, owners, venues=(), venue=None, previous=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.venue, self.previous, self.owners = venue, previous, owners
        if venues:
            choices = [(str(one.pk), one.title) for one in venues]
            self.fields["venue"] = forms.ChoiceField(label=_("场所"), choices=choices)
        elif venue is None and previous is None and len(owners) > 1:
            self.fields["owner"] = forms.ChoiceField(label=_("哪个单位的预案"), choices=[(str(one.pk), one.name) for one in owners])
        self._venues = {str(one.pk): one for one in venues}
        of_venue = bool(venue or venues)
        kinds = [choice for choice in Kind.choices if (choice[0] == Kind.OFFICE) != of_venue]
        self.fields["title"] = _text(_("预案名称"), most=60, initial=previous.title if previous else "")
        self.fields["kind"] = forms.ChoiceField(label=_("预案类型"), choices=kinds, initial=previous.kind if previous else None)
        self.fields |= _content(previous) | _people(previous) | _files(of_venue=of_venue)
        self.order_fields(["submission", "venue", "owner", "title", "kind", "scenarios", "commander", "deputies", "duty_phone",
                           "contact_lines", "resources", "document", "drawing"])  # fmt: skip
        self.ask_held_papers()

    def clean(self):
        values = super().clean()
        venue = self.venue or self._venues.get(values.pop("venue", ""))
        owner = values.pop("owner", "")
        for name in self.papers:
            values.pop(held_name(name), None)
        values |= {"venue": venue, "owner": self._owner(venue, owner), "previous": self.previous}
        facts = {"has_document": bool(values.get("document")), "has_drawing": bool(values.get("drawing"))}
        for name in lacking(of_venue=bool(venue), scenarios=values.get("scenarios"), **facts):
            field, told = LACKING[name]
            if field not in self.errors:
                self.add_error(field, told)
        return values

    def _owner(self, venue, chosen):
        if self.previous:
            return self.previous.owner
        return venue.site if venue else next((one for one in self.owners if str(one.pk) == chosen), self.owners[0])


def _fact(name):
    return lambda case, user: {**_content(case), **_people(case)}[name]


def _file(name):
    return lambda case, user: _files(of_venue=bool(case.venue_id), kept=True)[name]


def _issued_on(case, user):
    return DayField(
        label=_("签发日期"), since=days_from_today(-OLDEST), until=days_from_today(0), help_text=_("单位主要负责人签署的日期。")
    )


def _review_on(case, user):
    return DayField(
        label=_("下次评估日期"), since=days_from_today(1), until=latest_review(at=timezone.now()), initial=case.review_on,
        help_text=_("最迟三年；人员、场地、工艺有变化的应提前。到期前60、30、7天提醒。"),
    )  # fmt: skip


BUILDERS = {
    **{name: _fact(name) for name in ("scenarios", "commander", "deputies", "duty_phone", "contact_lines", "resources")},
    "document_file": _file("document"),
    "drawing_file": _file("drawing"),
    "issued_on": _issued_on,
    "review_on": _review_on,
}


class PlanStepForm(HoldsPapers, StepForm):
    """The form of any step of a plan."""

    def __init__(self, *args, step, **kwargs):
        label, hint = NOTE_LABELS.get(step.name, _("说明")), NOTE_HELP.get(step.name, "")
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, note_help=hint, **kwargs)
        self.ask_held_papers()

    def clean(self):
        values = super().clean()
        issued, review = values.get("issued_on"), values.get("review_on")
        if issued and review and review <= issued:
            self.add_error("review_on", _("下次评估日期须在签发日期之后。"))
        return values
