"""A replica serves figures, never cases."""

from disputes.complaints.models import Complaint
from governance.replica import Replica
from supervision.indicators.models import Figure


def test_figures_are_read_from_the_replica():
    assert Replica().db_for_read(Figure) == "replica"


def test_cases_are_read_where_they_were_written():
    assert Replica().db_for_read(Complaint) is None


def test_nothing_is_migrated_on_the_replica():
    assert Replica().allow_migrate("replica", "disputes") is False
    assert Replica().allow_migrate("default", "disputes") is None
