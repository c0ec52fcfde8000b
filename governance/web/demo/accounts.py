"""The named accounts of the demo, and one clerk for every office that handles complaints."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password
from django.db import transaction

from governance.access.grants import sync_posts
from governance.people.enums import NEED_SECOND_FACTOR, OfficeKind, OfficeType, Role
from governance.people.models import Office, Post, User
from governance.web.account.services import set_up_demo_totp

PASSWORD = "Qingcheng-2022"
SINCE = datetime(2022, 11, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
HANDLER_ROLES = {
    OfficeType.TOWNSHIP: Role.TOWNSHIP_CLERK,
    OfficeType.VILLAGE: Role.VILLAGE_CLERK,
    OfficeType.BUREAU: Role.DEPARTMENT_HANDLER,
    OfficeType.CENTRE: Role.CENTRE_OFFICER,
}


@dataclass(frozen=True)
class Account:
    """One account of the demo: who, in which roles, at which offices."""

    username: str
    name: str
    posts: tuple  # (role, office code) pairs; none for a resident


ACCOUNTS = (
    Account("jumin", "郭静", ()),
    Account("shouliyuan", "云晓燕", ((Role.HOTLINE_OPERATOR, "hotline-1501"),)),
    Account("shizhongxin", "刘志强", ((Role.CENTRE_OFFICER, "centre-1501"),)),
    Account("xinchengzhongxin", "王海霞", ((Role.CENTRE_OFFICER, "centre-150102"),)),
    Account("yuquanzhongxin", "赵国栋", ((Role.CENTRE_OFFICER, "centre-150104"),)),
    Account("jiedao", "李秀梅", ((Role.TOWNSHIP_CLERK, "township-150102001"),)),
    Account("jiedao2", "张建军", ((Role.TOWNSHIP_CLERK, "township-150102002"),)),
    Account("jiedao3", "巴特尔", ((Role.TOWNSHIP_CLERK, "township-150102001"),)),
    Account("shequ", "陈丽娜", ((Role.VILLAGE_CLERK, "village-150102001001"), (Role.GRID_WORKER, "village-150102001001"))),
    Account("wanggeyuan", "孙宏伟", ((Role.GRID_WORKER, "village-150102001001"),)),
    Account("zhujianju", "高俊峰", ((Role.DEPARTMENT_HANDLER, "housing-150102"),)),
    Account("shizhujianju", "韩雪", ((Role.DEPARTMENT_HANDLER, "housing-1501"),)),
    Account("minzhengju", "杨慧", ((Role.DEPARTMENT_HANDLER, "civil-150102"),)),
    Account("sifaju", "萨仁", ((Role.DEPARTMENT_HANDLER, "justice-150102"),)),
    Account("yingjiju", "图雅", ((Role.DEPARTMENT_HANDLER, "emergency-150102"),)),
    Account("gonganju", "马强", ((Role.DEPARTMENT_HANDLER, "police-150102"),)),
    Account("shigonganju", "云峰", ((Role.DEPARTMENT_HANDLER, "police-1501"),)),
    Account("bangfu", "苏雅", ((Role.CARE_PROVIDER, "provider-150102-1"),)),
    Account("tiaojieyuan", "白玉兰", ((Role.MEDIATOR, "committee-150102001"),)),
    Account("changsuo", "周明", ((Role.SITE_MANAGER, "site-150102001001-1"),)),
    Account("shilingdao", "吴建华", ((Role.LEADING_OFFICIAL, "leading_group-1501"),)),
    Account("qulingdao", "郑凯", ((Role.LEADING_OFFICIAL, "leading_group-150102"),)),
    Account("shiban", "何敏", ((Role.LEADING_OFFICE, "leading_group-1501"),)),
    Account("quban", "田静", ((Role.LEADING_OFFICE, "leading_group-150102"),)),
    Account("jiancha", "乌日娜", ((Role.SUPERVISING_BODY, "procuratorate-150102"),)),
    Account("fayuan", "苏志刚", ((Role.SUPERVISING_BODY, "court-150102"),)),
    Account("jianwei", "贺永强", ((Role.SUPERVISING_BODY, "commission-1501"),)),
    Account("renda", "斯琴", ((Role.CONGRESS_STAFF, "congress-150102"),)),
    Account("shenji", "林芳", ((Role.AUDITOR, "audit-1501"),)),
    Account("qushenji", "宋洁", ((Role.AUDITOR, "audit-150102"),)),
    Account("guanliyuan", "马骏", ((Role.ADMINISTRATOR, "government-1501"),)),
)


def totp_secret(username):
    """The demo's published second factor, base32: everyone may know it, so it protects nothing but the habit."""
    return base64.b32encode(hashlib.sha256(f"demo-totp-{username}".encode()).digest()[:20]).decode()


