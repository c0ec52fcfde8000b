"""How the own account, secrets and codes are laid out on the page."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.papers.qr import inline
from governance.web.account import services
from governance.web.formats import cn_datetime


def facts_of(request):
    """The account for components/summary.html."""
    user, previous = request.user, services.previous_sign_in(request)
    return [
        {"label": _("姓名") if services.serves(user) else _("称呼"), "value": user.name},
        {"label": _("用户名"), "value": user.username},
        {"label": _("上次登录"), "value": cn_datetime(previous) if previous else _("本次为首次登录")},
        {"label": _("登录时长"), "value": _("最长 %s 小时，关闭浏览器即退出") % (settings.SESSION_COOKIE_AGE // 3600)},
        {"label": _("密码"), "value": _("已设置"), "url": reverse("change_password")},
        {"label": _("双重验证"), "value": _standing(user), "url": reverse("second_factor")},
    ]


def _standing(user):
    return _("已启用") if services.has_second_factor(user) else _("未启用")


def spaced(text):
    """Groups of four, as people read and copy them."""
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def qr_code(address):
    """The address as a picture's `src`: the secret leaves the portal for no third party."""
    return inline(address)
