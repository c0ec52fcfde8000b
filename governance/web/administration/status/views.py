"""How the parts of the portal are running, as `/readyz` sees them."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.permissions import READ_HEALTH
from governance.web.health import look
from governance.web.page import page

PARTS = {
    "database": _("数据库"),
    "redis": _("消息与缓存（Redis）"),
    "beat": _("定时调度"),
    "worker": _("后台任务"),
}


@page(READ_HEALTH)
def system_status(request):
    """Each part, whether it works, and what was measured."""
    at = timezone.now()
    rows = [{"name": PARTS[name], "ok": part["ok"], "measured": measured(part)} for name, part in look(at=at).items()]
    return render(request, "administration/status.html", {"rows": rows, "at": at, "breadcrumb": [(_("运行状态"), "")]})


def measured(part):
    """What there is to say about a part, in words."""
    if "age_seconds" in part:
        return _("%s 秒前有响应") % round(part["age_seconds"])
    if part.get("used") is False:
        return _("未使用，后台任务经由 %s") % part["broker"]
    if part["ok"]:
        return _("%s 毫秒内响应") % part["milliseconds"]
    return part["error"]
