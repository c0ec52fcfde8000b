"""The parts of the step 拆分: two to five, each with a category and its own words."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from disputes.complaints.forms import BUILDERS, NOTE_LABELS
from disputes.complaints.models import Category
from disputes.splitting.rules import LEAST, MOST

SHORTEST, LONGEST = 5, 1000  # characters of a part


class PartsWidget(forms.MultiWidget):
    """A select and a text for each part, named for who cannot see the order."""

    template_name = "disputes/splitting/parts_widget.html"

    def __init__(self, choices):
        pairs = [(forms.Select(choices=choices), forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST})) for _part in range(MOST)]
        for number, (category, text) in enumerate(pairs, start=1):
            category.attrs["aria-label"] = _now("第%(number)s项 分类") % {"number": number}
            text.attrs["aria-label"] = _now("第%(number)s项 反映内容") % {"number": number}
        super().__init__([widget for pair in pairs for widget in pair])

    def decompress(self, value):
        return value or [None] * (2 * MOST)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        drawn = context["widget"]["subwidgets"]
        parts = [{"number": index // 2 + 1, "category": drawn[index], "text": drawn[index + 1]} for index in range(0, len(drawn), 2)]
        more = parts[LEAST:]
        return context | {"parts": parts[:LEAST], "more": more, "more_in_use": any(is_filled(part) for part in more)}


def is_filled(part):
    return any(part["category"]["value"]) or bool(part["text"]["value"])


class PartsField(forms.Field):
    """Gives [{category, text}]; rows left empty are no parts."""

    def __init__(self, **kwargs):
        self.leaves = list(Category.objects.leaves())
        groups = {}
        for leaf in self.leaves:
            groups.setdefault(leaf.parent.name, []).append((leaf.pk, leaf.name))
        super().__init__(widget=PartsWidget([("", _("请选择分类")), *groups.items()]), **kwargs)

    def clean(self, value):
        known = {str(leaf.pk): leaf for leaf in self.leaves}
        pairs = [(value[index] or "", (value[index + 1] or "").strip()) for index in range(0, len(value), 2)]
        parts = [(number, known.get(key), text) for number, (key, text) in enumerate(pairs, start=1) if key or text]
        for number, category, text in parts:
            if category is None:
                raise forms.ValidationError(_("请选择第%(number)s项的分类。"), params={"number": number})
            if not SHORTEST <= len(text) <= LONGEST:
                limits = {"number": number, "shortest": SHORTEST, "longest": LONGEST}
                raise forms.ValidationError(_("第%(number)s项的反映内容请写 %(shortest)s 至 %(longest)s 个字。"), params=limits)
        if len(parts) < LEAST:
            raise forms.ValidationError(_("请至少拆成 %(least)s 项。"), params={"least": LEAST})
        return [{"category": category, "text": text} for _number, category, text in parts]


def parts_field(case, user):
    """The first part comes filled in with what was written."""
    field = PartsField(label=_("拆成哪几项"), help_text=_("每项单独派单、单独答复；全部办完后系统自动汇总答复反映人。"))
    field.initial = [case.category_id, case.description[:LONGEST]] + [None] * (2 * MOST - 2)
    return field


BUILDERS["parts"] = parts_field
NOTE_LABELS.update(split=_("拆分说明"), reopen_part=_("重办要求"))
