"""What the demo's offices warned of. Invented: no real event is told."""

from dataclasses import dataclass
from datetime import timedelta

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CITY = ("1501",)


@dataclass(frozen=True)
class Story:
    """One message: when it was drafted before now, for how long it holds, and what became of it (`fate` drafted and checked stop there)."""

    ago: timedelta
    office: str
    kind: str
    headline: str
    text: str
    places: tuple
    holds: timedelta = 24 * HOUR
    level: str = ""
    fate: str = ""
    after: timedelta = 4 * HOUR
    update: tuple | None = None  # what changed in words, and the content that did
    cancel: str = ""


STORIES = (
    Story(300 * DAY, "emergency-1501", "cold_wave", "寒潮蓝色预警", "预计未来24小时我市最低气温下降8℃以上，部分地区伴有5到6级偏北风。", CITY, level="blue"),
    Story(262 * DAY, "emergency-1501", "dust", "沙尘暴黄色预警", "受大风影响，未来12小时我市可能出现能见度小于1000米的沙尘暴。", CITY, 12 * HOUR, "yellow",
          update=("沙尘影响时间延长，级别升为橙色。", {"headline": "沙尘暴橙色预警", "level": "orange", "text": "未来6小时可能出现能见度小于500米的强沙尘暴。"})),
    Story(190 * DAY, "forestry-1501", "wildfire", "森林草原火险橙色预警", "近期无有效降水、大风天气多，大青山沿线森林草原火险等级高。",
          ("150102", "150103", "150105", "150121"), 7 * DAY, "orange"),
    Story(140 * DAY, "police-1501", "fraud", "警惕“刷单返利”骗局", "近期多名群众被拉入“做任务返佣金”群，先返小额、后骗大额。凡要先垫资的刷单都是诈骗。", CITY, 60 * DAY),
    Story(118 * DAY, "emergency-1501", "rainstorm", "暴雨黄色预警", "预计未来6小时新城区、赛罕区大部降雨量50毫米以上，低洼路段、地下空间可能积水。",
          ("150102", "150105"), 6 * HOUR, "yellow", update=("雨区扩大到回民区、玉泉区，级别升为橙色。",
          {"headline": "暴雨橙色预警", "level": "orange", "text": "未来3小时城区降雨量50毫米以上，已有积水路段，请绕行。"}),
          cancel="降雨已经减弱，城区积水退去，请继续留意河道和山洪沟。"),
    Story(118 * DAY - 2 * HOUR, "emergency-1501", "situation", "城区暴雨积水情况通报", "今日14时至17时城区普降暴雨，12处路段积水，已全部抽排，未发生人员伤亡。市应急、住建、交管部门共280人参加处置。",
          ("150102", "150105"), update=("更正积水路段数。", {"text": "今日14时至17时城区普降暴雨，14处路段积水，已全部抽排，未发生人员伤亡。市应急、住建、交管部门共280人参加处置。"}),
          after=2 * HOUR, cancel="处置已经结束，不再更新。"),
    Story(96 * DAY, "emergency-1501", "heat", "高温橙色预警", "预计未来24小时我市最高气温升至37℃以上。", CITY, level="orange"),
    Story(70 * DAY, "police-1501", "finance", "警惕以养老项目为名的非法集资", "有机构以预订养老床位、投资返利名义吸收资金。承诺保本高息的，请先核实资质。", CITY, 90 * DAY),
    Story(33 * DAY, "health-1501", "epidemic", "流行性感冒蓝色预警", "流感样病例比例上升，学校、幼儿园聚集性发病风险较高。", CITY, 14 * DAY, "blue"),
    Story(9 * DAY, "emergency-1501", "gale", "大风蓝色预警", "预计未来24小时我市平均风力6级以上，阵风8级。", CITY, level="blue"),
    Story(5 * DAY, "police-1501", "fraud", "警惕冒充客服“退款理赔”", "接到自称快递、电商客服的电话，要求下载软件、共享屏幕的，一律挂断。", CITY, 45 * DAY),
    Story(2 * DAY, "fire-1501", "fire_safety", "冬季取暖防火、防一氧化碳", "进入采暖季，燃煤取暖请保持烟道畅通、安装报警器；电热毯不折叠、不长时间通电。", CITY, 60 * DAY),
    Story(7 * HOUR, "emergency-1501", "snowstorm", "暴雪黄色预警", "预计未来12小时武川县、新城区北部降雪量6毫米以上，对交通和农牧业有影响。",
          ("150125", "150102"), 20 * HOUR, "yellow", after=3 * HOUR,
          update=("降雪量加大，级别升为橙色，有效期延长。", {"headline": "暴雪橙色预警", "level": "orange", "text": "未来6小时武川县、新城区北部降雪量10毫米以上，部分路段封闭。"})),
    Story(5 * HOUR, "traffic_police-1501", "icy_road", "道路结冰黄色预警", "受降雪降温影响，未来24小时市区桥面、匝道、坡道易结冰。", CITY, 26 * HOUR, "yellow"),
    Story(25 * timedelta(minutes=1), "emergency-1501", "travel", "降雪天气出行提示", "高速公路部分收费站临时管控，出行前请查询路况。", ("150125", "150102"), fate="drafted"),
)  # fmt: skip
