"""What of a title strangers may read. No Django, no clock."""

import re

# A title with one of these may name its writer; then the category stands in its place.
PERSONAL = (
    "我叫", "我是", "本人", "名叫", "姓名", "联系人", "联系方式", "电话", "手机", "身份证", "微信", "住址", "家住",
)  # fmt: skip
TELLING = re.compile(
    r"(?:[0-9０-９一二三四五六七八九十]+\s*(?:号楼|号院|单元|栋|幢|楼|层|室|户|号|门)"  # a house, a flat
    r"|[0-9０-９A-Za-z][0-9０-９A-Za-z\-－]{2,})+"  # telephones, identity numbers, number plates
)


def title_for_strangers(title):
    """A title without house, flat, telephone or plate; None where it may name a person.

    Personal information law art. 6 (no more than needed) and 25 (nothing made public without consent).
    """
    if any(word in title for word in PERSONAL):
        return None
    return TELLING.sub("…", title)
