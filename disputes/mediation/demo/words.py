"""The sentences of the demo's mediations; nobody in them exists."""

import csv
from functools import cache
from pathlib import Path

from disputes.complaints.demo.people import person_name

SCENARIOS = Path(__file__).parent / "scenarios.csv"
FIRMS = {
    "property": ("安和物业服务公司", "青山物业服务公司", "宜居物业管理公司", "丰泽物业服务公司"),
    "labour": ("聚满楼餐饮店", "恒通建筑劳务公司", "速达配送站", "鑫源商贸公司", "北疆装饰公司"),
    "consumer": ("动力健身会所", "佳和家电商场", "锦绣宴会酒店", "启航培训学校", "惠民超市"),
    "medical": ("仁济门诊部", "康宁医院", "明目眼科医院", "佳音口腔诊所"),
    "general": ("筑家装饰工程公司", "大漠驼铃旅行社"),
}
OPENINGS = (
    "调解员介绍了到场人员，告知权利义务，询问是否申请回避，双方均表示不申请。",
    "调解员宣布调解开始，说明人民调解自愿、平等、不收费，双方均表示同意调解。",
    "调解员核对双方身份，告知可以随时终止调解，双方表示清楚。",
)
STATEMENTS = (
    "申请人陈述了经过，出示了{proof}。被申请人承认事情属实，但是认为责任不全在自己，数额偏高。",
    "申请人坚持原来的要求。被申请人表示愿意解决，希望分期、少出一些。{proof}由双方当场核对。",
    "双方各自说明了情况，对时间、经过没有争议，对责任和数额有分歧。调解员查看了{proof}。",
    "被申请人起初情绪激动，认为申请人小题大做。调解员分别谈话后，双方同意坐下来谈。{proof}附卷。",
)
PROOFS = {
    "neighbour": ("现场照片", "照片和维修单", "楼栋平面图和现场照片"),
    "family": ("户口簿和医药费票据", "离婚协议", "拆迁补偿协议", "住院票据"),
    "property": ("物业服务合同和缴费凭证", "报修记录和照片"),
    "labour": ("考勤记录和转账记录", "工资条和聊天记录", "工程量确认单"),
    "consumer": ("合同和付款凭证", "收据和聊天记录", "维修单"),
    "medical": ("病历和票据", "检查报告和病历"),
    "traffic": ("交警的认定书和票据", "认定书和维修单"),
    "general": ("借条和转账记录", "合同和付款凭证", "现场照片"),
}
SUMS = {  # yuan, in hundreds
    "neighbour": (5, 80), "family": (60, 900), "property": (8, 50), "labour": (25, 300), "consumer": (10, 160), "medical": (60, 600),
    "traffic": (30, 450), "general": (20, 400),
}  # fmt: skip
LAWS = (
    "调解员讲解了民法典有关相邻关系的规定，指出各自的责任，提出折中方案。",
    "调解员结合当地类似纠纷的处理结果，算了时间账和经济账，劝双方各让一步。",
    "调解员说明了诉讼的时间和费用，引导双方从长远考虑，提出书面方案供双方商量。",
    "调解员邀请村（社区）的老邻居一起做工作，双方情绪缓和，愿意再谈。",
)
UNSETTLED = (
    "双方对责任没有分歧，数额尚有差距，约定一周后再谈。",
    "双方同意回去与家人商量，下次带齐票据。",
    "被申请人要求核实损失，双方同意由调解员现场查看后再调解。",
)
SETTLED = ("双方就责任和数额达成一致，同意签订协议。", "被申请人接受调解方案，双方当场握手言和，同意按方案签订协议。")
BROKEN = ("双方差距过大，均不愿再让步。", "被申请人明确表示不再参加调解。", "申请人要求通过诉讼解决，不同意继续调解。")
VENUES = ("调解室", "社区居委会会议室", "村委会", "纠纷现场", "派出所驻所调解室")
FOLLOW_UPS = (
    "电话回访双方，第一笔款项已经到账，其余按期支付。",
    "上门查看，已经动工，双方没有新的争议。",
    "电话回访，对方表示月底前付清，申请人愿意等待。",
)
PERFORMED = ("款项已经全部付清，申请人出具了收条。", "已经按照协议修复，双方现场验收签字。", "协议内容全部履行，双方表示满意。")
UNPERFORMED = (
    "经督促仍未支付余款。已告知申请人可以就协议的履行向人民法院起诉。",
    "对方外出打工联系不上。已告知申请人可以向人民法院起诉，或者申请法律援助。",
)
EXPERT_ASKED = ("双方同意委托医疗损害鉴定，鉴定费用由医院先行垫付。", "委托医疗纠纷专家库三名专家评估因果关系和责任程度。")
EXPERT_GIVEN = (
    "鉴定意见：诊疗行为存在告知不足，与损害有一定因果关系，原因力为次要。",
    "专家评估意见：考虑为可以避免的并发症，建议由双方协商补偿。",
)
EXPERTS = ("医疗损害鉴定机构", "医疗纠纷专家库")
ROOMS = ("第一调解室", "第二调解室", "")
POLICE = ("一方扬言报复，已电话报告辖区派出所，民警到场稳控。", "双方发生推搡，已报警，派出所民警到场制止并做了记录。")
WITHDRAWN = ("已经自行和解，不需要调解了。", "对方已经把钱还了。", "准备直接去法院起诉。")
EXTENDED = ("双方一致同意延长期限，等待对方外地家属返回。", "双方同意延长，以便核实损失数额。")
NOT_SAME = ("申请人提出更换调解员，经同意改由本委其他调解员主持。",)
REASSIGNED = ("当事人居住地在该街道，由当地调委会办理更方便。", "该调委会有同类纠纷的专职调解员。")


