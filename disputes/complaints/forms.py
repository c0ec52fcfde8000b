"""What staff type: the forms of the steps, filing for a caller, and opening contact data."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import TAKEN_DOWN, Kind, Outcome
from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, RoutingTarget
from disputes.complaints.permissions import DISPATCH
from governance.access.scope import places_for
from governance.cases.bars import offices_above
from governance.files.forms import AttachmentsField, HeldField
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.enums import Level
from governance.places.models import Place
from governance.places.rules import ancestors
from governance.prepared import Prepared
from governance.privacy.phones import is_phone
from governance.web.days import DayField, days_from_today
from governance.web.offices import OfficeField, offices_of
from governance.web.stale import NeverOverwrites
from governance.web.steps import GroupedBoxesField, GroupedChoiceField, StepForm, choice_field

HANDLING_TYPES = (OfficeType.TOWNSHIP, OfficeType.VILLAGE, OfficeType.CENTRE)
NOTE_LABELS = {
    "dispatch": _("交办要求"),
    "contact": _("联系情况"),
    "progress": _("办理进展"),
    "remind": _("催办要求"),
    "reply": _("答复内容"),
    "object": _("异议理由"),
    "uphold_objection": _("审核意见"),
    "reject_objection": _("审核意见"),
    "ask_extension": _("延期理由"),
    "grant_extension": _("延期理由"),
    "refuse_extension": _("不同意的理由"),
    "consult": _("会商事由"),
    "ask_consultation": _("会商事由"),
    "add_joint_offices": _("增加的理由"),
    "call_back": _("回访记录"),
    "not_accept": _("告知内容"),
    "return_for_rework": _("重办要求"),
    "ask_person": _("要问的问题"),
    "record_answer": _("反映人的回答"),
    "close_unsolved": _("原因和后续安排"),
    "confirm_refusal": _("复核意见"),
    "order_reopening": _("重办要求"),
    "reopen": _("重办要求"),
    "reopen_above": _("重办要求"),
    "refuse_reopening": _("不予重新办理的理由"),
    "correct": _("更正说明"),
    "name_accused": _("登记理由"),
    "recall_from_accused": _("登记理由"),
    "clear_accused": _("撤销理由"),
    "recuse": _("回避理由"),
    "lift_recusal": _("解除理由"),
    "recall_for_recusal": _("重派理由"),
    "flag_danger": _("危及生命、公共安全或者可能扩大的情形"),
    "respond_danger": _("处置措施"),
    "unflag_danger": _("解除理由"),
    "open_hazard": _("隐患的部位和现象"),
    "open_incident": _("事件情况"),
    "hand_to_mediation": _("转调解的理由"),
    "pass_to_mediation": _("转调解的理由"),
}
MOST_DIGITS = 9  # of a key PostgreSQL would still compare
LEAF = Prepared(lambda key: Category.objects.leaves().filter(pk=key), key=int)
READ_BY_THE_PERSON = _("反映人能看到这段文字。")
PAUSES = _("反映人能看到这段文字。办理计时自此暂停，反映人答复或答复期限届满后自动恢复。")
LONGEST_PLAN = 3 * 365  # days until a plan is looked at again
NOTE_HELP = {
    "open_incident": _("什么事、有没有人受伤被困；不写反映人的姓名、电话。登记后由牵头部门立即核实，本件仍须答复反映人。"),
    "open_hazard": _("不写反映人的姓名、电话。隐患由其自己的程序核查整改，本件仍须答复反映人。"),
    "not_accept": _("反映人能看到这段文字；不填则按所选理由告知正确途径。"),
    "ask_person": PAUSES,
    "recuse": _("写明与本事项或者当事人有什么利害关系。声明后您不能再查看、办理本事项，由派单人员另行安排。"),
    "lift_recusal": _("写明回避的情形为什么已经不存在。"),
}
MAY_BE_EMPTY = {"not_accept"}
AGAINST = _("反映的是哪个单位或其工作人员")
AGAINST_HELP = _("该单位和它领导的单位看不到、也接不到本事项，由上一级办理。")
AMONG_OFFICES = {"consult", "ask_consultation"}  # the person hears that they consult, not what they write to each other
UNFINISHED = "（填写"  # what a standard reply leaves to the clerk


def handling_offices(*places):
    """Offices a matter of these places can be given to: village, township and centre in charge, and the bureaus of county and city."""
    return (
        Office.objects.in_use()
        .filter(place__path__in={path for place in places for path in ancestors(place.path)})
        .filter(Q(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU) | Q(type__in=HANDLING_TYPES))
        .select_related("place")
        .order_by("-place__path", "type", "code")
    )


class CategoryField(GroupedChoiceField):
    """A category of the catalogue; the one chosen is read by a prepared query, the others where they are drawn."""

    def to_python(self, value):
        is_key = isinstance(value, str) and value.isdecimal() and len(value) < MOST_DIGITS
        return (is_key and LEAF.first(key=int(value))) or super().to_python(value)


def category_field(case=None, user=None):
    return CategoryField(
        Category.objects.leaves(), group_of=lambda row: row.parent.name, label=_("分类"), initial=case and case.category_id
    )


def _office(case, user):
    offices = offices_above(case.against) if case.against_id else handling_offices(case.place).exclude(pk__in=case.barred_ids)
    return GroupedChoiceField(
        offices, group_of=lambda row: row.place.short_name, label_of=lambda row: row.short_name,
        label=_("承办单位"), initial=case.suggested_office_id,
    )  # fmt: skip


def several_offices(*places, label, help_text, but=(), required=True):
    """Boxes for the offices a matter of the places can be given to, by the place they stand at."""
    name = "short_name" if len(places) == 1 else "full_name"
    return GroupedBoxesField(
        handling_offices(*places).exclude(pk__in=but), group_of=lambda row: getattr(row.place, name), label_of=lambda row: row.short_name,
        label=label, help_text=help_text, required=required, error_messages={"required": _("请至少选择一个单位。")},
    )  # fmt: skip


def kept_out(case):
    """Offices that are not asked to join in: the one that leads, and those the matter bars."""
    return {case.office_id, *case.barred_ids} - {None}


def _offices(case, user):
    return several_offices(case.place, label=_("会商单位"), but=kept_out(case), required=False, help_text=_("请勾选可能负有职责的单位。"))


def _areas(case, user):
    """The counties and townships beside the place's own; each is spoken for by the office such a matter of it would go to."""
    rows = Place.objects.in_use().filter(level__in=[Level.COUNTY, Level.TOWNSHIP]).exclude(path__in=ancestors(case.place.path))
    return GroupedBoxesField(
        rows.order_by("path").select_related("parent"), group_of=lambda row: row.parent if row.level == Level.TOWNSHIP else row,
        label_of=lambda row: row.short_name, short=0, label=_("另涉地区"), required=False,
        help_text=_("涉及其他旗县区、乡镇（街道）的才选，可多选；各地区自动邀请当地主管单位，由共同上一级综治中心组织会商。"),
    )  # fmt: skip


