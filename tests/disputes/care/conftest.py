"""A request of the home village, the bureau that answers for it, and a provider under contract."""

import pytest

from disputes.care.models import CareNeed
from disputes.care.services import establish_provider, open_request
from governance.access.grants import appoint
from governance.flow import engine
from governance.people.enums import Role
from governance.people.models import User
from tests import actors
from tests.conftest import MONDAY

TODAY = MONDAY.date()
SECRETS = {"name": "赵小明", "phone": "13811112222", "address": "某小区9号楼", "situation": "老伴走后一个人住，夜里睡不着。"}
SAID = {"done": "陪着去了社区医院，聊了很久。", "next_plan": "带上降压药的说明。"}
REFERENCE = "录音2026-0917"
VISIT = {"visited_on": TODAY, "way": "home", "next_on": None, **SAID}
WRITTEN = [*SECRETS.values(), *SAID.values(), REFERENCE]


@pytest.fixture
def bureau(offices):
    """The home county's civil affairs bureau, and one who serves there."""
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="civil")


@pytest.fixture
def contract(bureau):
    """Makes a provider under the bureau; facts can be overridden."""

    def made(name="晨光社工服务中心", *, supervisor=None, needs=("company",), places=(actors.COUNTY,), **facts):
        terms = {"kind": "bought", "contract": "采2026-11", "begins": TODAY - actors.days(30), "ends": TODAY + actors.days(3650)}
        given = {"needs": CareNeed.objects.filter(code__in=needs), "places": [actors.place(code) for code in places]}
        office = supervisor or bureau.acting_post.office
        return establish_provider(supervisor=office, name=name, facts={**terms, "active": True, **facts}, **given)

    return made


@pytest.fixture
def provider(contract):
    return contract()


def one_of(provider):
    """Somebody who serves at a provider."""
    user = User.objects.create_user(f"helper-{provider.pk}", name="帮扶人员", password=actors.PASSWORD)
    user.acting_post = appoint(user, provider.office, Role.CARE_PROVIDER, begins=actors.BEGAN)
    return user


@pytest.fixture
def helper(provider):
    return one_of(provider)


@pytest.fixture
def asking(bureau):
    """Opens a request at the home village; facts can be overridden."""

    def opened(at=MONDAY, code=actors.VILLAGE, need="company", **facts):
        consent = {"way": "phone", "given_on": at.date(), "reference": REFERENCE}
        told = {"need": CareNeed.objects.get(code=need), "consent": consent, **SECRETS}
        return open_request(at=at, place=actors.place(code), **{**told, **facts})

    return opened


@pytest.fixture
def care(asking):
    return asking().care


@pytest.fixture
def serving(care, bureau, provider, helper, at):
    """Help that was taken on, with one visit."""
    care = engine.take(care, "assign", by=bureau, at=at, provider=provider)
    care = engine.take(care, "accept", by=helper, at=at)
    return engine.take(care, "visit", by=helper, at=at, **VISIT)
