"""What people type: the declaration of a venue, and the forms of its steps."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.venues.enums import Grade
from emergencies.venues.flow import FACTS
from emergencies.venues.models import FactorSet, RequiredItem, Venue, VenueKind
from emergencies.venues.rules import better_than, changes, floor_of, grade_of, is_lowered, register_says, score
from emergencies.venues.services import measures_of, namesake
from governance.places.enums import Level
from governance.privacy.phones import is_phone
from governance.web.steps import StepForm

FACTOR = "factor_"
NOTE_LABELS = {
    "return_for_correction": _("需要补正的内容"),
    "assess": _("评估说明"),
    "reclassify": _("调整理由"),
    "close": _("关停原因"),
    "reopen": _("恢复原因"),
    "correct": _("更正说明"),
    "agree_lowering": _("审核意见"),
    "refuse_lowering": _("不同意的理由"),
    "remind": _("催办要求"),
    "report_change": _("变化情况"),
    "check": _("未落实项目的整改安排"),
}
NOTE_HELP = {
    "assess": _("评定等级低于计算结果或现行等级时必须写明理由，并由另一人同意后才生效。"),
    "close": _("关停后，评估和演练的期限终止。"),
    "report_change": _("如改建、扩建、改变用途、人数明显增加；负责评估的单位须在期限内复评。"),
    "check": _("写明责任人和完成日期；全部落实的可以不填。"),
}
LABELS = {name: str(Venue._meta.get_field(name).verbose_name) for name in FACTS} | {"title": _("场所名称")}


def _number(label, *, most, required=True, hint=""):
    messages = {"max_value": _("请核对，数字过大。"), "min_value": _("请填写大于0的整数。"), "invalid": _("请填写整数。")}
    return forms.IntegerField(
        label=label, min_value=1, max_value=most, required=required, help_text=hint, error_messages=messages,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip


def items():
    """Every piece of equipment a list can ask for, once: (code, name)."""
    return list(dict(RequiredItem.objects.order_by("pk").values_list("code", "name")).items())


class WorkPhoneField(forms.CharField):
    """A telephone of the post on duty; the private number of a person does not belong here."""

    def __init__(self, **kwargs):
        hint = _("值班电话或办公电话，不填个人手机号。")
        super().__init__(label=_("值班电话"), max_length=20, help_text=hint, widget=forms.TelInput(attrs={"autocomplete": "off"}), **kwargs)

    def clean(self, value):
        phone = super().clean(value)
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写带区号的固定电话或手机号。"))
        return phone


def fact_fields():
    """A fresh field for each fact of a venue, by name."""
    return {
        "title": forms.CharField(label=_("场所名称"), max_length=60, min_length=2),
        "landmark": forms.CharField(label=_("详细地址"), max_length=120, help_text=_("如：某路12号，写到门牌号")),
        "capacity": _number(_("容纳人数"), most=500_000, hint=_("核定或设计的最多人数")),
        "floors": _number(_("层数"), most=200),
        "area": _number(_("面积（平方米）"), most=10_000_000, required=False),
        "equipment": forms.MultipleChoiceField(
            label=_("现有设施"), choices=items(), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("请按现场实际勾选。")
        ),
        "manager": forms.CharField(label=_("安全负责人"), max_length=40),
        "work_phone": WorkPhoneField(),
    }


class DeclareForm(forms.Form):
    """A site, or the township for it, declares a venue. `submission` marks the form, so that it is declared once."""

    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, places, site=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.site = site
        self.fields["kind"] = forms.ModelChoiceField(VenueKind.objects.in_use(), label=_("类型"), empty_label=_("请选择"))
        if site is None:
            wrong = {"required": _("请选择地点。"), "invalid_choice": _("请重新选择地点。")}
            self.fields["place"] = forms.ModelChoiceField(places, label=_("地点"), widget=forms.HiddenInput, error_messages=wrong)
        self.fields.update(fact_fields())

    def clean(self):
        values = super().clean()
        place = values["place"] = self.site.place if self.site else values.get("place")
        if place and place.level in {Level.CITY, Level.COUNTY}:
            self.add_error("place" if "place" in self.fields else None, _("请选择到乡镇（街道）或村（社区）。"))
        if place and values.get("title") and (other := namesake(place, values["title"])):
            self.add_error("title", _("该地点已有同名场所，编号 %(number)s。") % {"number": other.number})
        return values


def _fact(name):
    def build(case, user):
        field = fact_fields()[name]
        field.initial = getattr(case, name)
        return field

    return build


def _kind(case, user):
    kinds = VenueKind.objects.in_use()
    return forms.ModelChoiceField(kinds, label=_("类型"), initial=case.kind_id, empty_label=_("请选择"))


def _grade(case, user):
    choices = [("", _("按计算结果")), *Grade.choices]
    hint = _("可以调高；低于计算结果或现行等级的，须在下方写明理由，由另一人同意后生效。")
    return forms.ChoiceField(label=_("评定等级"), choices=choices, required=False, help_text=hint)


def _degrees(name, label, least, most, hint=""):
    outside = _("不在呼和浩特市范围内，请核对。")
    wrong = {"invalid": _("请填写数字，如 40.84。"), "min_value": outside, "max_value": outside}

    def build(case, user):
        return forms.FloatField(
            label=label, min_value=least, max_value=most, initial=getattr(case, name), help_text=hint, error_messages=wrong,
            widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
        )  # fmt: skip

    return build


BUILDERS = {
    **{name: _fact(name) for name in FACTS},
    "kind": _kind,
    "grade": _grade,
    "latitude": _degrees("latitude", _("纬度"), 39.5, 41.5, _("可从地图软件复制，如 40.84149。")),
    "longitude": _degrees("longitude", _("经度"), 110.4, 112.4, _("如 111.75199。")),
}


class VenueStepForm(StepForm):
    """The form of any step of a venue; the assessment lists the factors in force as radios, the check what the standard asks as boxes."""

    def __init__(self, *args, step, **kwargs):
        label = NOTE_LABELS.get(step.name, _("说明"))
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, note_help=NOTE_HELP.get(step.name, ""), **kwargs)
        self.factor_set = FactorSet.objects.in_force(timezone.now()) if step.name == "assess" else None
        if self.factor_set:
            self._ask_factors()
        if step.name == "check":
            self._ask_measures()

    def _ask_measures(self):
        """A box for each thing the standard asks; those of the last check that were met stand ticked."""
        _standard, asked = measures_of(self.case, at=timezone.now())
        last = self.case.security_checks.order_by("-at", "-pk").values_list("inputs", flat=True).first() or []
        groups = {}
        for one in asked:
            groups.setdefault(one.get_aspect_display(), []).append((one.code, one.text))
        self.fields["met"] = forms.MultipleChoiceField(
            label=_("已落实的要求"), required=False, choices=list(groups.items()), widget=forms.CheckboxSelectMultiple,
            initial=[row["code"] for row in last if row["met"]], help_text=_("请按现场实际勾选。"),
        )  # fmt: skip
        self.fields["note"].depends = True
        self.order_fields(["version", "met", "note"])

    def _ask_factors(self):
        last = self.case.assessments.order_by("-at", "-pk").values_list("inputs", flat=True).first() or []
        given = self._known() | {row["factor"]: row["option"] for row in last}
        asked = list(self.factor_set.factors.prefetch_related("options"))
        for factor in asked:
            choices = [(option.code, option.label) for option in factor.options.all()]
            self.fields[FACTOR + factor.code] = forms.ChoiceField(
                label=factor.label, choices=choices, widget=forms.RadioSelect, initial=given.get(factor.code),
                error_messages={"required": _("请选择一项。")},
            )  # fmt: skip
        self.fields[FACTOR + asked[0].code].help_text = _("登记信息：%(facts)s。") % {"facts": self._register()}
        self.fields["grade"].depends = self.fields["note"].depends = True
        self.order_fields(["version", *(FACTOR + factor.code for factor in asked), "grade", "note"])

    def _register(self):
        """The facts of the register that the grading asks for, in words."""
        lacking = "、".join(item.name for item in self.case.missing) or _("无")
        return _("容纳 %(capacity)s 人，%(floors)s 层，缺少设施：%(lacking)s") % {
            "capacity": self.case.capacity, "floors": self.case.floors, "lacking": lacking,
        }  # fmt: skip

    def _known(self):
        """What the register answers itself."""
        return register_says(capacity=self.case.capacity, floors=self.case.floors, lacking=len(self.case.missing))

    @property
    def answers(self):
        """{factor: option} as typed, what is wrong left out."""
        return {name.removeprefix(FACTOR): value for name, value in self.cleaned_data.items() if name.startswith(FACTOR)}

    def given(self):
        found = super().given()
        if self.step.name == "check":
            found["met"] = self.cleaned_data["met"]
        return {**found, "answers": self.answers} if self.factor_set else found

    def clean(self):
        values = super().clean()
        if self.step.name in {"correct", "resubmit"} and not self.errors:
            self._tell_changes(values)
        if self.factor_set and not self.errors:
            self._check_grade(values)
        if self.step.name == "check" and len(values.get("met") or ()) < self._measures() and not (values.get("note") or "").strip():
            self.add_error("note", _("有未落实的项目，请写明整改安排。"))
        return values

    def _measures(self):
        return sum(len(options) for _aspect, options in self.fields["met"].choices)

    def _tell_changes(self, values):
        """What was changed stands on the timeline, before the reason; a name already taken at the place is refused."""
        if other := namesake(self.case.place, values["title"], besides=self.case.pk):
            self.add_error("title", _("该地点已有同名场所，编号 %(number)s。") % {"number": other.number})
        told = changes(self._in_words({name: getattr(self.case, name) for name in FACTS}), self._in_words(values), LABELS)
        if not told and self.step.name == "correct":
            self.add_error(None, _("没有需要更正的内容。"))
        values["note"] = "\n".join(filter(None, [told, values["note"]]))

    def _in_words(self, values):
        names = dict(items())
        return {**values, "equipment": sorted(names.get(code, code) for code in values["equipment"])}

    def _check_grade(self, values):
        """Below what was computed the grade falls only with a reason, and so does an answer below what the register says."""
        rules, answers, said = self.factor_set.rules(), self.answers, values["note"].strip()
        for code in better_than(rules, answers, self._known()) if not said else ():
            self.add_error(
                FACTOR + code, _("低于登记信息（%(facts)s）。请核对，或者在下方说明，或者先更正登记。") % {"facts": self._register()}
            )
        computed = grade_of(score(rules, answers), self.factor_set.thresholds)
        values["grade"], floor = values["grade"] or computed, floor_of(computed, self.case.grade)
        if is_lowered(floor, values["grade"]) and not said:
            told = _("计算结果为“%(grade)s”") if floor == computed else _("现行等级为“%(grade)s”")
            self.add_error("note", _("%(told)s，下调等级须写明理由。") % {"told": told % {"grade": Grade(floor).label}})
