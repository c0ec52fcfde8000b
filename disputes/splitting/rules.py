"""The words of an answer that gathers several. No Django, no clock."""

LEAST, MOST = 2, 5  # parts of one complaint
LONGEST_ANSWER = 600  # characters of one part's answer


def gathered(parts):
    """One answer of the parts' own: `parts` are (title, office or "", outcome, answer or "") in their order.

    >>> print(gathered([("路灯不亮", "住建局", "已办结", "已修好。"), ("噪声", "", "已撤回", "")]))
    1. 路灯不亮（住建局，已办结）：已修好。
    2. 噪声（已撤回）。
    """
    return "\n".join(f"{number}. {_line(*part)}" for number, part in enumerate(parts, start=1))


def _line(title, office, outcome, answer):
    head = f"{title}（{'，'.join(word for word in (office, outcome) if word)}）"
    return f"{head}：{shortened(answer)}" if answer else f"{head}。"


def shortened(text):
    return text if len(text) <= LONGEST_ANSWER else f"{text[: LONGEST_ANSWER - 1]}…"
