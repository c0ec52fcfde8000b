"""What committees there are, who mediates in them, and where a studio stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    IN_FORCE = "in_force", _("在册")
    DISSOLVED = "dissolved", _("已撤销")


FINAL = frozenset({State.DISSOLVED})
TONES = {State.IN_FORCE: "done", State.DISSOLVED: "stopped"}


class CommitteeKind(models.TextChoices):
    """人民调解法 §8, §34: of a village or community, of a township, of a trade (Art. 40)."""

    VILLAGE = "village", _("村（社区）调委会")
    TOWNSHIP = "township", _("乡镇（街道）调委会")
    TRADE = "trade", _("行业性、专业性调委会")


class Trade(models.TextChoices):
    """The six fields Art. 40 names; the values are those of the kinds of dispute."""

    CONSUMER = "consumer", _("消费纠纷")
    MEDICAL = "medical", _("医疗纠纷")
    FAMILY = "family", _("婚姻家庭纠纷")
    LABOUR = "labour", _("劳动人事争议")
    PROPERTY = "property", _("物业服务纠纷")
    TRAFFIC = "traffic", _("交通事故损害赔偿")


class Employment(models.TextChoices):
    FULL_TIME = "full_time", _("专职")
    PART_TIME = "part_time", _("兼职")


class Background(models.TextChoices):
    """The list of Art. 41: from whom mediators are engaged. Kept for the register, never shown in public."""

    PARTY = "party", _("退休党员")
    LEGAL = "legal", _("退休政法工作者")
    TEACHER = "teacher", _("退休教师")
    CADRE = "cadre", _("优秀基层干部")
    VETERAN = "veteran", _("退役军人")
    EXPERT = "expert", _("法律、经济等领域专家")
    OTHER = "other", _("其他")


class StudioState(models.TextChoices):
    PROPOSED = "proposed", _("待司法局同意")
    APPROVED = "approved", _("已同意、已公布")
    REFUSED = "refused", _("未同意")
    CLOSED = "closed", _("已停办")


STUDIO_TONES = {
    StudioState.PROPOSED: "waiting",
    StudioState.APPROVED: "done",
    StudioState.REFUSED: "stopped",
    StudioState.CLOSED: "stopped",
}


class Way(models.TextChoices):
    """How a party said whom it wants."""

    WEB = "web", _("网上选定")
    COUNTER = "counter", _("当面或者电话选定")
