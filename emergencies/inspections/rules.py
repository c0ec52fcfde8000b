"""What an inspection comes to, in words and figures. No Django, no clock."""

from datetime import timedelta

SENT_LATE_AT_MOST = timedelta(days=7)  # a phone without network may keep a record that long


def moment_of(told, *, at):
    """When it was looked at: as the phone tells it, unless its clock cannot be right; then when it was sent."""
    return told if told is not None and at - SENT_LATE_AT_MOST <= told <= at else at


def hazard_words(item, note, *, name):
    """What the hazard says that comes of an item.

    >>> hazard_words("疏散通道畅通", "三层北门上锁。", name="青山购物广场")
    '疏散通道畅通：三层北门上锁。（检查对象：青山购物广场）'
    """
    return f"{item}：{note.strip()}（检查对象：{name}）"


def order_words(hazards, rectify_by):
    """What the site is told to do, for the record it gets."""
    if not hazards:
        return "未发现隐患。请继续落实安全主体责任。"
    last = f"请于{rectify_by.year}年{rectify_by.month}月{rectify_by.day}日前整改完毕，" if rectify_by else "请立即采取防范措施，"
    return f"共发现{hazards}处不符合。{last}整改情况通过平台或者向检查单位报送；重大隐患由主管部门另行定级、督办。"
