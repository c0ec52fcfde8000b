"""A dispute before its committee, as the tests of mediation make it."""

from tests.disputes.mediation.conftest import committee, mediation, mediator, opening  # noqa: F401
