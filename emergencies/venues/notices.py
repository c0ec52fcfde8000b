"""Who is told what about a venue, and when: notices name those who must act."""

from django.utils.translation import gettext_lazy as _

from emergencies.venues import terms
from emergencies.venues.flow import FLOW
from emergencies.venues.permissions import AGREE, ASSESS, CONFIRM, DECLARE, VIEW
from governance.notices.recipients import holders_at
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from governance.people.models import Office

COUNTY = 6  # characters of a county's path
GRADING = {terms.ASSESS.name, terms.REASSESS.name, terms.CHANGED.name}


def centre_of(case):
    """The centre of the county, which sees to it that the bureaus do what they owe."""
    return Office.objects.in_use().filter(type=OfficeType.CENTRE, place__path=case.place_path[:COUNTY]).values("pk")


SUPERVISOR = holders_at(CONFIRM, lambda case: [case.office_id])
ASSESSOR = holders_at(ASSESS, lambda case: [case.office_id])
COLLEAGUES = holders_at(AGREE, lambda case: [case.office_id])
SITE = holders_at(DECLARE, lambda case: [case.site_id])
CENTRE = holders_at(VIEW, centre_of)


def is_grading(event, case):
    return event.data["term"] in GRADING


def asks_to_lower(event, case):
    return case.asks_lowering


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"venues.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _warned(days):
    return _rule(
        f"warned_{days}", f"deadline.warned_{days}d", ASSESSOR, _("场所风险复评将到期 %(number)s"),
        _("%(place)s的人员密集场所 %(number)s %(label)s，%(due)s到期，请安排评估。"), when=is_grading,
    )  # fmt: skip


NOTICES = (
    _rule("declared", "venues.declare", SUPERVISOR, _("待核实场所 %(number)s"),
          _("%(place)s新申报人员密集场所 %(number)s，请于%(due)s前核实。"), term=terms.CONFIRM.name),
    _rule("resubmitted", "venues.resubmit", SUPERVISOR, _("场所已补正 %(number)s"),
          _("%(place)s的场所 %(number)s 已补正重报，请于%(due)s前核实。"), term=terms.CONFIRM.name),
    _rule("confirmed", "venues.confirm", SITE, _("场所已核实登记 %(number)s"),
          _("您单位申报的场所 %(number)s 已核实登记，%(office)s将进行风险评估。应急演练的期限见工作台。")),
    _rule("returned", "venues.return_for_correction", SITE, _("场所申报退回补正 %(number)s"),
          _("您单位申报的场所 %(number)s 需要补正，原因见办理经过。")),
    _rule("to_assess", "venues.confirm", ASSESSOR, _("待评估场所 %(number)s"),
          _("%(place)s的场所 %(number)s 已登记，请于%(due)s前完成风险评估和等级划分。"), term=terms.ASSESS.name),
    _rule("assessed", "venues.assess", SITE, _("场所风险等级已评定 %(number)s"),
          _("您单位的场所 %(number)s 已完成风险评估，等级和理由见场所页面。")),
    _rule("to_lower", "venues.assess", COLLEAGUES, _("下调等级待审核 %(number)s"),
          _("%(place)s的场所 %(number)s 申请下调风险等级，请由评估人以外的人于%(due)s前审核。"), term=terms.LOWER.name, when=asks_to_lower),
    _rule("lowered", "venues.agree_lowering", SITE, _("场所风险等级已下调 %(number)s"),
          _("您单位的场所 %(number)s 的风险等级已下调，理由见场所页面。")),
    _rule("not_lowered", "venues.refuse_lowering", ASSESSOR, _("下调等级未同意 %(number)s"),
          _("场所 %(number)s 下调风险等级的申请未获同意，理由见办理经过。")),
    _rule("change_reported", "venues.report_change", ASSESSOR, _("场所发生变化 %(number)s"),
          _("%(place)s的场所 %(number)s 报告了变化，请于%(due)s前复评。"), term=terms.CHANGED.name),
    _rule("reminded", "venues.remind", ASSESSOR, _("场所评估催办 %(number)s"),
          _("%(place)s的场所 %(number)s 请抓紧核实、评估，要求见办理经过。")),
    _rule("reclassified", "venues.reclassify", ASSESSOR, _("场所类型已调整 %(number)s"),
          _("%(place)s的场所 %(number)s 类型已调整，现由%(office)s监管。")),
    _rule("closed", "venues.close", SITE, _("场所已关停 %(number)s"), _("您单位的场所 %(number)s 已登记为关停。")),
    _rule("warned_48", "deadline.warned_48", ASSESSOR, _("48小时内到期 %(number)s"),
          _("%(place)s的人员密集场所 %(number)s %(label)s，%(due)s到期，请抓紧办理。")),
    _rule("warned_24", "deadline.warned_24", ASSESSOR, _("24小时内到期 %(number)s"),
          _("%(place)s的人员密集场所 %(number)s %(label)s，%(due)s到期，请抓紧办理。")),
    *(_warned(days) for days in (60, 30, 7)),
    _rule("lapsed", "deadline.lapsed", ASSESSOR, _("已逾期 %(number)s"),
          _("%(place)s的人员密集场所 %(number)s %(label)s，应于%(due)s前完成，请立即办理。")),
    _rule("lapsed_above", "deadline.lapsed", CENTRE, _("辖区场所未按期评估 %(number)s"),
          _("%(place)s的人员密集场所 %(number)s 由%(office)s负责评估，已于%(due)s逾期，请督促。"), when=is_grading),
)  # fmt: skip
