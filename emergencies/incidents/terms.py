"""The clocks of an incident, by name. How long each runs stands in the limits table with its source."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

IN_HOURS = (timedelta(hours=1),)
GRAVE = ("extraordinary", "major")
KEEP_CONTACT = "incidents.keep_contact"  # the limit that says how long name and telephone of who told it are kept

VERIFY = Term("incidents.verify", _("核实"), "incidents.verify", warnings=(), duty=_("收到突发事件报告未在期限内核实"), ground=2)
FIRST = Term("incidents.first_report", _("首报"), "incidents.unit_report", warnings=(), duty=_("突发事件未在规定时间内首报"), ground=1)
UPWARD = Term("incidents.upward", _("向上一级报告"), "incidents.upward", warnings=IN_HOURS, duty=_("突发事件未逐级按时上报"), ground=1)
FOLLOW_UP = Term(
    "incidents.follow_up", _("续报"), lambda case: f"incidents.follow_up{'_grave' if case.grade in GRAVE else ''}", warnings=IN_HOURS,
    duty=_("突发事件处置期间未按规定续报"), ground=1,
)  # fmt: skip
FINAL = Term("incidents.final_report", _("终报"), "incidents.final_report", duty=_("突发事件处置结束后未按期终报"), ground=1)
SUPPLEMENT = Term(
    "incidents.supplement", _("伤亡变化补报"), lambda case: f"incidents.{case.kind.supplement}", warnings=(), owed=False
)  # the stretch in which a change is still reported; no change, nothing owed

TERMS = (VERIFY, FIRST, UPWARD, FOLLOW_UP, FINAL, SUPPLEMENT)
REPORTS = (FIRST, UPWARD, FOLLOW_UP, FINAL)
