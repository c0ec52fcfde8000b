"""Two years of duties that came to the grid, or did not: a dozen applications, each one taken through the flow by the engine itself."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.notices.services import loading_history
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post
from grids.admission.data.load import load_duties
from grids.admission.models import Admission
from grids.admission.services import apply

FILE = Path(__file__).parent / "stories.csv"
CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT = timedelta(days=10)
ROLES = {Role.DEPARTMENT_HANDLER, Role.TOWNSHIP_CLERK, Role.LEADING_OFFICE}
HOME_TOWNSHIP = "150102001"
REVIEWING = ("labour", "justice", "development", "health")
SAID = {
    "agree": ("职责清楚，工作量适当，同意。", "依据充分，经费已有安排，同意。", "已与一线核对，可以承担，同意。"),
    "conditional": ("须先完成培训，并按季度拨付经费。", "同意试行，年度评估时再看工作量。"),
    "disagree": ("属行政处罚，网格员没有执法权，不宜下沉。", "与现有巡查重复，建议并入原有事项。"),
}
WORKING_RULES = "网格员按月走访，看到问题拍照上报；能劝导的当场劝导；不代替部门检查，不收费，不处罚。部门在期限内答复处理结果。"


@dataclass
class Tale:
    """One application on its way. `at` is its clock."""

    rng: Any
    cast: dict
    row: dict
    at: datetime
    now: datetime
    case: Any = None

    def wait(self, least, most):
        """Let days pass, and go on in the day's work."""
        later = (self.at + timedelta(days=self.rng.uniform(least, most))).astimezone(CITY_TIME)
        self.at = min(later.replace(hour=self.rng.randrange(9, 17), minute=self.rng.randrange(60)), self.now - timedelta(minutes=5))

    def take(self, step, by, note, **given):
        case = Admission.objects.select_related("office", "place", "duty").get(pk=self.case.pk)
        ring(case, at=self.at)
        self.case = engine.take(case, step, by=by, at=self.at, note=note, **given)


def seed(*, rng, scale, count, at, say):
    """The list of duties, then the applications; nothing where there are some already."""
    load_duties()
    if scale != "demo" or Admission.objects.exists():
        return
    cast = gathered()
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["office"] in cast]
    with loading_history(since=at - RECENT), rules_read_once():
        for row in rows:
            with transaction.atomic():
                tell(Tale(rng, cast, row, at - timedelta(days=int(row["days"])), at))
        ring_all(Admission, at=at)
    say(f"admissions: {Admission.objects.count()} told")


def gathered():
    """{office code: somebody who serves there}; the named accounts come before those who cannot sign in."""
    found = {}
    posts = Post.objects.filter(user__is_demo=True, role__in=ROLES).with_office().order_by("-user__password", "pk")
    for post in posts.filter(office__type__in=[OfficeType.BUREAU, OfficeType.TOWNSHIP, OfficeType.LEADING_GROUP]):
        post.user.acting_post = post
        found.setdefault(post.office.code, post.user)
    return found


def tell(tale):
    """Apply, and go as far as the story goes."""
    tale.wait(0, 0.1)
    row, begins = tale.row, tale.at.astimezone(CITY_TIME).date() + timedelta(days=20)
    facts = {name: row[name] for name in ("title", "description", "basis", "rate", "brings")}
    tale.case = apply(
        by=tale.cast[row["office"]], at=tale.at, working_rules=WORKING_RULES, training="每年集中培训一次，不少于两学时。",
        fund_source="本部门年度预算专项", begins=begins, ends=years_after(begins, int(row["years"])), **facts,
    )  # fmt: skip
    WAYS[row["way"]](tale)


def years_after(day, years):
    return date(day.year + years, day.month, min(day.day, 28))


def decider(tale):
    return tale.cast[tale.case.office.code]


def reviewers(tale):
    """Three bureaus of the same place, and the home township for the county's own matters."""
    place = tale.row["office"].rpartition("-")[2]
    codes = [f"{trade}-{place}" for trade in REVIEWING if f"{trade}-{place}" != tale.row["office"]][:3]
    codes += [f"township-{HOME_TOWNSHIP}"] if HOME_TOWNSHIP.startswith(place) else []
    return list(Office.objects.filter(code__in=codes).select_related("place").order_by("code"))


def reviewing(tale, *, silent=2):
    """Named, and some have spoken; the home township and the last one have still to."""
    offices = reviewers(tale)
    tale.wait(1, 2)
    tale.take("name_reviewers", decider(tale), "请就职责、能力、经费、培训提出意见。", offices=offices)
    for office in offices[: len(offices) - silent]:
        spoken(tale, office, tale.rng.choice(("agree", "agree", "conditional")))


def spoken(tale, office, stance):
    tale.wait(0.3, 1.2)
    tale.take("state", tale.cast[office.code], tale.rng.choice(SAID[stance]), stance=stance)


def deciding(tale):
    """Everyone has spoken."""
    reviewing(tale, silent=0)


def admitted(tale):
    deciding(tale)
    tale.wait(2, 5)
    given = {"rate": tale.case.rate, "begins": tale.at.astimezone(CITY_TIME).date(), "ends": tale.case.ends}
    tale.take("admit", decider(tale), "各单位意见一致，经费有保障。", conditions="经费按年足额拨付；每年组织一次培训。", **given)


def reported(tale):
    admitted(tale)
    tale.wait(170, 200)
    tale.take("report_use", tale.cast[tale.row["office"]], "累计上报 86 件，办结 83 件；经费已拨付；培训两次，参加率九成以上。")


def changed(tale):
    admitted(tale)
    tale.wait(150, 165)
    given = {"rate": 400, "ends": tale.case.ends, "conditions": "工作量增加，经费提高；复杂需求由专业机构上门。"}
    tale.take("change", decider(tale), "一线反映工作量增加，提高经费标准。", **given)


def withdrawn(tale):
    admitted(tale)
    tale.wait(230, 250)
    tale.take("withdraw", decider(tale), "部门已建立专门队伍，不再需要网格承担。", ends_on=tale.at.astimezone(CITY_TIME).date())


def lapsed(tale):
    """Admitted for less than a year, and not renewed."""
    deciding(tale)
    tale.wait(2, 4)
    day = tale.at.astimezone(CITY_TIME).date()
    given = {"rate": tale.case.rate, "begins": day, "ends": day + timedelta(days=300), "conditions": "仅限集中参保期。"}
    tale.take("admit", decider(tale), "同意在集中参保期实施。", **given)
    tale.wait(300, 300.2)
    tale.take("lapse", SYSTEM, "")


def refused(tale):
    offices = reviewers(tale)
    tale.wait(1, 2)
    tale.take("name_reviewers", decider(tale), "请重点说明是否涉及行政处罚。", offices=offices)
    for office in offices:
        spoken(tale, office, "disagree")
    tale.wait(2, 4)
    tale.take("refuse", decider(tale), "行政处罚权不得下沉给网格员；可以申请“发现问题及时上报”。")


def returned(tale):
    tale.wait(1, 2)
    tale.take("send_back", decider(tale), "请补充巡查频次、每次所需时间和培训计划。")


WAYS = {
    "applied": lambda tale: None, "returned": returned, "reviewing": reviewing, "deciding": deciding, "admitted": admitted,
    "reported": reported, "changed": changed, "withdrawn": withdrawn, "lapsed": lapsed, "refused": refused,
}  # fmt: skip
