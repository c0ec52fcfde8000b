"""What the workers and the stations write: sentences from `frames.csv` with their slots filled, no two reports alike."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FRAMES = Path(__file__).parent / "frames.csv"
SPOTS = (
    "{n}号楼东侧", "{n}号楼二单元门口", "{n}号楼后身", "小区西门外", "小区南门车棚旁", "幼儿园围墙外", "菜市场后巷", "社区卫生站对面",
    "公交站牌旁", "老锅炉房边", "{n}号楼与{m}号楼之间", "沿街{n}号底商门前", "健身广场北侧", "地下车库入口", "快递驿站门前",
)  # fmt: skip
RURAL_SPOTS = (
    "村委会东侧", "{n}组村道边", "{n}组机井旁", "村口小桥处", "小学围墙外", "{n}组王家巷口", "文化广场西侧", "饮水点旁", "村北林带边",
    "进村路{n}公里处", "集市东头", "{n}组晒场边", "卫生室门前", "旧粮库院内", "养殖小区门口",
)  # fmt: skip
HOMES = ("{n}号楼一单元", "{n}号楼三单元", "{n}号楼{m}层", "{n}号楼顶层", "{m}号楼二单元", "沿街{n}号楼上")
RURAL_HOMES = ("{n}组", "村东头", "村西头", "{n}组路南", "{n}组路北", "村委会后排", "村口第{n}家")
TOWN_WORDS = re.compile(
    "物业|单元|业主|楼|共享单车|人行道|步道|夜市|快递|消火栓|社区|住户装|斑马线|盲道|小饭馆|车主|居民群|门禁|绿篱|垃圾桶|租客|老年食堂|广告牌"
)
COUNTRY_WORDS = re.compile("村|秸秆|渠|机井|地界|浇地|柴草|涵管|羊|土坯")
SINCE = ("两天", "三天", "快一周", "一个多星期", "半个月", "好些天")
WHEN = ("明天上午", "本周五下午", "十一点多", "下周一", "后半夜")
TAILS = (
    "",
    "",
    "",
    "巡查时发现。",
    "入户走访时了解到。",
    "群众当面反映。",
    "今早巡查看到。",
    "傍晚巡查看到。",
    "已拍照。",
    "群众比较着急。",
)
KINDS = {  # how often each kind is reported
    "environment": 26, "facility": 20, "hazard": 9, "fire": 13, "dispute": 12, "traffic": 9, "service": 12, "order": 6, "other": 3,
}  # fmt: skip
SOLVED_SHARE = {
    "environment": 0.66, "facility": 0.35, "hazard": 0.3, "fire": 0.55, "dispute": 0.5, "traffic": 0.5, "service": 0.6, "order": 0.45,
    "other": 0.7,
}  # fmt: skip
NOTES = {
    "pass_to_village": ("现场无法处置，请社区协调。", "已做临时防护，请村（社区）牵头办理。", "涉及物业和产权单位，请协调。", ""),
    "pass_to_township": ("涉及两个小区共用设施，社区难以单独解决。", "需动用街道应急维修力量。", "多次协调未果，请乡镇（街道）牵头。"),
    "pass_to_department": ("属行业主管事项，请按职责办理。", "需专业设备和资质，请主管部门处置。", "涉及执法，请依法办理。"),
    "dispatch": ("请牵头到场核实，按期答复。", "请会同街道处置，办理情况报综治中心。"),
    "return_to_worker": ("位置描述不清，请补充楼栋和照片后再报。", "属网格员职责范围内可当场处置的事项，请先处置。"),
    "return_to_village": ("社区尚未联系产权单位，请先行协调。", "请社区先组织双方见面。"),
    "return_to_township": ("经核实产权归街道，请街道先行维修。", "不在本部门职责范围，请街道核对后重新转办。"),
    "ask_extension": ("配件需厂家供货，申请延期。", "需等待检测结果，申请延期。", "连日低温无法施工，申请延期。"),
    "grant_extension": ("理由属实，同意延期，期间做好防护。", "同意，请每周报一次进展。"),
    "refuse_extension": ("已有临时处置条件，请按期答复。", "拖延时间较长，不同意延期。"),
    "send_back": ("到场查看，问题还在，请重新处置。", "只处理了一部分，请一次办到位。", "答复与现场不符，请再核实。"),
    "progress": ("已到现场查看，正在联系责任单位。", "材料已备好，{when}进场。", "双方约定{when}见面。"),
    "confirm": ("到场核对，已处理好。", "居民确认解决。", ""),
    "withdraw": ("重复上报，已有同一事项在办。", "到场复看，问题已自行消除。"),
    "hand_to_dispute": ("双方矛盾较深，同意由调委会调解。", "涉及金额较大，请调解组织受理。"),
    "hand_to_hazard": ("短期内不能消除，请有关部门核查治理。", "责任单位不明，请核查定级。"),
    "hand_to_complaint": ("居民要求按热线程序办理并答复。", "涉及面广，转热线统一派办。"),
}


@dataclass(frozen=True)
class Frame:
    kind: str
    months: frozenset
    text: str
    solution: str
    answer: str

    def fits(self, month, *, rural):
        """Whether it happens then, and in town or in the country."""
        words = self.text + self.solution + self.answer
        return month in self.months and not (TOWN_WORDS if rural else COUNTRY_WORDS).search(words)


@cache
def frames():
    """{kind: its frames}."""
    found = {}
    with FRAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["kind"], []).append(Frame(**{**row, "months": months(row["months"])}))
    return found


def months(text):
    """Months from "11-3" (over the year's end), "6-9" or "" (all)."""
    first, last = (int(part) for part in text.split("-")) if text else (1, 12)
    return frozenset((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))


def kind_of(rng):
    return rng.choices(tuple(KINDS), weights=tuple(KINDS.values()))[0]


def frame_of(rng, kind, month, *, rural):
    return rng.choice([frame for frame in frames()[kind] if frame.fits(month, rural=rural)])


def filled(rng, text, *, rural=False, part=0):
    """The sentence with its slots filled. Two tellers (`part` 0 and 1) never speak of the same spot."""
    spots, homes = (RURAL_SPOTS, RURAL_HOMES) if rural else (SPOTS, HOMES)
    spot, home = (rng.choice(some[part::2]).format(n=rng.randint(1, 9), m=rng.randint(10, 24)) for some in (spots, homes))
    return text.format(spot=spot, home=home, n=rng.randint(2, 9), since=rng.choice(SINCE), when=rng.choice(WHEN))


def found(rng, frame, *, rural, part, told):
    """What the worker wrote; never the same twice within `told`."""
    while True:
        text = filled(rng, frame.text, rural=rural, part=part) + rng.choice(TAILS)
        if text not in told:
            told.add(text)
            return text


def note(rng, step):
    return filled(rng, rng.choice(NOTES[step]))
