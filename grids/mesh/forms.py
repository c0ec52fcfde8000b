"""What staff type about grids, who serves them, and the usual size."""

import json
from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.privacy.phones import is_phone
from governance.web.stale import NeverOverwrites
from grids.mesh.enums import Duty, GridKind
from grids.mesh.models import Grid, HouseholdRange
from grids.mesh.rules import LATITUDES, LONGITUDES, outline_fault, tidied

FAULTS = {
    "kind": _("边界须是 GeoJSON 的 Polygon 或 MultiPolygon。"),
    "ring": _("边界的每一圈至少四个点，并且首尾相接。"),
    "place": _("边界坐标须是经度在前、纬度在后，并且在呼和浩特市范围内。"),
    "size": _("边界的点过多，请先简化到 2000 个点以内。"),
    "crossing": _("边界自相交，或者围不出面积，请在制图软件中修正。"),
}
DATE = "%Y-%m-%d"
AHEAD = timedelta(days=366)  # a later day is a mistyped year


class BoundaryField(forms.CharField):
    """GeoJSON as text; an empty field is no boundary."""

    widget = forms.Textarea(attrs={"rows": 4, "spellcheck": "false"})

    def prepare_value(self, value):
        return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            outline = json.loads(text)
        except (ValueError, RecursionError) as failure:
            raise forms.ValidationError(_("边界不是有效的 GeoJSON，请检查括号和引号。")) from failure
        if fault := outline_fault(outline):
            raise forms.ValidationError(FAULTS[fault])
        return tidied(outline)


def day_field(label, **kwargs):
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format=DATE), **kwargs)


def degree_field(label, span):
    low, high = span
    said = _("请填写呼和浩特市范围内的坐标。")
    return forms.FloatField(
        label=label, required=False, min_value=low, max_value=high, error_messages={"min_value": said, "max_value": said}
    )


class GridForm(NeverOverwrites):
    """A grid as it is written down. Its kind and its village stay as they were when it was made: the code holds them."""

    boundary = BoundaryField(
        label=_("边界"), required=False, max_length=60000,
        help_text=_("可粘贴 GeoJSON（经度、纬度，2000 国家大地坐标系）；没有可不填，不要凭空勾画。"),
    )  # fmt: skip
    latitude = degree_field(_("示意纬度"), LATITUDES)
    longitude = degree_field(_("示意经度"), LONGITUDES)
    active_from = day_field(_("启用日期"))

    class Meta:
        model = Grid
        fields = (
            "name", "host_kind", "host", "households", "residents", "area", "supervision_phone", "active_from", "latitude", "longitude",
            "boundary", "boundary_source",
        )  # fmt: skip
        widgets = {"area": forms.Textarea(attrs={"rows": 3}), "supervision_phone": forms.TelInput}
        help_texts = {
            "host": _("专属网格填写，如：某某学校、某某市场。"),
            "area": _("四至或楼栋、村组，居民看得懂的说法。"),
            "boundary_source": _("填了边界的，写明谁在什么时候测绘或勾画。"),
            "supervision_phone": _("对外公开，居民可用来监督网格员的工作。"),
        }

    def clean_supervision_phone(self):
        phone = self.cleaned_data["supervision_phone"]
        if not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号或带区号的固定电话。"))
        return phone

    def clean_active_from(self):
        day = self.cleaned_data["active_from"]
        if day > timezone.localdate() + AHEAD:
            raise forms.ValidationError(_("启用日期应在一年以内，请核对年份。"))
        return day

    def kind_of_grid(self):
        return self.instance.kind

    def clean(self):
        values = super().clean()
        self._check_host(values)
        begins, ends = values.get("active_from"), self.instance.active_until
        if begins and ends and ends < begins:
            self.add_error("active_from", _("启用日期不能晚于停用日期。"))
        if values.get("boundary") and not values.get("boundary_source"):
            self.add_error("boundary_source", _("请写明边界的来源。"))
        if (values.get("latitude") is None) != (values.get("longitude") is None) and not {"latitude", "longitude"} & self.errors.keys():
            self.add_error("longitude", _("经度和纬度请一并填写，或都不填。"))
        return values

    def _check_host(self, values):
        """Only a dedicated grid lies with a host, and it always does."""
        if self.kind_of_grid() == GridKind.DEDICATED and not values.get("host"):
            self.add_error("host", _("专属网格请填写所在单位。"))
        if self.kind_of_grid() == GridKind.DEDICATED and not values.get("host_kind"):
            self.add_error("host_kind", _("专属网格请选择单位类型。"))
        if self.kind_of_grid() == GridKind.BASE and (values.get("host") or values.get("host_kind")):
            self.add_error("host", _("基础网格没有所在单位；如在单位内，请建专属网格。"))


