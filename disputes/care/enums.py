"""Where a referral to help stands, how the person agreed, and what came of it. Words about the help, never about the person."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REQUESTED = "requested", _("待安排")
    ASSIGNED = "assigned", _("待承接")
    SERVING = "serving", _("帮扶中")
    ENDED = "ended", _("已结束")
    UNARRANGED = "unarranged", _("未能安排")
    REVOKED = "revoked", _("本人已撤回同意")


FINAL = frozenset({State.ENDED, State.UNARRANGED, State.REVOKED})
REVOCABLE = (State.REQUESTED, State.ASSIGNED, State.SERVING, State.ENDED, State.UNARRANGED)
TONES = {
    State.REQUESTED: "waiting",
    State.ASSIGNED: "waiting",
    State.SERVING: "active",
    State.ENDED: "done",
    State.UNARRANGED: "stopped",
    State.REVOKED: "stopped",
}


class AskedBy(models.TextChoices):
    SELF = "self", _("本人")
    GUARDIAN = "guardian", _("未成年人等的监护人")


class ConsentWay(models.TextChoices):
    """How the person agreed; without an agreement there is no referral (个人信息保护法 §13, §29)."""

    WEB = "web", _("本人网上申请时同意")
    SIGNED = "signed", _("本人书面签字")
    PHONE = "phone", _("本人电话同意（有录音）")
    CODE = "code", _("本人提供的确认码")


TAKEN_DOWN = (ConsentWay.SIGNED, ConsentWay.PHONE, ConsentWay.CODE)


class RevokedBy(models.TextChoices):
    ONESELF = "self", _("本人在网上撤回")
    TOLD = "told", _("本人告知后登记")


class ProviderKind(models.TextChoices):
    BOUGHT = "bought", _("购买服务的社会组织")
    VOLUNTEER = "volunteer", _("志愿服务队")


class DeclineReason(models.TextChoices):
    FULL = "full", _("人手已满")
    BEYOND = "beyond", _("超出服务范围")
    KNOWN = "known", _("与服务对象相识，应当回避")
    OVER = "over", _("服务合同即将到期")


class CloseReason(models.TextChoices):
    NO_PROVIDER = "no_provider", _("暂无承接机构，已告知其他途径")
    NOT_NEEDED = "not_needed", _("本人表示不再需要")
    ELSEWHERE = "elsewhere", _("已由其他机构提供帮助")
    UNREACHED = "unreached", _("多次联系不上")


class Way(models.TextChoices):
    HOME = "home", _("上门")
    OFFICE = "office", _("到机构")
    PHONE = "phone", _("电话")
    ELSEWHERE = "elsewhere", _("其他地点")


class Result(models.TextChoices):
    HELPED = "helped", _("已得到帮助")
    PARTLY = "partly", _("部分得到帮助")
    PASSED_ON = "passed_on", _("已转专业机构继续帮助")
    NOT_NEEDED = "not_needed", _("本人表示不再需要")
    UNREACHED = "unreached", _("联系不上，暂停帮助")


class Satisfaction(models.TextChoices):
    SATISFIED = "satisfied", _("满意")
    FAIRLY = "fairly", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")


class Openable(models.TextChoices):
    """Who of the two may open the sealed facts."""

    SUPERVISOR = "supervisor", _("主管部门")
    PROVIDER = "provider", _("承接机构")
