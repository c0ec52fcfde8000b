"""The people of the filing pages."""

import pytest
from django.test import Client

from tests.disputes.complaints.public.resident import Resident


@pytest.fixture
def neighbour(offices):
    """Someone with a browser of their own, who met the same."""
    return Resident(Client())
