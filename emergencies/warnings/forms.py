"""What is typed about a message to the public: its draft, the steps, and the kinds."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.incidents.models import Incident
from emergencies.incidents.permissions import VIEW as VIEW_INCIDENT
from emergencies.warnings.enums import COLOURS, Certainty, Level, Sort
from emergencies.warnings.models import CONTENT, WarningKind
from emergencies.warnings.services import areas_of, last_message, offered_kinds
from governance.places.enums import Level as PlaceLevel
from governance.web.days import MomentField, days_from_today
from governance.web.stale import NeverOverwrites
from governance.web.steps import GroupedBoxesField, StepForm

LONGEST = {Sort.WARNING: 30, Sort.TIP: 365}  # days a message may hold
TEXT_HELP = {
    Sort.WARNING: _("什么时候、什么地方、会发生什么、有多严重。用老百姓听得懂的话，不写个人姓名。"),
    Sort.TIP: _("讲清楚手法、风险和怎样识别，可举例，不写个人姓名和账号。"),
    Sort.STATEMENT: _("时间、地点、经过、伤亡和损失的人数、处置措施、下一步安排；只写已经核实的，不写个人姓名。"),
}
NOTE_LABELS = {
    "send_back": _("退回原因"), "drop": _("撤稿原因"), "revise": _("更新说明"), "rewrite_update": _("更新说明"),
    "drop_update": _("放弃原因"), "cancel": _("解除说明"),
}  # fmt: skip
NOTE_HELP = {
    "revise": _("向社会公布：更新了什么、为什么更新；更正错误也在这里说明。"),
    "rewrite_update": _("不填的，沿用原来的更新说明。"),
    "cancel": _("向社会公布：为什么解除，还要注意什么。"),
    "issue": _("签发后立即向社会发布，不能撤回，只能更新或者解除。"),
    "issue_update": _("签发后立即向社会发布；原来的内容保留可查。"),
}


def text_field(label, hint, *, longest=2000, required=True):
    words = {"required": _("请填写%(what)s。") % {"what": label}}
    widget = forms.Textarea(attrs={"rows": 5})
    least = 10 if required else None
    return forms.CharField(
        label=label, min_length=least, max_length=longest, required=required, help_text=hint, widget=widget, error_messages=words
    )


def places_field(office):
    """The office's own area in groups that fold away, one per county."""
    rows = areas_of(office)
    counties = dict(rows.filter(level=PlaceLevel.COUNTY).values_list("path", "short_name"))
    return GroupedBoxesField(
        rows, label=_("范围"), group_of=lambda place: counties.get(place.path[:6], office.place.short_name), label_of=named,
        help_text=_("选了上一级，就包括它下面的全部地方。"), error_messages={"required": _("请选择范围。")},
    )  # fmt: skip


def named(place):
    whole = place.level in {PlaceLevel.CITY, PlaceLevel.COUNTY}
    return _("%(place)s（全部）") % {"place": place.short_name} if whole else place.short_name


def content_fields(sort, office):
    """The fields of a draft: a warning has a level and ends, a tip ends, a statement has neither."""
    fields = {
        "headline": forms.CharField(label=_("标题"), min_length=4, max_length=60),
        "text": text_field(_("内容"), TEXT_HELP[sort]),
        "advice": text_field(_("防范建议"), _("不填的，用这一种类通常的建议。"), required=False),
        "places": places_field(office),
    }
    if sort == Sort.STATEMENT:
        fields["advice"].help_text = _("需要群众知道和配合的，可以不填。")
        return fields
    last = days_from_today(LONGEST[sort])
    hint = _("到时自动失效；可以更新延长，也可以提前解除。")
    fields["until"] = MomentField(label=_("有效期至"), since=days_from_today(0), until=last, help_text=hint)
    if sort == Sort.WARNING:
        fields["level"] = forms.ChoiceField(label=_("级别"), choices=Level.choices, widget=forms.RadioSelect)
        fields["certainty"] = forms.ChoiceField(label=_("可能性"), choices=Certainty.choices, initial=Certainty.LIKELY)
        fields["starts_at"] = MomentField(label=_("影响开始"), required=False, until=last, help_text=_("不填的，为立即。"))
    return fields


