"""The whole file as one PDF: cover, contents, every item in its order with its scans, back cover."""

import json

from django.utils.translation import gettext as _

from disputes.dossier.data.facts import filled, printed, told
from disputes.dossier.data.forms import BACK, COVER, FORMS
from disputes.mediation.services import SEALED, opened_parties
from governance.files.services import open_attachment
from governance.papers.binding import PAGES, Bound, Leaf, bound
from governance.papers.blocks import blocks
from governance.privacy.services import open_sealed
from governance.web.formats import cn_date

ASKED_BESIDES = {COVER: {"name"}, "power": {"name", "id_number", "agent"}}  # what they print of the parties outside a group


def whole_file(found, *, opening):
    """PDF bytes of a surveyed file. `opening`: by, at, purpose, reason of whoever opens what it holds; each opening is recorded."""
    kept = {paper.key: paper.kept for line in found.lines for paper in line.papers if paper.kept}
    kept |= {COVER: found.cover} if found.cover else {}
    facts = {key: with_number(found, key, facts_in(paper, opening=opening)) for key, paper in kept.items()}
    if lacking := [code for code in (COVER, BACK) if code not in facts]:
        story = opened_story(found.mediation, opening=opening)
        facts |= {code: with_number(found, code, filled(code, story)) for code in lacking}
    parts = [part for line in found.lines for part in parts_of(line, facts, opening=opening)]
    title = f"{_('人民调解卷宗')} {found.dossier.document if found.dossier else found.mediation.number}"
    return bound(parts, cover=set_in(COVER, facts[COVER]), back=set_in(BACK, facts[BACK]), title=title, contents=_("卷内目录"))


def opened_story(mediation, *, opening, fields=SEALED):
    """The case with these facts of its parties and their agents in plain text, each opening recorded."""
    return told(mediation, opened_parties(mediation, fields, **opening))


def sealed_in(code):
    """What a form needs of the parties' sealed facts, and no more is opened for it."""
    columns = {column.name for group in FORMS[code].groups for column in group.columns} | ASKED_BESIDES.get(code, set())
    return [name for name in SEALED if name in columns]


def facts_in(paper, *, opening):
    """The words of a kept paper; the opening is recorded."""
    return json.loads(open_sealed(paper, "content", **opening))


def with_number(found, code, facts):
    """What only filing tells: the number of the file, its day, how long it is kept."""
    own = {field.name for field in FORMS[code.partition("-")[0]].fields}
    if found.dossier:
        filed = found.dossier
        known = {"document": filed.document, "retention": filed.retention, "filed": cn_date(filed.filed_at)}
        return facts | {name: value for name, value in known.items() if name in own}
    if "retention" in own and not facts["retention"] and (kept := found.retention):
        return facts | {"retention": str(kept.label)}
    return facts


def set_in(key, facts):
    """A paper as blocks, in a file whose number of pages is known when it is bound."""
    code = key.partition("-")[0]
    return blocks(FORMS[code].template, printed(code, facts, pages=PAGES))


def parts_of(line, facts, *, opening):
    """An item's papers and scans; the signed original stands for the form, and the back cover comes last of all."""
    for paper in line.papers:
        if paper.scans:
            yield Bound(paper.label, leaves=leaves_of(paper.scans, opening=opening))
        elif paper.kept and paper.key != BACK:
            yield Bound(paper.label, blocks=set_in(paper.key, facts[paper.key]))
    if line.loose:
        yield Bound(_("%(item)s（扫描件）") % {"item": line.item.label}, leaves=leaves_of(line.loose, opening=opening))


def leaves_of(scans, *, opening):
    found = []
    for scan in scans:
        open_sealed(scan, "original", **opening)
        with open_attachment(scan) as file:
            found.append(Leaf(file.read(), scan.media_type, scan.pages))
    return found
