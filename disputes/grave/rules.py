"""Words of a text that may mean danger to people, or a conflict that grows (Art. 43). No Django, no clock. A person decides."""

DANGER_WORDS = (
    "坍塌", "塌陷", "倒塌", "垮塌", "裂缝扩大", "漏电", "触电", "煤气", "燃气", "爆炸", "有毒", "中毒", "井盖缺失", "坠物", "坠落", "溺水",
    "失火", "人身安全", "生命危险", "跳楼", "自杀", "轻生",
)  # fmt: skip
CONFLICT_WORDS = (
    "聚集", "集体上访", "围堵", "堵路", "拉横幅", "械斗", "打架", "扬言", "报复", "持刀", "上百人", "几十人", "联名", "矛盾激化",
)  # fmt: skip


def grave_words(text):
    """The words of the text that speak for a grave matter, in the order of the lists; none where it sounds ordinary.

    >>> grave_words("楼体裂缝扩大，住户扬言堵路")
    ['裂缝扩大', '堵路', '扬言']
    """
    return [word for word in (*DANGER_WORDS, *CONFLICT_WORDS) if word in text]
