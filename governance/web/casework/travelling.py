"""Files that go along with a hand-over: not copied, but seen by whoever sees the new case.

A procedure whose files may go along says so (`Case.files_travel`). What is attached after the hand-over stays behind, and whom the first
case keeps out learns nothing through the second.
"""

from governance.access.scope import is_barred, is_withheld, may
from governance.cases.models import Handover
from governance.files.models import Attachment


def went_along(row):
    """The files that went along with this hand-over, oldest first."""
    return Attachment.objects.of(row.source).filter(at__lte=row.at) if row.source.files_travel else Attachment.objects.none()


def is_kept_from(user, source):
    """Whether the case the files lie at keeps this person out."""
    return is_barred(user, source) or is_withheld(user, source)


def may_see(user, attachment):
    """Who sees the case may see its files; so may who sees a case they went along to."""
    case = attachment.case
    if case is None:
        return False
    return may(user, case.view_capability, case) or _went_where_one_sees(user, attachment, case)


def _went_where_one_sees(user, attachment, case):
    if not getattr(case, "files_travel", False) or is_kept_from(user, case):
        return False
    rows = [row for row in Handover.objects.of(case).filter(at__gte=attachment.at) if row.is_from(case)]
    return any(may(user, row.target.view_capability, row.target) for row in rows)
