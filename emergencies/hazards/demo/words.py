"""What the hazards of the demo are: (sector, what was seen, what was done about it); every one is invented."""

AT_SITES = (
    ("fire", "{title}二层疏散通道堆放货架，净宽不足1米。", "货架已移出，通道划线并张贴禁放标志。"),
    ("fire", "{title}安全出口上锁，钥匙不在现场。", "锁具已拆除，改装推杠锁，值班人员已培训。"),
    ("fire", "{title}部分灭火器压力不足，有{n}具过期。", "已更换{n}具，建立月检记录。"),
    ("fire", "{title}配电箱内积尘，线路接头裸露。", "电工已清理并重新压接，加装箱门。"),
    ("fire", "{title}消防控制室单人值班，值班记录漏填。", "已补足双人值班，交接班记录逐日核对。"),
    ("gas", "{title}后厨燃气报警器断电，软管超过两米。", "报警器已接通并联动切断阀，软管更换为金属管。"),
    ("equipment", "{title}{n}号电梯检验合格标志过期。", "已停用并申报检验，合格后恢复使用。"),
    ("industry", "{title}检修平台护栏缺失一段。", "护栏已补焊，刷漆警示。"),
    ("construction", "{title}外立面脚手架底部扫地杆缺失。", "已按方案补设，监理复验合格。"),
    ("food", "{title}食堂留样柜温度偏高。", "已维修制冷机组，留样按时登记。"),
)  # fmt: skip
IN_STREETS = (
    ("fire", "{place}{n}号楼楼道停放电动自行车{n}辆并飞线充电。", "车辆已清出，楼外充电棚增设{n}个插口。"),
    ("fire", "{place}沿街商铺后院用彩钢板搭建库房，堆放纸箱。", "彩钢板库房已拆除，货物转移。"),
    ("gas", "{place}平房住户气瓶放在卧室，胶管老化。", "气瓶移到室外棚内，胶管已更换。"),
    ("buildings", "{place}一段旧围墙向外倾斜，墙根开裂。", "险墙已拆除重砌，期间设围挡。"),
    ("buildings", "{place}{n}号楼外墙保温层空鼓，有脱落危险。", "空鼓部位已铲除加固，绕行警戒已撤。"),
    ("municipal", "{place}路口检查井盖破损，夜间不易看见。", "井盖已更换，周边路面修补。"),
    ("municipal", "{place}商铺广告牌支架锈蚀松动。", "广告牌已拆除。"),
    ("water", "{place}废弃机井没有井盖，旁边长满草。", "已浇筑封填，竖立标志。"),
    ("traffic", "{place}村道急弯护栏缺口约{n}米。", "护栏已补装，增设反光标识。"),
    ("schools", "{place}小学门口上学时段车辆占道，学生绕行机动车道。", "已划设临时停放区，护学岗到位。"),
)  # fmt: skip
HOUSES = frozenset({"mall", "hotel", "entertainment", "cinema", "market", "hospital", "school", "care_home", "stadium", "station"})
MAJOR = (  # sector, criterion, what was seen, and at which kinds of places it can be
    ("fire", "fire.exits", "{title}四部疏散楼梯中两部被封堵改作仓库。", HOUSES),
    ("fire", "fire.facilities", "{title}自动喷水灭火系统管网渗漏，已停用三个月。", HOUSES),
    ("gas", "gas.cylinders", "{title}地下一层餐饮区使用瓶装液化石油气。", {"mall", "hotel", "market", "cinema"}),
    ("equipment", "equipment.use", "{title}两台自动扶梯检验不合格仍在运行。", {"mall", "stadium", "station", "cinema"}),
    ("construction", "construction.pit", "{title}扩建工程深基坑变形超过预警值，未停工处置。", {"construction", "hospital", "school"}),
    ("chemicals", "chemicals.storage", "{title}库房混放氧化剂和易燃液体，超量储存。", {"dangerous_goods"}),
)  # fmt: skip
ANYWHERE = ("fire", "fire.panels", "{title}采用可燃彩钢夹芯板加建用房。")
STAGES = (("停用并清空相关区域", 7), ("委托设计、采购和施工", 30), ("验收调试、恢复使用", 55))
PLAN = {
    "aim": "彻底消除隐患，恢复符合规范的安全条件。", "way": "停用相关区域，按设计方案施工改造，完工后检测、验收。",
    "money": "自筹资金{n}万元，已列入预算。", "people": "主要负责人总负责，安全部、工程部具体实施。",
    "precautions": "治理期间相关区域停用封闭，专人值守；现场配备灭火器材，险情立即疏散并报119。",
}  # fmt: skip
MEASURES = "相关区域已停用并拉设警戒，增派专人值守，疏散路线临时改道。"
NOT_FOUND = "现场核查，所反映的情况已不存在，现场符合要求。"
REASON = "现场检查属实，符合判定标准，短期内不能消除。"


def majors_at(kind):
    """(sector, criterion, what was seen) that can be at a place of the kind."""
    return [(*one, seen) for *one, seen, kinds in MAJOR if kind in kinds] or [ANYWHERE]
