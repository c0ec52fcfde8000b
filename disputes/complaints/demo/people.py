"""Names and telephone numbers of nobody: drawn from common syllables, for the demo alone."""

SURNAMES = tuple(
    "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁宋谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
FIRST = tuple("志建文海春秀玉永国晓丽桂雪俊立振宏素美淑凤德景东广振巧润瑞家新兴占喜福")
SECOND = tuple("军华芳梅兰英东林峰霞燕玲红生龙明芝芬娟荣昌田柱山才云琴香莲花利成斌")

# No operator hands out 154: the Chinese mobile pattern of Google's libphonenumber leaves it out (15[0-35-9]).
PHONE_PREFIX = "154"
PHONE_DIGITS = 8


def person_name(rng):
    """A name of three syllables; says nothing about who the person is."""
    return rng.choice(SURNAMES) + rng.choice(FIRST) + rng.choice(SECOND)


def phone_number(rng):
    """Eleven digits that look like a mobile number and reach nobody."""
    return PHONE_PREFIX + "".join(str(rng.randrange(10)) for _ in range(PHONE_DIGITS))