def _joint_offices(case, user):
    return several_offices(case.place, label=_("协办单位"), but=kept_out(case), help_text=_("各领协办单，单独计时，向主办单位反馈。"))


class TransferForm(forms.Form):
    """One office for all the matters chosen, and what it is asked to do."""

    def __init__(self, *args, cases, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["office"] = GroupedChoiceField(
            handling_offices(*{case.place for case in cases}), group_of=lambda row: row.place.full_name,
            label_of=lambda row: row.short_name, label=_("改派到"), help_text=_("不承办某件所在地点的，那一件不改派，并说明原因。"),
        )  # fmt: skip
        self.fields["note"] = forms.CharField(
            label=_("改派说明"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("新的承办单位能看到，也是收回原派单的理由。"), error_messages={"required": _("请填写改派说明。")},
        )  # fmt: skip


def _choice(name, *, required=True):
    def build(case, user):
        field = choice_field(Complaint, name, required=required)
        field.initial, field.depends = getattr(case, name), not required
        return field

    return build


def _amount(case, user):
    return forms.IntegerField(label=_("申请延长（工作日）"), min_value=1, max_value=60)


def _reached(case, user):
    return forms.TypedChoiceField(
        label=_("回访结果"), coerce=lambda value: value == "yes", widget=forms.RadioSelect,
        choices=[("yes", _("已接通")), ("no", _("未接通（含未留电话）"))],
    )  # fmt: skip


def _refusal(case, user):
    return forms.ModelChoiceField(Refusal.objects.filter(active=True), label=_("不予受理理由"), empty_label=_("请选择"))


class PlaceField(forms.ModelChoiceField):
    """The place chosen in the selects of a cascade, which the view writes here; `found` was read with the selects."""

    found = None

    def to_python(self, value):
        return self.found if self.found and str(self.found.pk) == value else super().to_python(value)


def place_field(places):
    return PlaceField(
        places, label=_("地点"), widget=forms.HiddenInput,
        error_messages={"required": _("请选择地点。"), "invalid_choice": _("请重新选择地点。")},
    )  # fmt: skip


def _place(case, user):
    return place_field(places_for(user, DISPATCH))


def _landmark(case, user):
    return forms.CharField(label=_("详细位置"), max_length=120, required=False, initial=case.landmark)


def _review_on(case, user):
    field = DayField(
        label=_("回头看日期"), required=False, since=days_from_today(1), until=days_from_today(LONGEST_PLAN),
        help_text=_("只有需长期推进的要填写；到这一天自动回到承办单位。"),
    )  # fmt: skip
    field.depends = True
    return field


def _against(case, user):
    return OfficeField(label=AGAINST, initial=case.against, offered=offices_of(case.place_path), help_text=AGAINST_HELP)


BUILDERS = {
    "against": _against,
    "office": _office,
    "category": category_field,
    "kind": _choice("kind"),
    "urgency": _choice("urgency"),
    "amount": _amount,
    "reached": _reached,
    "solved": _choice("solved", required=False),
    "satisfaction": _choice("satisfaction", required=False),
    "refusal": _refusal,
    "diverted_to": _choice("diverted_to"),
    "outcome": _choice("outcome"),
    "review_on": _review_on,
    "place": _place,
    "landmark": _landmark,
    "offices": _offices,
    "areas": _areas,
    "joint_offices": _joint_offices,
}
BESIDES = {"dispatch": "joint_offices"}  # what a step's form asks for besides what the step needs


class ComplaintStepForm(StepForm):
    """The form of any step of a complaint."""

    def __init__(self, *args, step, **kwargs):
        label = NOTE_LABELS.get(step.name, _("说明"))
        is_told = step.public and step.note_required and step.name not in AMONG_OFFICES
        hint = NOTE_HELP.get(step.name, READ_BY_THE_PERSON if is_told else "")
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, note_help=hint, **kwargs)
        if step.name in MAY_BE_EMPTY:
            self.fields["note"].required = False
        if extra := BESIDES.get(step.name):
            self.fields[extra] = BUILDERS[extra](self.case, kwargs["user"])
            self.fields[extra].required = False
            self.fields[extra].widget.short = 0

    def given(self):
        extra = BESIDES.get(self.step.name)
        return {**super().given(), **({extra: self.cleaned_data[extra]} if extra and self.cleaned_data[extra] else {})}

    def clean_note(self):
        note = self.cleaned_data["note"]
        if UNFINISHED in note:
            raise forms.ValidationError(_("请把范本中“（填写……）”的地方补充完整。"))
        return note

    def clean(self):
        values = super().clean()
        if self.step.name == "not_accept" and values.get("refusal") and not values.get("note"):
            values["note"] = values["refusal"].right_way
        if self.step.name == "close_unsolved":
            self._check_plan(values)
        if self.step.name == "call_back":
            self._check_call_back(values)
        if "areas" in self.fields and not values.get("offices") and not values.get("areas"):
            self.add_error("offices", _("请选择会商单位，或者另涉地区。"))
        if values.get("office") in (values.get("joint_offices") or ()):
            self.add_error("joint_offices", _("主办单位不再列为协办单位，请去掉勾选。"))
        return values

    def _check_plan(self, values):
        """A plan has the day on which it is looked at again; nothing else has one."""
        if values.get("outcome") != Outcome.LONG_TERM:
            if values.get("review_on"):
                self.add_error("review_on", _("只有需长期推进的才填写回头看日期，请清空，或者改选原因。"))
            values["review_on"] = None
        elif not values.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", _("需长期推进的，请填写回头看日期。"))

    def _check_call_back(self, values):
        """Who was reached said both; who was not said nothing (the figures count the person's word alone)."""
        if values.get("reached") is False:
            values["solved"] = values["satisfaction"] = ""
            return
        for name in ("solved", "satisfaction"):
            if values.get("reached") and not values.get(name):
                self.add_error(name, _("已接通的，请按反映人的回答选择。"))


class FilingForm(forms.Form):
    """A clerk files for a caller, a visitor or a letter. `submission` marks the form, so that it is filed once."""

    source = forms.ChoiceField(label=_("来源"), choices=[(source.value, source.label) for source in TAKEN_DOWN])
    phone = forms.CharField(
        label=_("联系电话"), max_length=20, required=False, widget=forms.TelInput(attrs={"autocomplete": "off"}),
        help_text=_("除匿名举报外，都要填写。"),
    )  # fmt: skip
    name = forms.CharField(label=_("反映人"), max_length=40, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    is_secret = forms.BooleanField(label=_("反映人要求身份保密"), required=False, help_text=_("承办单位看不到姓名和电话，由派单人员联系。"))
    is_anonymous = forms.BooleanField(label=_("匿名举报，不登记姓名和电话"), required=False)
    kind = forms.ChoiceField(label=_("类型"), choices=Kind.choices, initial=Kind.COMPLAINT)
    description = forms.CharField(label=_("反映内容"), max_length=2000, min_length=5, widget=forms.Textarea(attrs={"rows": 6}))
    landmark = forms.CharField(label=_("详细位置"), max_length=120, required=False, help_text=_("如：某小区3号楼北侧"))
    against = OfficeField(label=AGAINST, required=False, help_text=AGAINST_HELP)
    files = AttachmentsField(label=_("附件"), required=False)
    held = HeldField()
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, places, at, found=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"] = category_field()
        self.fields["place"] = place_field(places)
        self.fields["place"].found = found
        self.fields["held"].at = at
        self.fields["phone"].depends = True

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号或带区号的固定电话。"))
        return phone

    def clean(self):
        values = super().clean()
        if values.get("is_anonymous") and values.get("kind") != Kind.REPORT:
            self.add_error("is_anonymous", _("只有举报可以匿名。"))
        if not values.get("is_anonymous") and not values.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("请填写联系电话；匿名举报请勾选“匿名举报”。"))
        return values


class CategoryForm(NeverOverwrites):
    """A category of the catalogue as residents and routing read it; its code stays."""

    class Meta:
        model = Category
        fields = ("name", "hint", "keywords", "trade", "urgency", "is_public", "active")
        help_texts = {
            "keywords": _("用“|”分隔。反映内容含有这些词时，推荐这一类。"),
            "is_public": _("附近的居民提交相似诉求时，可以看到标题（不含个人信息）。"),
            "active": _("停用后不再出现在选项里，已登记的诉求不受影响。"),
        }

    trade = forms.ChoiceField(label=_("主管部门"), required=False, help_text=_("派往部门时，按地点找本级的这个部门。"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        bureaus = (
            Office.objects.in_use().filter(type=OfficeType.BUREAU).order_by("-place__path", "trade").values_list("trade", "short_name")
        )
        self.fields["trade"].choices = [("", _("不指定")), *dict(bureaus).items()]

    def beside(self):
        """The routing rules stand on the same page."""
        rules = {rule.level_label: rule for rule in RoutingRule.objects.filter(category=self.instance)}
        copied = {True: _("，抄送旗县区"), False: ""}
        told = (f"{level} → {rule.get_target_display()}{copied[rule.copy_to_county]}" for level, rule in sorted(rules.items()))
        return {_("派单规则"): "；".join(told)}

    def clean(self):
        values = super().clean()
        if self.instance.is_sensitive and values.get("is_public"):
            self.add_error("is_public", _("敏感事项不能公开。"))
        return values


class RouteForm(forms.Form):
    """Where the matters of a category go first, at places of one level."""

    target = forms.ChoiceField(label=_("派往"), required=False, choices=[("", _("默认：乡镇（街道），抄送旗县区")), *RoutingTarget.choices])
    copy_to_county = forms.BooleanField(label=_("抄送旗县区综治中心"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].depends = True
