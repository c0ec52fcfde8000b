"""What is handed back of an import: the wrong cells to mend, and the numbers and query codes to tell the people."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

FAULTS = (Column("line", _("行号")), Column("letter", _("列")), Column("label", _("栏目")), Column("reason", _("原因"), width=60))
RESULTS = (
    Column("line", _("行号")),
    Column("origin", _("来件单位")),
    Column("external_number", _("原编号")),
    Column("outcome", _("结果")),
    Column("number", _("受理编号")),
    Column("code", _("查询码")),
)


def fault_rows(rows):
    """One line for each wrong cell."""
    for row in rows:
        for letter, label, reason in row.faults:
            yield {"line": row.line, "letter": letter, "label": label, "reason": reason}


def result_rows(rows, codes):
    """One line for each complaint; a code only for those this sheet brought in."""
    for row in rows:
        case = row.complaint
        told = {"origin": case.origin, "external_number": case.external_number, "number": case.number}
        yield {"line": row.line, "outcome": row.get_outcome_display(), "code": codes.get(row.line, ""), **told}
