"""What never reaches a view of the interface is answered in its own formats all the same."""

import pytest

pytestmark = pytest.mark.django_db
NAMES = ("discovery", "services", "services/0403", "requests", "requests/HS1", "tokens/t", "servicerequestupdates", "nothing")


def answered(answer, status, form):
    assert answer.status_code == status
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == "no-store"
    if form == "json":
        assert [one["code"] for one in answer.json()] == [status]
    else:
        assert answer["Content-Type"].startswith("text/xml")
        assert b"<errors><error>" in answer.content


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("name", NAMES)
def test_another_method(georeport, client, name, form):
    answer = client.delete(f"/open311/v2/{name}.{form}")
    answered(answer, 405, form)
    assert "GET" in answer["Allow"]


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("name", NAMES)
def test_nul(georeport, name, form):
    answered(georeport.get(f"{name}.{form}", q="\0"), 400, form)
    answered(georeport.get(f"requests/%00.{form}"), 400, form)


def test_nul_in_what_is_filed(georeport):
    answered(georeport.post("requests.json", description="\0"), 400, "json")


def test_more_fields_than_are_read(georeport, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    answered(georeport.post("requests.xml", a="1", b="2", c="3"), 400, "xml")