@cache
def scenarios():
    """kind → its scenarios."""
    found = {}
    with SCENARIOS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["kind"], []).append(row)
    return found


def story(rng, kind, month):
    """One dispute told: the scenario's texts with their slots filled, all from one set of numbers."""
    row = rng.choice(scenarios()[kind])
    total = rng.randrange(*SUMS[kind]) * 100
    slots = {
        "sum": total, "settled": round(total * rng.uniform(0.4, 0.85) / 100) * 100, "monthly": rng.randrange(4, 21) * 100,
        "floor": rng.randrange(2, 19), "area": rng.randrange(2, 40), "age": rng.randrange(66, 90), "hour": rng.choice((11, 12)),
        "month": (month - 1 - rng.randrange(1, 6)) % 12 + 1, "months": rng.randrange(2, 11), "days": rng.randrange(5, 40),
        "season": season(month),
    }  # fmt: skip
    told = {name: text.format_map(slots) for name, text in row.items()}
    other = rng.choice(FIRMS.get(kind, FIRMS["general"])) if row["other"] == "organisation" else person_name(rng)
    return {**told, "name": person_name(rng), "other_name": other, "nature": row["other"]}


def season(month):
    return ("冬天", "春天", "夏天", "秋天")[month % 12 // 3]


def course(rng, kind):
    """The course of a session: opening, statements, what the mediator explained."""
    said = rng.choice(STATEMENTS).format(proof=rng.choice(PROOFS[kind]))
    return "\n".join((rng.choice(OPENINGS), said, rng.choice(LAWS)))


def came_from(rng, source, place, at):
    """(unit, number) of what another authority handed over; nothing for what a party or the committee brought."""
    town = place.parent.short_name
    named = {
        "police": (f"{town}派出所", f"警情转调〔{at.year}〕{rng.randrange(1, 300)}号"),
        "court": ("人民法院立案庭", f"（{at.year}）内0102诉前调{rng.randrange(1, 900)}号"),
        "petition": ("信访接待中心", f"信转〔{at.year}〕{rng.randrange(1, 200)}号"),
    }
    return named.get(source, ("", ""))