@transaction.atomic
def open_accounts():
    """Open the named accounts that are missing, and a clerk for every handling office; returns how many people there are."""
    offices = {office.code: office for office in Office.objects.in_use().select_related("place")}
    offices |= {office.code: office for office in (_site(offices), _provider(offices))}
    password = make_password(PASSWORD)
    for account in ACCOUNTS:
        _open(account, offices, password)
    _clerks(offices)
    sync_posts(Post.objects.filter(user__is_demo=True))
    return User.objects.filter(is_demo=True).count()


def _open(account, offices, password):
    user, created = User.objects.get_or_create(
        username=account.username,
        defaults={"name": account.name, "email": f"{account.username}@example.org", "is_demo": True, "password": password},
    )
    for role, code in account.posts:
        Post.objects.get_or_create(user=user, office=offices[code], role=role, defaults={"begins": SINCE})
    if created and any(role in NEED_SECOND_FACTOR for role, _code in account.posts):
        set_up_demo_totp(user, totp_secret(account.username))


def _site(offices):
    """A place where many people meet, for the manager's account."""
    village = offices["village-150102001001"].place
    return Office.objects.get_or_create(
        code="site-150102001001-1",
        defaults={
            "name": "演示商场（虚构）", "short_name": "演示商场", "kind": OfficeKind.DEPARTMENTAL, "type": OfficeType.SITE, "trade": "mall",
            "place": village,
        },
    )[0]  # fmt: skip


def _provider(offices):
    """Who helps people that asked for it, for the helper's account."""
    return Office.objects.get_or_create(
        code="provider-150102-1",
        defaults={
            "name": "晨光社工服务中心（虚构）", "short_name": "晨光社工", "kind": OfficeKind.DEPARTMENTAL, "type": OfficeType.PROVIDER,
            "trade": "care", "place": offices["centre-150102"].place,
        },
    )[0]  # fmt: skip


def _clerks(offices):
    """People who cannot sign in, so that every office can sign, contact and reply in the demo's past."""
    wanted = [office for office in offices.values() if office.type in HANDLER_ROLES]
    known = set(User.objects.values_list("username", flat=True))
    fresh = [
        User(username=f"clerk-{office.code}", name=f"{office.short_name}经办人"[:40], is_demo=True, password="!")
        for office in wanted
        if f"clerk-{office.code}" not in known
    ]
    people = {user.username: user for user in User.objects.bulk_create(fresh, batch_size=1000)}
    Post.objects.bulk_create(
        [
            Post(user=people[f"clerk-{office.code}"], office=office, role=HANDLER_ROLES[office.type], begins=SINCE)
            for office in wanted
            if f"clerk-{office.code}" in people
        ],
        batch_size=1000,
    )


def listed():
    """The accounts as `demo_accounts --json` prints them; one entry per post."""
    entries = []
    for account in ACCOUNTS:
        secured = any(role in NEED_SECOND_FACTOR for role, _code in account.posts)
        facts = {"username": account.username, "password": PASSWORD, "totp_secret": totp_secret(account.username) if secured else None}
        for role, code in account.posts or ((Role.RESIDENT, ""),):
            office = Office.objects.filter(code=code).select_related("place").first()
            entries.append(
                {**facts, "role": str(role), "office": office.name if office else None, "place_code": office.place.code if office else None}
            )
    return entries
