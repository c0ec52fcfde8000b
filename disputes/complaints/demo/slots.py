"""What stands in the slots of a sentence. A scene draws each slot once, so that a text does not contradict itself."""

from disputes.complaints.demo import streets

PLACES = ("home", "street", "estate", "village")  # the most exact first

WORDS = {
    "age": ("八十二", "八十六", "九十", "九十一", "八十"),
    "child": ("孩子", "我家孩子", "我闺女", "我儿子", "小孙子", "小孙女", "外孙女", "家里孩子"),
    "clock": (
        "早上八点多",
        "中午十二点左右",
        "下午三点来钟",
        "晚上七点多",
        "早上十点",
        "下午五点前后",
        "傍晚",
        "中午一点多",
    ),
    "company": (
        "餐饮店",
        "家政公司",
        "物流公司",
        "装修公司",
        "商贸公司",
        "洗车行",
        "快递站点",
        "印刷厂",
        "食品加工厂",
        "汽修厂",
    ),
    "craft": ("木工", "瓦工", "钢筋工", "架子工", "粉刷", "水电安装"),
    "days": ("三天", "四五天", "一个多星期", "十来天", "半个月", "两个礼拜", "五六天", "快二十天"),
    "elder": ("家里老人", "八十岁的老母亲", "我父亲", "我奶奶", "七十多岁的老父亲", "我岳母", "我婆婆", "我老伴"),
    "family": ("老人和孩子", "一家老小", "一家四口", "老的老小的小"),
    "floor": tuple(str(number) for number in range(3, 12)),
    "job": ("后厨帮工", "服务员", "装卸", "保洁", "送货", "分拣", "保安", "收银"),
    "months": ("三个月", "半年", "两个多月", "四个月", "五个来月", "大半年", "一个多月"),
    "morning": ("早上六点多", "早上不到七点", "天刚亮", "一大早", "早上五点半"),
    "n": ("两", "三", "四", "五", "六", "七", "八"),
    "night": ("晚上十点多", "晚上十一点", "半夜十二点", "后半夜一点", "夜里十一点半", "半夜"),
    "nth": ("二", "三", "四", "五"),
    "office_hour": ("早上九点多", "上午十点来钟", "下午三点左右", "快十一点的时候", "下午两点半刚开门"),
    "shop": ("牛肉面馆", "烧烤店", "早点铺", "羊杂馆", "火锅店", "炒菜馆", "麻辣烫店", "烧麦馆", "饺子馆"),
    "since": (
        "从上周三开始",
        "这几天",
        "最近一个礼拜",
        "连着好几天",
        "前天起",
        "这半个月",
        "从上个礼拜天起",
        "近一段时间",
        "从月初开始",
    ),
    "start": ("去年秋天", "去年下半年", "前年年底", "去年五月", "去年开春"),
    "store": ("五金店", "水果店", "手机店", "服装店", "小超市", "建材店", "花店", "童装店"),
    "temp": ("13", "14", "15", "16", "13.5", "14.5", "15.6"),
    "ten": ("十来", "二十多", "三十几", "十几"),
    "tens": ("二", "三", "四"),
    "times": ("两次", "三回", "好几遍", "四五次", "三四回", "五六次"),
    "year": ("去年", "前年", "大前年"),
}


def sum_of_hundreds(scene):
    return f"{scene.rng.randint(12, 98) * 10}块"


def sum_of_thousands(scene):
    return f"{scene.rng.randint(110, 590) * 10}元"


def sum_of_wages(scene):
    return f"{scene.rng.randint(65, 480) * 100}元"


def house_number(scene):
    return str(scene.rng.randint(1, 28))


DRAWN = {
    "home": streets.home,
    "estate": streets.estate,
    "street": streets.street,
    "village": streets.village,
    "sum": sum_of_hundreds,
    "fee": sum_of_thousands,
    "wage": sum_of_wages,
    "no": house_number,
}


class Scene(dict):
    """The particulars of one demand: `"…{home}…".format_map(scene)`; an unknown slot raises `KeyError`."""

    def __init__(self, rng, place_name, **given):
        super().__init__(place=place_name, **given)
        self.rng = rng
        self.rural = streets.is_rural(place_name)

    def __missing__(self, slot):
        self[slot] = DRAWN[slot](self) if slot in DRAWN else self.rng.choice(WORDS[slot])
        return self[slot]

    @property
    def landmark(self):
        """The most exact place the text names; one near by where it names none."""
        return next((self[slot] for slot in PLACES if slot in self), None) or self["street"]