class EditGridForm(GridForm):
    """A grid that is there: a dedicated one names the base grids it lies in."""

    class Meta(GridForm.Meta):
        fields = (*GridForm.Meta.fields, "inside")
        widgets = {**GridForm.Meta.widgets, "inside": forms.CheckboxSelectMultiple}
        help_texts = {**GridForm.Meta.help_texts, "inside": _("专属网格可以在一个或几个基础网格内。")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.is_base:
            del self.fields["inside"]
            return
        day = timezone.localdate()
        self.fields["inside"].queryset = Grid.objects.base().active(day).filter(place=self.instance.place_id)
        self.fields["inside"].label_from_instance = lambda grid: f"{grid.name}（{grid.area}）"


class NewGridForm(GridForm):
    """A new grid; the village is chosen in the selects of a cascade, which the view writes here."""

    kind = forms.ChoiceField(label=_("类型"), choices=GridKind.choices, initial=GridKind.BASE, widget=forms.RadioSelect)
    field_order = ("kind",)

    def __init__(self, *args, villages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"] = forms.ModelChoiceField(
            villages, label=_("村（社区）"), widget=forms.HiddenInput,
            error_messages={"required": _("请选到村（社区）。"), "invalid_choice": _("请选到村（社区）。")},
        )  # fmt: skip
        self.fields["active_from"].initial = timezone.localdate()

    def kind_of_grid(self):
        return self.cleaned_data.get("kind")

    def _post_clean(self):
        """The instance is made by the service, under a code of its own."""

    def facts(self):
        return {name: self.cleaned_data[name] for name in (*self._meta.fields, "kind", "place")}


def worker_label(post):
    """A worker as one of `workers_for`: name, work telephone, and how many grids there are already."""
    told = [post.user.work_phone, _("已负责 %(count)s 个网格") % {"count": post.load} if post.load else ""]
    known = "，".join(filter(None, told))
    return f"{post.user.name}（{known}）" if known else post.user.name


class AssignForm(forms.Form):
    """Who serves the grid, as what."""

    duty = forms.ChoiceField(label=_("分工"), choices=Duty.choices, initial=Duty.RESPONSIBLE)

    def __init__(self, *args, workers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["post"] = forms.ModelChoiceField(workers, label=_("网格员"), empty_label=_("请选择"))
        self.fields["post"].label_from_instance = worker_label
        self.order_fields(("post", "duty"))


class HereForm(forms.Form):
    """Where somebody stands, as the device says; it is used once and kept nowhere."""

    latitude = forms.FloatField(min_value=LATITUDES[0], max_value=LATITUDES[1], widget=forms.HiddenInput)
    longitude = forms.FloatField(min_value=LONGITUDES[0], max_value=LONGITUDES[1], widget=forms.HiddenInput)


class RangeForm(NeverOverwrites):
    """How many households a base grid usually has, and where that is said."""

    class Meta:
        model = HouseholdRange
        fields = ("least", "most", "citation")

    def clean(self):
        values = super().clean()
        least, most = values.get("least"), values.get("most")
        if least == 0:
            self.add_error("least", _("最少户数须大于零。"))
        if least and most and most < least:
            self.add_error("most", _("最多户数不能小于最少户数。"))
        return values
