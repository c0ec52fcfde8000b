"""Where a question and a revision of it stand, and the pages an answer may point to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("未公布")
    PUBLISHED = "published", _("已公布")
    WITHDRAWN = "withdrawn", _("已撤下")


class RevisionState(models.TextChoices):
    WAITING = "waiting", _("待核对")
    APPROVED = "approved", _("已通过")
    REFUSED = "refused", _("未通过")


TONES = {State.DRAFT: "waiting", State.PUBLISHED: "done", State.WITHDRAWN: "stopped"}
REVISION_TONES = {RevisionState.WAITING: "waiting", RevisionState.APPROVED: "done", RevisionState.REFUSED: "stopped"}


class Page(models.TextChoices):
    """Names of addresses, in the words of the link."""

    FILE = "file_complaint", _("我要反映")
    TRACK = "track", _("查询进度")
    MEDIATE = "apply_mediation", _("申请调解")
    GRID = "find_grid", _("我的网格员")
    DATA = "open_data", _("公开数据")
    BULLETINS = "bulletins", _("每月通报")
    PUBLISHED = "published_complaints", _("身边的诉求")
    SUPERVISION = "published_supervision", _("督办公开")
    ABOUT = "about", _("平台与隐私说明")
    REGISTER = "register", _("注册账号")
