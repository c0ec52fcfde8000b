"""A county's market bureau and its justice bureau, and a matter between them."""

import pytest

from disputes.matters.services import draft
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.conftest import MONDAY

TEXTS = {
    "title": "消费者权益争议调解", "nature": "civil", "levels": ["county"], "remedy": "调解不成的，可以向人民法院起诉。",
    "basis": "《中华人民共和国消费者权益保护法》第三十九条",
}  # fmt: skip


@pytest.fixture
def justice(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="justice", name="司法局经办人")


@pytest.fixture
def body(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="market", name="市场监管局经办人")


@pytest.fixture
def drafting(body, justice):
    """Drafts a matter; texts can be overridden."""

    def drafted(at=MONDAY, **texts):
        return draft(by=body, at=at, **{**TEXTS, **texts})

    return drafted


@pytest.fixture
def matter(drafting):
    return drafting()


@pytest.fixture
def published(matter, justice):
    return engine.take(matter, "agree", by=justice, at=MONDAY, note="同意。")


def changed(**texts):
    """What a step that rewrites is given."""
    return {f"new_{name}": value for name, value in {**TEXTS, **texts}.items()}
