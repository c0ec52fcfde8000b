"""What the demo's workers answer to the few questions of a kind: what their own sentence says, and numbers that could be."""

from datetime import timedelta

from grids.reports.enums import LISTS, Asked

ANSWERED = 0.75  # of the questions; none has to be
NUMBERS = {"涉及户数": (2, 5), "涉及电动自行车（辆）": (1, 6), "约多大面积（平方米）": (2, 30)}
YES = {"有无安全防护": 0.4, "人员是否已避开": 0.8, "影响通行吗": 0.6, "是否正在发生": 0.15}
SPOKEN_OF = {"涉及电动自行车（辆）": "电动", "约多大面积（平方米）": "垃圾"}  # asked in vain where the sentence says nothing of it
REST = "其他"


def answers(rng, kind, text, *, at):
    """[question, answer] pairs that fit the sentence."""
    told = [(one["label"], answer(rng, one, text, at=at)) for one in kind.questions if rng.random() < ANSWERED]
    return [[question, word] for question, word in told if word]


def answer(rng, question, text, *, at):
    label = question["label"]
    if question["asked"] in LISTS:
        return chosen(question, text)
    if SPOKEN_OF.get(label, "") not in text:
        return ""
    if question["asked"] == Asked.YES_NO:
        return "是" if rng.random() < YES.get(label, 0.5) else "否"
    if question["asked"] == Asked.DAY:
        return f"{at + timedelta(days=rng.randint(1, 7)):%Y-%m-%d}"
    return str(rng.randint(*NUMBERS.get(label, (1, 9))))


def chosen(question, text):
    """The options the sentence names, else the rest where there is one."""
    named = [option for option in question["options"] if option[:2] in text]
    if question["asked"] == Asked.CHOICE:
        named = named[:1]
    return "、".join(named) or (REST if REST in question["options"] else "")
