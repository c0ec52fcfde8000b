"""Who serves where: kinds of office and the roles a post gives."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficeKind(models.TextChoices):
    """块 and 条: an office of a place, or an office of a trade."""

    TERRITORIAL = "territorial", _("块")
    DEPARTMENTAL = "departmental", _("条")


class OfficeType(models.TextChoices):
    LEADING_GROUP = "leading_group", _("平安建设（社会治理）领导小组")
    GOVERNMENT = "government", _("人民政府")
    CENTRE = "centre", _("社会治安综合治理中心")
    HOTLINE = "hotline", _("12345热线")
    TOWNSHIP = "township", _("乡镇（街道）平安建设办公室")
    VILLAGE = "village", _("村（居）民委员会")
    BUREAU = "bureau", _("部门")
    COURT = "court", _("法院、检察院")
    COMMISSION = "commission", _("监察委员会")
    CONGRESS = "congress", _("人大常委会")
    COMMITTEE = "committee", _("调解委员会")
    SITE = "site", _("场所单位")
    AUDIT = "audit", _("监督机关")
    PROVIDER = "provider", _("帮扶服务机构")


OUTSIDE = (OfficeType.SITE, OfficeType.PROVIDER)  # no public bodies: nothing is sent to them as to an authority


class Role(models.TextChoices):
    RESIDENT = "resident", _("居民")
    GRID_WORKER = "grid_worker", _("网格员")
    VILLAGE_CLERK = "village_clerk", _("村（社区）工作人员")
    TOWNSHIP_CLERK = "township_clerk", _("乡镇（街道）经办人")
    HOTLINE_OPERATOR = "hotline_operator", _("12345受理员")
    CENTRE_OFFICER = "centre_officer", _("综治中心工作人员")
    DEPARTMENT_HANDLER = "department_handler", _("部门承办人")
    MEDIATOR = "mediator", _("调解员")
    SITE_MANAGER = "site_manager", _("场所负责人")
    CARE_PROVIDER = "care_provider", _("帮扶服务人员")
    LEADING_OFFICIAL = "leading_official", _("领导小组成员")
    LEADING_OFFICE = "leading_office", _("领导小组办公室")
    SUPERVISING_BODY = "supervising_body", _("监察、审判、检察机关工作人员")
    CONGRESS_STAFF = "congress_staff", _("人大常委会工作人员")
    AUDITOR = "auditor", _("审计监督人员")
    ADMINISTRATOR = "administrator", _("系统管理员")


NEED_SECOND_FACTOR = frozenset({Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.CENTRE_OFFICER, Role.ADMINISTRATOR})
