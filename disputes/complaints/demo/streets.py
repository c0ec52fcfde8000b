"""Places that exist only in the demo: housing estates named after plants of the steppe, hamlets, street corners."""

PLANTS = (
    "青檀",
    "白榆",
    "云杉",
    "山杏",
    "沙枣",
    "文冠",
    "柠条",
    "红柳",
    "丁香木",
    "樟子松",
    "油蒿",
    "黄柏",
    "刺玫",
    "落叶松",
    "稠李",
    "梭梭",
    "锦鸡",
    "旱柳",
    "山荆",
    "银露",
)
ESTATES = ("里小区", "家园", "佳苑", "花苑", "新居", "嘉园", "小区", "南里", "北里", "东苑")
SIDES = ("南门外", "北门口", "东门对面", "西墙外", "西北角", "门口公交站", "后门小路", "门前的辅路")
CORNERS = (
    "农贸市场东门",
    "小学门口",
    "中学西墙外",
    "公交首末站旁",
    "十字路口往北一百米",
    "菜市场后街",
    "社区卫生站对面",
    "老锅炉房后街",
    "桥头往东",
    "幼儿园路口",
    "立交桥下",
    "粮油店门口",
    "便民市场北口",
    "公园东门",
    "电影院后巷",
    "加油站旁边",
    "文化广场西侧",
    "旧货市场门前",
)
HAMLETS = (
    "前榆沟",
    "后沙窝",
    "上柳湾",
    "下柳湾",
    "东梁洼",
    "西梁洼",
    "圪台沟",
    "水磨湾",
    "南坡底",
    "北坡顶",
    "三棵榆",
    "石头窑",
    "黑土坡",
    "长胜梁",
    "羊圈湾",
    "瓦窑沟",
)
CORNERS_OF_A_VILLAGE = (
    "村口",
    "卫生室门前",
    "文化室旁边",
    "村东水泥路",
    "村西头",
    "过沟的便道",
    "小卖部对面",
    "老井台旁",
    "村北大坝",
    "场院边上",
    "水房门口",
    "通镇里的路口",
)
RURAL_ENDINGS = ("村", "嘎查", "乡", "镇", "苏木", "牧场", "农场", "农场生活区")


def is_rural(place_name):
    """Whether people there speak of a village, not of an estate: told by how the division's name ends."""
    return place_name.removesuffix("委会").endswith(RURAL_ENDINGS)


def estate(scene):
    if scene.rural:
        return f"{scene['village']}移民新村"
    return scene.rng.choice(PLANTS) + scene.rng.choice(ESTATES)


def home(scene):
    rng = scene.rng
    if scene.rural:
        return f"{scene['village']}{rng.choice('东西南北')}头第{rng.choice('二三四五六')}排"
    return f"{scene['estate']}{rng.randint(1, 28)}号楼{rng.randint(1, 6)}单元"


def street(scene):
    rng = scene.rng
    if scene.rural:
        return scene["village"] + rng.choice(CORNERS_OF_A_VILLAGE)
    return scene["estate"] + rng.choice(SIDES) if rng.random() < 0.6 else rng.choice(CORNERS)


def village(scene):
    return scene.rng.choice(HAMLETS)
