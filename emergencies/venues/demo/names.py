"""Names of venues that could stand at a place: its own name with a word for the kind. They are made up; none is meant."""

SHARES = {  # how many of a thousand, in towns and in villages
    "school": (190, 330), "hospital": (75, 110), "stadium": (18, 2), "airport": (0, 0), "station": (12, 6), "railway": (4, 6),
    "rail_transit": (18, 0), "mall": (60, 4), "hotel": (185, 70), "entertainment": (80, 10), "cinema": (20, 0), "tourist": (14, 60),
    "market": (80, 90), "care_home": (44, 70), "dangerous_goods": (75, 150), "construction": (125, 60),
}  # fmt: skip
PATTERNS = {
    "school": ("{stem}小学", "{stem}幼儿园", "{stem}实验小学", "{stem}中学", "{stem}第二幼儿园", "{stem}职业学校"),
    "hospital": ("{stem}医院", "{stem}卫生服务中心", "{stem}中医院", "{stem}康复医院"),
    "stadium": ("{stem}体育馆", "{stem}会展中心", "{stem}文化体育中心"),
    "airport": ("演示机场航站楼（虚构）",),
    "station": ("{stem}客运站", "{stem}公交枢纽站"),
    "railway": ("{stem}铁路道口", "{stem}段铁路沿线"),
    "rail_transit": ("{stem}地铁站", "{stem}北地铁站"),
    "mall": ("{stem}购物广场", "{stem}百货商场", "{stem}生活广场", "青城{stem}商业中心"),
    "hotel": ("{stem}宾馆", "{stem}商务酒店", "{stem}大酒店", "{stem}饭店", "敕勒川{stem}酒店", "{stem}快捷酒店"),
    "entertainment": ("{stem}歌舞厅", "{stem}网吧", "{stem}游艺厅", "{stem}量贩歌厅"),
    "cinema": ("{stem}影城", "{stem}剧场"),
    "tourist": ("{stem}民俗旅游区", "{stem}生态园景区", "{stem}公园游乐场"),
    "market": ("{stem}农贸市场", "{stem}便民市场", "{stem}综合市场"),
    "care_home": ("{stem}养老服务中心", "{stem}敬老院", "{stem}老年公寓"),
    "dangerous_goods": ("{stem}加油站", "{stem}液化气站", "{stem}加气站"),
    "construction": ("{stem}住宅项目工地", "{stem}改造工程工地", "{stem}道路工程工地"),
}
CAPACITY = {
    "school": (180, 2600), "hospital": (60, 1800), "stadium": (800, 12000), "airport": (9000, 9000), "station": (150, 2500),
    "railway": (20, 120), "rail_transit": (600, 4000), "mall": (600, 9000), "hotel": (60, 900), "entertainment": (50, 600),
    "cinema": (200, 1500), "tourist": (300, 8000), "market": (100, 2200), "care_home": (30, 320), "dangerous_goods": (10, 60),
    "construction": (30, 500),
}  # fmt: skip
TALL = {"hospital", "mall", "hotel", "construction"}
ENDINGS = ("虚拟社区", "社区", "嘎查", "村")
ROADS = ("新华路", "文化路", "建设路", "光明路", "团结路", "幸福路", "富强路", "南街", "北街", "东街")
SURNAMES = tuple("王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁宋谢韩唐冯于董程")
GIVEN = ("建国", "志强", "海霞", "晓燕", "永红", "春梅", "立新", "秀兰", "文杰", "玉梅", "振华", "丽娟", "国庆", "淑芳", "俊峰", "桂英")
SCENARIOS = (
    "营业高峰时段火灾疏散",
    "电气火灾初期处置与疏散",
    "人员拥挤踩踏处置",
    "燃气泄漏处置",
    "停电应急照明与疏散",
    "突发疾病现场急救",
    "地震应急避险疏散",
)
COURSES = (
    "按预案发出警报，各岗位到位，引导人员沿两条通道疏散至集合点，清点人数后报告，全程{minutes}分钟。",
    "模拟初起火情，微型消防站三分钟内到场处置，同时组织疏散，{minutes}分钟内全部撤离并清点完毕。",
    "推演指挥、通信、疏散、救护各环节，明确交接，用时{minutes}分钟。",
)
FINDINGS = (
    "疏散有序，岗位熟悉职责。个别人员对集合点位置不熟，已现场讲解。",
    "报警和广播及时。二层一处疏散指示灯不亮，需更换。",
    "整体达到预案要求。与消防部门的信息报告偏慢，需再演练一次通报环节。",
)
MEASURES = ("更换失效的疏散指示灯", "在入口处张贴疏散示意图", "组织新员工学习预案", "清理安全出口旁堆放的物品")


OF_AN_INSTITUTION = (
    "大学",
    "学院",
    "公安",
    "武警",
    "军",
    "部队",
    "法院",
    "机关",
    "政府",
    "医院",
    "党",
    "监狱",
    "厅",
    "局",
    "中学",
    "小学",
    "学校",
)
INVENTED = ("青山", "祥和", "丰泽", "金穗", "锦绣", "安泰", "瑞景", "春晖", "敕勒", "云中", "盛乐", "白鹿")


def is_rural(place):
    return place.short_name.endswith(("村", "嘎查"))


def stem_of(place):
    """The name of the place without the word for what it is; an invented one where it is named after an institution."""
    name = place.short_name
    if any(word in name for word in OF_AN_INSTITUTION):
        return INVENTED[int(place.code) % len(INVENTED)]
    return next((name.removesuffix(ending) for ending in ENDINGS if name.endswith(ending) and len(name) > len(ending) + 1), name)


def venue_name(rng, kind, place, taken):
    """A name nobody at the place has yet."""
    for pattern in rng.sample(PATTERNS[kind], len(PATTERNS[kind])):
        name = pattern.format(stem=stem_of(place))
        if (place.pk, name) not in taken:
            taken.add((place.pk, name))
            return name
    number = sum(1 for pk, _name in taken if pk == place.pk) + 1
    name = f"{PATTERNS[kind][0].format(stem=stem_of(place))}（{number}）"
    taken.add((place.pk, name))
    return name


def person(rng):
    return rng.choice(SURNAMES) + rng.choice(GIVEN)


def landline(rng):
    """A number of an area that has none: no subscriber of Hohhot begins with 0."""
    return f"0471-0{rng.randrange(10**6):06d}"


def capacity(rng, kind):
    least, most = CAPACITY[kind]
    return round(least + (most - least) * rng.random() ** 2.2)
