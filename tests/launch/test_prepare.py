"""What the terminal shows of the demo accounts."""

from governance.launch import prepare

CLERK = {"username": "clerk", "password": "p", "role": "乡镇经办", "office": "敕勒川路街道", "totp_secret": None}
LEADER = {
    "username": "leading-group",
    "password": "p",
    "role": "领导小组",
    "office": "呼和浩特市",
    "totp_secret": "JBSWY3DP",
}


def test_columns_line_up_although_chinese_is_twice_as_wide():
    lines = prepare.table([CLERK, LEADER])
    starts = {prepare.width(line[: line.index(office)]) for line, office in zip(lines[1:], ("敕勒川", "呼和"), strict=True)}
    assert len(starts) == 1


def test_a_missing_secret_is_a_dash():
    assert prepare.table([CLERK])[1].endswith("–")


def test_each_role_is_shown_once():
    assert prepare.one_of_each_role([CLERK, CLERK | {"username": "other"}, LEADER]) == [CLERK, LEADER]
