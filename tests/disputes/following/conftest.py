"""Two people who speak of the same, and the steps that bring them together."""

import pytest

from disputes.following import services
from governance.flow import engine
from tests.disputes.complaints.test_flow import walk


@pytest.fixture
def lead(complaint):
    return complaint


@pytest.fixture
def twin(filing):
    """Files what another person says of the same matter."""

    def file(phone="13911112222", **facts):
        return filing(phone=phone, name="李四", description="烧烤店夜里很吵，油烟也大，希望按时关门。", **facts)

    return file


@pytest.fixture
def merge(operator, at):
    def merge(complaint, lead, at=at):
        return engine.take(complaint, "merge", by=operator, at=at, note="同一件事。", merged_into=lead)

    return merge


@pytest.fixture
def go(operator, clerk, at):
    """Takes the lead along the usual way and its followers with it."""

    def go(lead, until="close"):
        moved = walk(lead, operator, clerk, at, until=until)
        services.bring_along(lead.pk)
        return moved

    return go
