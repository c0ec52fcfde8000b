"""The people of an incident, as its own tests have them."""

from tests.emergencies.incidents.conftest import centre, city_duty, fire, handled, incident, reporting, township

__all__ = ["centre", "city_duty", "fire", "handled", "incident", "reporting", "township"]
