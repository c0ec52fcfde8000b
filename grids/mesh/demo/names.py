"""Names and telephone numbers of nobody, and what grids are called: drawn from common words, for the demo alone."""

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙马胡郭何高林罗郑梁宋谢韩唐冯于董程曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛叶余杜戴夏钟田任姜范方石姚谭邹白云乌包"
)
FIRST = "志建文海春秀玉永国晓丽桂雪俊立振宏素美淑凤德景东广巧润瑞家新兴占喜福"
SECOND = "军华芳梅兰英林峰霞燕玲红生龙明芝芬娟荣昌田柱山才云琴香莲花利成斌"
ESTATES = ("安居", "和平", "团结", "青年", "锦绣", "康乐", "向阳", "丰华", "惠民", "文苑", "春晖", "金桥", "绿园", "融和", "北辰")
HOSTS = (
    "辖区小学",
    "辖区中学",
    "农贸市场",
    "便民市场",
    "社区公园",
    "物流园",
    "建材市场",
    "敬老院",
    "卫生院",
    "商业综合体",
    "工业园",
    "文化广场",
)
HOST_KINDS = {
    "学": "school", "市场": "market", "集市": "market", "公园": "park", "广场": "park", "园": "firm", "敬老院": "hospital",
    "卫生院": "hospital", "综合体": "mall", "合作社": "firm", "料场": "firm",
}  # fmt: skip
RURAL_HOSTS = ("中心小学", "奶牛养殖合作社", "卫生院", "农贸集市", "砂石料场", "乡村旅游点")
GROUPS = "一二三四五六七八九十"

# No operator hands out 154, and no local number begins with 0: both reach nobody.
MOBILE, LANDLINE = "154", "0471-0"


def host_kind(host):
    """What kind of place it is, by the first of the words that it contains."""
    return next((kind for word, kind in HOST_KINDS.items() if word in host), "other")


def person_name(rng):
    return rng.choice(SURNAMES) + rng.choice(FIRST) + rng.choice(SECOND)


def mobile(rng):
    return MOBILE + f"{rng.randrange(10**8):08d}"


def landline(rng):
    return LANDLINE + f"{rng.randrange(10**6):06d}"


def is_rural(village):
    return not village.short_name.endswith("社区")


def area_of(rng, serial, *, rural):
    """Buildings of an estate in town, groups and hamlets in the country."""
    if rural:
        group, side = GROUPS[(serial - 1) % len(GROUPS)], rng.choice(("东片", "西片", "南片", "北片", "沿路一带", "新村"))
        return f"{group}组及{side}住户，含耕地、林地和村道"
    first = (serial - 1) * 9 + 1
    return f"{rng.choice(ESTATES)}小区{first}号楼至{first + rng.randint(4, 8)}号楼，含楼间道路和沿街底商"
