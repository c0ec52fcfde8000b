"""What is typed about a file: the words of a paper, scans and what they are, and the list of items."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.dossier.data.forms import LINE
from disputes.dossier.enums import Ending, Owed, Proof
from disputes.dossier.services import content_of
from governance.files.forms import AttachmentsField
from governance.files.rules import JPEG, PDF, PNG, WEBP
from governance.papers.binding import Unreadable, page_count
from governance.web.days import DayField, days_from_today

LONGEST_LINE, LONGEST_TEXT = 200, 8000
MOST_PAGES = 200  # of one scan
SCANS = (PDF.mime, JPEG.mime, PNG.mime, WEBP.mime)
FIVE_YEARS = 1826  # days


def _words(one, initial=""):
    """A field of a paper; nothing on a paper is compulsory, for it may be written by hand."""
    line = one.shape == LINE
    widget = forms.TextInput(attrs={"autocomplete": "off"}) if line else forms.Textarea(attrs={"rows": 4 if one.shape == "text" else 7})
    field = forms.CharField(
        label=one.label, required=False, max_length=LONGEST_LINE if line else LONGEST_TEXT, widget=widget, initial=initial
    )
    field.depends = True  # none is called optional
    return field


class PaperForm(forms.Form):
    """The words of a paper before it is printed. `base`: the version it was opened with; purpose and reason go with it."""

    base = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    purpose = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, paper, facts=None, **kwargs):
        super().__init__(data, **kwargs)
        self.paper, facts = paper, facts or {}
        for one in paper.fields:
            self.fields[one.name] = _words(one, facts.get(one.name, ""))
        self.rows = {group.name: self._count(group, facts) for group in paper.groups}
        for group in paper.groups:
            self.fields[f"{group.name}-rows"] = forms.IntegerField(initial=self.rows[group.name], widget=forms.HiddenInput)
            for number, row in enumerate(self._rows(group, facts)):
                for column in group.columns:
                    self.fields[f"{group.name}-{number}-{column.name}"] = _words(column, row.get(column.name, ""))

    def _count(self, group, facts):
        """How many rows are on the page: those there are and the spare ones; as many as were sent."""
        sent = str(self.data.get(f"{group.name}-rows", "")) if self.is_bound else ""
        return min(int(sent), 60) if sent.isdigit() else len(facts.get(group.name, [])) + group.spare

    def _rows(self, group, facts):
        known = facts.get(group.name, [])
        return [*known, *[{}] * self.rows[group.name]][: self.rows[group.name]]

    def sections(self):
        """(legend, fields) pairs in their order: every row of a group first, then what stands once."""
        found = []
        for group in self.paper.groups:
            for number in range(self.rows[group.name]):
                names = [f"{group.name}-{number}-{column.name}" for column in group.columns]
                found.append((f"{group.label} {number + 1}", [self[name] for name in names]))
        return [*found, ("", [self[one.name] for one in self.paper.fields])]

    def facts(self):
        """What was typed, as it is kept; rows in which nothing stands are left out."""
        typed, found = self.cleaned_data, {}
        for group in self.paper.groups:
            rows = range(self.rows[group.name])
            told = [{column.name: typed[f"{group.name}-{number}-{column.name}"] for column in group.columns} for number in rows]
            found[group.name] = [row for row in told if any(row.values())]
        return {**found, **{one.name: typed[one.name] for one in self.paper.fields}}


class ScanForm(forms.Form):
    """Scans and what of the file they are."""

    target = forms.ChoiceField(label=_("归入"), help_text=_("签名后的原件替换同名的系统文书；其他材料附在该项之后。"))
    files = AttachmentsField(
        label=_("扫描件"), required=True, allowed=SCANS, help_text=_("PDF 或者图片，一次最多6个。身份证件请遮住与调解无关的内容。")
    )

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].choices = [("", _("请选择")), *(self._group(line) for line in found.lines)]
        self.fields["target"].error_messages["required"] = _("请选择归入哪一项。")

    def _group(self, line):
        """An item with the forms a scan can be the signed original of."""
        papers = [(f"{line.item.code}:{paper.key}", _("%(paper)s的签名原件") % {"paper": paper.label}) for paper in line.papers]
        return f"{line.item.position} {line.item.label}", [*papers, (f"{line.item.code}:", _("其他材料"))]

    def clean_files(self):
        files = self.cleaned_data["files"]
        for file in files:
            if file.media_type == PDF.mime:
                self._check_pages(file)
        return files

    def _check_pages(self, file):
        try:
            pages = page_count(content_of(file))
        except Unreadable as failure:
            raise forms.ValidationError(_("“%(name)s”打不开，请重新扫描后再传。") % {"name": file.name}) from failure
        if pages > MOST_PAGES:
            told = {"name": file.name, "pages": pages, "most": MOST_PAGES}
            raise forms.ValidationError(_("“%(name)s”有 %(pages)s 页，每个文件最多 %(most)s 页，请分开上传。") % told)

    def placed(self):
        """(item, paper) the scans belong to."""
        item, _colon, paper = self.cleaned_data["target"].partition(":")
        return item, paper


class RemoveForm(forms.Form):
    """Why a scan is taken out."""

    why = forms.CharField(label=_("移出原因"), max_length=120, error_messages={"required": _("请写明移出原因。")})


class ListForm(forms.Form):
    """The next version of the list of items."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("修订说明"), max_length=200, error_messages={"required": _("请写明修订的依据和内容。")})
    valid_from = DayField(label=_("起用日期"), since=days_from_today(0), until=days_from_today(FIVE_YEARS))

    def __init__(self, *args, listing, **kwargs):
        super().__init__(*args, **kwargs)
        self.items, self.retentions = list(listing.items.all()), list(listing.retentions.all())
        self.fields["version"].initial = listing.version
        for row in self.items:
            self.fields[f"label-{row.code}"] = forms.CharField(label=_("名称"), max_length=40, initial=row.label)
            self.fields[f"owed-{row.code}"] = forms.ChoiceField(label=_("要求"), choices=Owed.choices, initial=row.owed)
            self.fields[f"proof-{row.code}"] = forms.ChoiceField(label=_("形式"), choices=Proof.choices, initial=row.proof)
        for row in self.retentions:
            self.fields[f"years-{row.ending}"] = forms.IntegerField(
                label=_("%(ending)s，保管年数") % {"ending": Ending(row.ending).label}, min_value=1, max_value=100, required=False,
                initial=row.years, help_text=_("不填为永久。"),
            )  # fmt: skip
            self.fields[f"citation-{row.ending}"] = forms.CharField(label=_("依据"), max_length=120, initial=row.citation)

    def sections(self):
        """(legend, fields) pairs: each item, then each term of keeping."""
        items = [(f"{row.position} {row.label}", [self[f"{name}-{row.code}"] for name in ("label", "owed", "proof")]) for row in self.items]
        kept = [(Ending(row.ending).label, [self[f"{name}-{row.ending}"] for name in ("years", "citation")]) for row in self.retentions]
        return [*items, *kept]

    def changes(self):
        """(changes of each item by code, of each term by ending)."""
        typed = self.cleaned_data
        items = {row.code: {name: typed[f"{name}-{row.code}"] for name in ("label", "owed", "proof")} for row in self.items}
        return items, {row.ending: {name: typed[f"{name}-{row.ending}"] for name in ("years", "citation")} for row in self.retentions}


class RegisterFilter(forms.Form):
    """The register of files: by number or matter, and by year."""

    q = forms.CharField(label=_("卷号、编号、案由"), required=False, max_length=40)
    year = forms.IntegerField(label=_("年度"), required=False, min_value=2000, max_value=2100)
