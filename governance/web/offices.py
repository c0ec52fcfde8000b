"""Naming an office in a form: typed by its name, with the offices of a place to choose from, and without a script."""

import re

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.people.enums import OUTSIDE, OfficeType
from governance.people.models import Office
from governance.places.enums import Level
from governance.places.rules import ancestors

SHOWN = 8
LABELLED = re.compile(r"^(?P<name>.+)（(?P<place>[^（）]+)）$")
SPOKEN = re.compile(r"^(?P<place>.{2,}?)(?P<house>办事处|办|人民政府|政府|党工委|党委)?$")
UNKNOWN = gettext_lazy("没有找到这个单位，请填写单位的全称或简称。")
UNKNOWN_OPTIONAL = gettext_lazy("没有找到这个单位，请填写单位的全称或简称；不清楚的可以不填，在内容中写明。")


def label_of(office):
    """An office as a person picks it: villages of one name are told apart by where they lie."""
    return f"{office.name}（{office.place.full_name}）"


def offices_named(text, *, venues=False):
    """The offices a text can mean, those of exactly that name alone where there are any; public bodies, and `venues` where they count."""
    text = text.strip()
    if not text:
        return []
    offices = Office.objects.in_use().select_related("place").order_by("place__path", "type", "code")
    if not venues:
        offices = offices.exclude(type__in=OUTSIDE)
    labelled = LABELLED.match(text)
    if labelled and (found := list(offices.filter(name=labelled["name"], place__full_name=labelled["place"])[:1])):
        return found
    for meant in (Q(name=text) | Q(short_name=text), spoken_of(text), Q(name__contains=text) | Q(short_name__contains=text)):
        if found := list(offices.filter(meant)[: SHOWN + 1]):
            return found
    return []


def spoken_of(text):
    """The office of a township or of a government, by what people call the house it sits in: 街道, 街道办, 街道办事处, 镇政府."""
    said = SPOKEN.match(text)
    if said is None:
        return Q(pk=None)
    names = [said["place"], f"{said['place']}街道"] if said["house"] else [text]
    towns = Q(type=OfficeType.TOWNSHIP, place__level=Level.TOWNSHIP, place__name__in=names)
    above = Q(type=OfficeType.GOVERNMENT, place__level__in=[Level.CITY, Level.COUNTY], place__name__in=names)
    return towns | above if said["house"] else towns


def offices_of(path):
    """The offices in whose line a place lies, the nearest first."""
    found = Office.objects.in_use().exclude(type__in=OUTSIDE).filter(place__path__in=ancestors(path)).select_related("place")
    return list(found.order_by("-place__path", "type", "code"))


class OfficeInput(forms.TextInput):
    template_name = "components/office_input.html"
    offered = ()

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        listed = f"{context['widget']['attrs'].get('id', name)}_list"
        context["widget"]["attrs"] |= {"list": listed, "autocomplete": "off"}
        return context | {"list_id": listed, "offered": [label_of(office) for office in self.offered]}


class OfficeField(forms.CharField):
    """Cleans to an `Office`, or None. Where several are meant, `candidates` holds them for the page. `unknown` is said of none."""

    widget = OfficeInput

    def __init__(self, *, offered=(), venues=False, unknown="", **kwargs):
        super().__init__(max_length=160, **kwargs)
        self.widget.offered, self.candidates, self.venues = offered, [], venues
        self.unknown = unknown

    def offer(self, offices):
        self.widget.offered = offices

    def prepare_value(self, value):
        return label_of(value) if isinstance(value, Office) else value

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        found = offices_named(text, venues=self.venues)
        if len(found) == 1:
            return found[0]
        self.candidates = found[:SHOWN]
        if not found:
            raise forms.ValidationError(self.unknown or (UNKNOWN if self.required else UNKNOWN_OPTIONAL))
        names = _("；").join(label_of(office) for office in self.candidates)
        raise forms.ValidationError(_("有几个单位叫这个名字，请写明是哪一个：%(names)s。") % {"names": names})
