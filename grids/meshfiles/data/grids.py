"""The sheet of grids: its columns, and what each row amounts to beside the register."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.people.enums import Role
from governance.people.models import Post
from governance.privacy.phones import is_phone
from governance.sheets import parsing
from governance.sheets.columns import Column
from governance.sheets.reading import read_table
from grids.mesh.enums import GridKind, HostKind
from grids.mesh.models import Assignment
from grids.meshfiles.data.judging import ENDS, Judged
from grids.meshfiles.data.places import village_of

KINDS = {label: value for value, label in GridKind.choices}
HOST_KINDS = {label: value for value, label in HostKind.choices}
WRITTEN = ("name", "host_kind", "host", "households", "residents", "area", "supervision_phone", "active_from")


def columns(places):
    """The columns; `places` are those the person may name. The labels are those of the export, so that it can be brought back."""
    return (
        Column("code", _("网格编码"), parse=parsing.text(most=24), width=20, hint=_("新建的网格不填，由系统编码；填了的，修改该网格。")),
        Column("place", _("村（社区）"), True, village_of(places), width=36, hint=_("12 位代码，或从旗县区写起的全称。")),
        Column("kind", _("类型"), parse=parsing.choice(KINDS), choices=tuple(KINDS), hint=_("不填为基础网格；已有网格的类型不能改。")),
        Column("name", _("名称"), True, parsing.text(most=60), width=24, hint=_("同一村（社区）内不重复；没填编码的按名称识别。")),
        Column("host_kind", _("单位类型"), parse=parsing.choice(HOST_KINDS), choices=tuple(HOST_KINDS),
               hint=_("专属网格填写。")),
        Column("host", _("所在单位"), parse=parsing.text(most=80), hint=_("专属网格填写，如：某某学校、某某市场。")),
        Column("households", _("户数"), parse=parsing.whole(least=0, most=100_000)),
        Column("residents", _("人数"), parse=parsing.whole(least=0, most=1_000_000)),
        Column("area", _("范围"), True, parsing.text(most=300), width=40, hint=_("四至或楼栋、村组，居民看得懂的说法。")),
        Column("supervision_phone", _("监督电话"), True, telephone, width=18, hint=_("对外公开。")),
        Column("worker", _("责任网格员"), parse=parsing.text(most=40), hint=_("本村（社区）在任网格员的姓名；不填则不变。")),
        Column("worker_phone", _("工作电话"), parse=parsing.text(most=20), width=18, hint=_("有同名网格员时填写，用来区分。")),
        Column("active_from", _("启用日期"), parse=parsing.day(), width=14, hint=_("如 2026-11-23；新建的不填则为导入当天。")),
    )  # fmt: skip


def telephone(cell):
    plain = parsing.text(most=20)(cell)
    if not is_phone(plain):
        raise ValueError(_("电话号码不正确，请填写手机号或带区号的固定电话"))
    return plain


@dataclass
class Register:
    """What the rows are held against: the grids the person may change, the village's workers by name, and who serves which grid now."""

    by_code: dict
    by_name: dict
    workers: dict
    serving: dict


def register_of(grids, places, *, at):
    found = Register({}, {}, {}, dict(Assignment.objects.current(at).responsible().filter(grid__in=grids).values_list("grid", "post")))
    for grid in grids.select_related("place"):
        found.by_code[grid.code] = grid
        if grid.active_until is None:
            found.by_name[grid.place_id, grid.name] = grid
    posts = Post.objects.live(at).filter(role=Role.GRID_WORKER, office__place__in=places).select_related("user", "office")
    for post in posts:
        found.workers.setdefault((post.office.place_id, post.user.name), []).append(post)
    return found


def judged(file, places, grids, *, at):
    """Every row; raises `SheetRefused` for the file as a whole. `grids`: those the person may change."""
    register, seen, today = register_of(grids, places, at=at), {}, timezone.localdate(at)
    for row in read_table(file, columns(places)):
        yield judge(row, register, seen, today=today)


def judge(row, register, seen, *, today):
    """The row beside the register and beside the rows before it; `seen` remembers it."""
    facts = dict(row.values)
    code, place, name = facts.pop("code", None), facts.get("place"), facts.get("name")
    target = register.by_code.get(code) if code else register.by_name.get((place.pk, name)) if place else None
    post, unfit = worker_of(facts, place, register)
    found = [*wrong(facts, code, target, register.by_name), *unfit]
    faults = [*row.errors, *(row.fault(column, reason) for column, reason in found)]
    faults += [row.fault("name", _("与第 %(line)s 行是同一个网格") % {"line": first}) for first in twice(seen, row, target, place, name)]
    if faults:
        return Judged(row.number, facts, tuple(faults))
    written = {column: facts.get(column) for column in WRITTEN}
    written |= {"host": written["host"] or "", "host_kind": written["host_kind"] or ""}
    if target is None:
        written |= {"place": place, "kind": facts.get("kind") or GridKind.BASE, "active_from": written["active_from"] or today}
        return Judged(row.number, written, is_fresh=True, post=post)
    fresh_post = post if post and register.serving.get(target.pk) != post.pk else None
    found = Judged(row.number, written, target=target, changed=changes(target, written), post=fresh_post)
    if found.is_good and target.active_until is not None:
        return Judged(row.number, facts, (row.fault("code", str(ENDS)),))
    return found


def worker_of(facts, place, register):
    """(the post the row names or None, [(column, reason)] where it names nobody of the village, or several)."""
    if not facts.get("worker") or place is None:
        return None, []
    found = register.workers.get((place.pk, facts["worker"]), [])
    if len(found) > 1:
        found = [post for post in found if post.user.work_phone == facts.get("worker_phone")]
    if len(found) == 1:
        return found[0], []
    return None, [("worker", _("本村（社区）没有这位在任网格员，或有同名的，请填工作电话区分"))]


def changes(grid, written):
    """The columns in which the row differs from the grid; an empty cell leaves numbers and the first day as they are."""
    kept = {name for name in ("households", "residents", "active_from") if written[name] is None}
    return tuple(name for name in WRITTEN if name not in kept and written[name] != getattr(grid, name))


def twice(seen, row, target, place, name):
    """The number of an earlier row about the same grid, if there is one."""
    key = target.pk if target else (place.pk, name) if place and name else None
    if key is None:
        return []
    first = seen.setdefault(key, row.number)
    return [] if first == row.number else [first]


def wrong(facts, code, target, by_name):
    """(column, reason) of what does not fit together."""
    place, found = facts.get("place"), []
    if code and target is None:
        found.append(("code", _("没有这个编码的网格，或不在您的辖区内；新建的请不填编码")))
    if code and target and place and target.place_id != place.pk:
        found.append(("place", _("与编码所属的村（社区）不符")))
    namesake = by_name.get((place.pk, facts.get("name"))) if place else None
    if code and target and namesake and namesake.pk != target.pk:
        found.append(("name", _("本村（社区）已有同名网格 %(code)s") % {"code": namesake.code}))
    if target and facts.get("kind") and facts["kind"] != target.kind:
        found.append(("kind", _("已有网格的类型不能改")))
    return found + wrong_host(facts, target.kind if target else facts.get("kind") or GridKind.BASE)


def wrong_host(facts, kind):
    """Only a dedicated grid lies with a host, and it always does."""
    if kind == GridKind.BASE and (facts.get("host") or facts.get("host_kind")):
        return [("host", _("基础网格没有所在单位；如在单位内，请建专属网格"))]
    if kind != GridKind.DEDICATED:
        return []
    return [(name, _("专属网格必填")) for name in ("host_kind", "host") if not facts.get(name)]
