"""What is typed about a plan: its draft, and the steps."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.models import CheckList, PremisesKind
from emergencies.inspection_plans.flow import FACTS
from emergencies.inspection_plans.permissions import PLAN
from emergencies.inspection_plans.rules import PAIR
from emergencies.inspection_plans.services import colleagues, pool_of
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.days import DayField, MomentField, days_from_today
from governance.web.steps import StepForm

NOTE_LABELS = {"announce": _("审定意见"), "correct": _("修改说明"), "draw": _("说明"), "end": _("检查小结"), "withdraw": _("撤回原因")}
NOTE_HELP = {
    "announce": _("公布后名单不能再改，并向社会公开。"),
    "end": _("检查了多少处、发现哪些共性问题、怎样督促整改。"),
}
YEAR, MOST = 366, 5000
AREAS = (Level.CITY, Level.COUNTY, Level.TOWNSHIP)


class ChecksPlan:
    """What is wrong between the fields of a plan, however it is typed; `user` is who types it."""

    def check_plan(self, values):
        if values.get("begins") and values.get("ends") and values["ends"] < values["begins"]:
            self.add_error("ends", _("结束日期不能早于开始日期。"))
        if values.get("draws_at") and values.get("ends") and timezone.localdate(values["draws_at"]) > values["ends"]:
            self.add_error("draws_at", _("抽取时间应当在计划结束之前。"))
        elif values.get("draws_at") and values["draws_at"] <= timezone.now():
            self.add_error("draws_at", _("抽取时间应当在公布之后，请填写以后的时间。"))
        if values.get("inspectors") is not None and 0 < len(values["inspectors"]) < PAIR:
            self.add_error("inspectors", _("请勾选至少两名检查人员。"))
        self._check_kinds(values)

    def _check_kinds(self, values):
        """The list fits the kinds, and there is something to draw from."""
        checklist, kinds = values.get("checklist"), values.get("kinds")
        if not checklist or not kinds:
            return
        fitting = set(checklist.kinds.values_list("pk", flat=True))
        if wrong := [kind.label for kind in kinds if kind.pk not in fitting]:
            self.add_error("kinds", _("“%(list)s”不适用于：%(kinds)s。") % {"list": checklist.label, "kinds": "、".join(wrong)})
        elif values.get("area") and not pool_of(self.user, area=values["area"], kinds=kinds).exists():
            self.add_error("kinds", _("检查范围内没有这些类型的检查对象，请先登记名录。"))


class PlanForm(ChecksPlan, forms.Form):
    """What is inspected, by which list, where, how many, by whom, and what decides the draw."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("计划名称"), min_length=4, max_length=60)
    checklist = forms.ModelChoiceField(CheckList.objects.in_use(), label=_("检查表"), empty_label=_("请选择"))
    kinds = forms.ModelMultipleChoiceField(
        PremisesKind.objects.filter(active=True), label=_("检查对象类型"), widget=forms.CheckboxSelectMultiple,
        help_text=_("须是所选检查表适用的类型。"), error_messages={"required": _("请勾选至少一类。")},
    )  # fmt: skip
    begins = DayField(label=_("检查开始日期"))
    ends = DayField(label=_("检查结束日期"))
    count = forms.IntegerField(label=_("随机抽取数"), min_value=1, max_value=MOST, help_text=_("超过名单数的，全部检查。"))
    takes_key = forms.BooleanField(label=_("重点检查对象全部检查，不占随机抽取数"), required=False, initial=True)
    draws_at = MomentField(label=_("抽取时间"), help_text=_("公布名单之后、公开数产生之后。"))
    seed_source = forms.CharField(
        label=_("公开数的来源"), min_length=6, max_length=120,
        help_text=_("写明将来才产生、任何人都查得到的一个数，如：中国福利彩票双色球2026年第140期开奖号码。"),
    )  # fmt: skip

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, office = user, user.acting_post.office
        areas = Place.objects.in_use().filter(path__startswith=office.place.path, level__in=AREAS).order_by("path")
        self.fields["area"] = forms.ModelChoiceField(areas, label=_("检查范围"), initial=office.place_id, empty_label=None)
        self.fields["area"].label_from_instance = lambda place: place.full_name
        self.fields["inspectors"] = forms.ModelMultipleChoiceField(
            colleagues(office, at=timezone.now(), roles=PLAN.roles), label=_("检查人员"), widget=forms.CheckboxSelectMultiple,
            help_text=_("至少两名。每处由抽取确定的两名检查人员一同检查。"), error_messages={"required": _("请勾选至少两名检查人员。")},
        )  # fmt: skip
        self.fields["inspectors"].label_from_instance = lambda person: person.name
        today = days_from_today(0)
        self.fields["begins"].since, self.fields["begins"].until = today, days_from_today(YEAR)
        self.fields["ends"].since, self.fields["ends"].until = today, days_from_today(YEAR)
        self.fields["draws_at"].since, self.fields["draws_at"].until = today, days_from_today(YEAR)
        self.order_fields(("submission", "title", "checklist", "kinds", "area", "begins", "ends", "count", "takes_key", "inspectors"))

    def clean(self):
        values = super().clean()
        self.check_plan(values)
        return values


def _public_number(case, user):
    hint = _("按公布的来源填写，空格不计：%(source)s") % {"source": case.seed_source}
    return forms.CharField(label=_("公开数"), min_length=4, max_length=60, help_text=hint)


def _as_it_stands(name):
    """A field of the draft, filled with what the plan says; a plan that was to begin already may keep its first day."""

    def build(case, user):
        field = PlanForm(user=user).fields[name]
        held = getattr(case, name)
        field.initial = [*held.all()] if name in ("kinds", "inspectors") else held
        if name == "begins":
            field.since = min(field.since, held)
        return field

    return build


class PlanStepForm(ChecksPlan, StepForm):
    """The form of any step of a plan."""

    def __init__(self, *args, step, user, **kwargs):
        self.user = user
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        builders = {"public_number": _public_number, **{name: _as_it_stands(name) for name in FACTS}}
        super().__init__(*args, step=step, user=user, builders=builders, **words, **kwargs)

    def clean(self):
        values = super().clean()
        if self.step.name == "correct":
            self.check_plan(values)
        return values