ORDER = ("submission", "incident", "kind", "level", "headline", "text", "advice", "places", "certainty", "starts_at", "until", "note")


def check_content(form, values, kind):
    """The level is one the kind has; it ends after it begins, and not in the past; there is advice."""
    level, until, starts = values.get("level"), values.get("until"), values.get("starts_at")
    if kind and level and level not in kind.levels:
        colours = "、".join(str(COLOURS[one]) for one in kind.levels)
        form.add_error("level", _("“%(kind)s”的预警只有%(colours)s。") % {"kind": kind.label, "colours": colours})
    if until and until <= timezone.now():
        form.add_error("until", _("有效期须在现在之后。"))
    if until and starts and starts >= until:
        form.add_error("starts_at", _("影响开始须早于有效期的结束。"))


class IncidentField(forms.ModelChoiceField):
    """An incident that goes on and that the person sees; without one the message is about none."""

    def __init__(self, user):
        rows = Incident.objects.visible_to(user, VIEW_INCIDENT).real().ongoing().order_by("-opened_at", "-pk")
        super().__init__(rows, label=_("有关的突发事件"), required=False, empty_label=_("没有"), help_text=_("指挥台上会显示这条信息。"))

    def label_from_instance(self, incident):
        return f"{incident.title}（{incident.number}）"


class DraftForm(forms.Form):
    """A new message of one sort."""

    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, sort, user, **kwargs):
        super().__init__(*args, **kwargs)
        office = user.acting_post.office
        self.fields["kind"] = forms.ModelChoiceField(offered_kinds(office, sort), label=_("种类"), empty_label=_("请选择"))
        self.fields |= content_fields(sort, office)
        self.fields["incident"] = IncidentField(user)
        self.order_fields(ORDER)

    def clean(self):
        values = super().clean()
        check_content(self, values, values.get("kind"))
        return values


class WarningStepForm(StepForm):
    """The form of any step; a draft is shown as it stands, an update begins with the last message."""

    def __init__(self, *args, case, step, user, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("意见")), "note_help": NOTE_HELP.get(step.name, "")}
        builders = {"draft": lambda case, user: forms.CharField(required=False, widget=forms.HiddenInput)}
        super().__init__(*args, case=case, step=step, user=user, builders=builders, **words, **kwargs)
        self.content = {}
        if "draft" in step.fields:
            del self.fields["draft"]
            self.content = content_fields(case.sort, case.office)
            self.fields |= self.content
            for name, value in written(case).items():
                if name in self.fields:
                    self.fields[name].initial = value
            self.order_fields(ORDER)

    def clean(self):
        values = super().clean()
        if self.content:
            check_content(self, values, self.case.kind)
        return values

    def given(self):
        if not self.content:
            return super().given()
        return {"draft": {name: self.cleaned_data[name] for name in self.content}}


def written(case):
    """What the draft says, or the last message where there is no draft."""
    kept = getattr(case, "draft", None)
    if kept:
        return {name: getattr(kept, name) for name in CONTENT} | {"places": kept.places.all()}
    last = last_message(case)
    return {name: getattr(last, name) for name in CONTENT} | {"places": [one.place_id for one in case.warned.all()]}


class KindForm(NeverOverwrites):
    """A kind of warning: what it is called, which colours it has, what one usually does."""

    class Meta:
        model = WarningKind
        fields = ("label", "levels", "category", "citation", "advice", "active")
        help_texts = {"active": _("停用后不能再按这一种类发布，已发布的不受影响。")}

    levels = forms.MultipleChoiceField(label=_("级别"), choices=Level.choices, required=False, widget=forms.CheckboxSelectMultiple)

    def clean(self):
        values = super().clean()
        if self.instance.sort == Sort.WARNING and not values.get("levels"):
            self.add_error("levels", _("请选择至少一个级别。"))
        if self.instance.sort != Sort.WARNING and values.get("levels"):
            self.add_error("levels", _("安全提示和情况通报没有级别。"))
        return values
