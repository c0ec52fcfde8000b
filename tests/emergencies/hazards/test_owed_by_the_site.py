"""A site finds on its own page what of a hazard is its to do, though the supervising office watches the clock."""

import pytest

from governance.cases.owing import owed_by
from tests.emergencies.hazards.scenes import general, major


def owed(person, at):
    return {str(line.what) for line in owed_by(person.acting_post.office, person, at=at) if line.number}


@pytest.mark.parametrize(("graded", "what"), [(general, {"一般隐患整改"}), (major, {"采取临时防护措施", "报送治理方案"})])
def test_the_site_owes_the_removal_and_nobody_elses_site_does(graded, what, hazard, clerk, manager, stranger, site, at):
    graded(hazard, clerk, at, site=site)
    assert what <= owed(manager, at)
    assert owed(stranger, at) == set()


def test_what_the_supervisor_has_to_do_is_not_the_sites(hazard, clerk, manager, at):
    assert owed(clerk, at) == {"核查定级"}
    assert owed(manager, at) == set()
