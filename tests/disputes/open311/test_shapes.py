"""Every answer in both formats: the same facts, in the shapes of the specification and of our own description."""

import json
from datetime import datetime

import pytest
from django.urls import get_resolver
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from disputes.open311.public.pages import description
from tests.disputes.open311.conftest import LAMP, as_data, as_text, tree

SPECIFIED = {  # the examples of the specification, field by field
    "Service": ["service_code", "service_name", "description", "metadata", "type", "keywords", "group"],
    "Request": [
        "service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible",
        "service_notice", "requested_datetime", "updated_datetime", "expected_datetime", "address", "address_id", "zipcode", "lat", "long",
        "media_url",
    ],
    "Receipt": ["service_request_id", "service_notice", "account_id"],
    "Token": ["service_request_id", "token"],
}  # fmt: skip


def fits(name, content, *, many=True):
    """Hold an answer against its schema in openapi.json."""
    ref = {"$ref": f"urn:us#/components/schemas/{name}"}
    us = Registry().with_resource("urn:us", Resource(contents=description(), specification=DRAFT202012))
    OAS31Validator({"type": "array", "items": ref} if many else ref, registry=us).validate(content)


def both(georeport, name, **query):
    """The JSON of an address, after its XML was seen to say the same."""
    xml, found = tree(georeport.get(f"{name}.xml", **query)), georeport.get(f"{name}.json", **query)
    assert found["Content-Type"] == "application/json; charset=utf-8"
    content = json.loads(found.content)
    assert as_data(xml) == as_text(content)
    return xml, content


def test_discovery(georeport):
    xml, content = both(georeport, "discovery")
    fits("Discovery", content, many=False)
    assert [one.text for one in xml.findall("endpoints/endpoint/formats/format")] == ["text/xml", "application/json"]
    assert content["endpoints"][0]["url"] == "http://testserver/open311/v2"


def test_services(georeport):
    xml, content = both(georeport, "services")
    fits("Service", content)
    lamp = next(one for one in content if one["service_code"] == LAMP)
    assert list(lamp) == SPECIFIED["Service"]
    assert (lamp["service_name"], lamp["group"], lamp["metadata"], lamp["type"]) == ("路灯照明", "市政市容", True, "realtime")
    assert {child.tag for child in xml} == {"service"}


def test_a_definition_begins_with_the_place(georeport):
    xml, content = both(georeport, f"services/{LAMP}")
    fits("ServiceDefinition", content, many=False)
    assert [one["order"] for one in content["attributes"]] == [1, 2, 3]
    assert [one["code"] for one in content["attributes"]] == ["place_code", "pole_number", "lamp_state"]
    assert xml.findtext("attributes/attribute[3]/values/value/key") == "off"


def test_what_a_group_asks_is_asked_of_its_services(georeport):
    codes = [one["code"] for one in georeport.get("services/0101.json").json()["attributes"]]
    assert codes == ["place_code", "room_temperature", "measured_at", "cold_scope"]


def test_a_receipt(georeport):
    sent = {"service_code": LAMP, "lat": "40.84", "long": "111.75", "description": "路灯不亮", "account_id": "u7"}
    xml = tree(georeport.post("requests.xml", **sent))
    content = georeport.post("requests.json", **sent, device_id="second").json()
    fits("Receipt", content)
    assert list(content[0]) == [one.tag for one in xml.find("request")] == SPECIFIED["Receipt"]
    assert content[0]["account_id"] == "u7"


def test_requests(georeport):
    number = georeport.filed(**{"attribute[place_code]": "150102001001"})
    _xml, content = both(georeport, "requests")
    fits("Request", content)
    assert list(content[0]) == SPECIFIED["Request"]
    assert both(georeport, f"requests/{number}")[1] == content
    assert (content[0]["lat"], content[0]["long"], content[0]["address_id"]) == (40.843, 111.749, "150102001001")


def test_moments_carry_their_offset(georeport):
    georeport.filed()
    row = georeport.get("requests.json").json()[0]
    assert row["requested_datetime"].endswith("+08:00")
    assert datetime.fromisoformat(row["updated_datetime"]).utcoffset() is not None


def test_updates(georeport):
    georeport.filed()
    xml, content = both(georeport, "servicerequestupdates")
    fits("Update", content)
    assert {child.tag for child in xml} == {"request_update"}
    assert (content[0]["status"], content[0]["description"]) == ("open", "已登记")


def test_a_token(georeport):
    georeport.post("requests.json", service_code=LAMP, lat="40.84", long="111.75", headers={"Idempotency-Key": "k1"})
    xml, content = both(georeport, "tokens/k1", api_key=georeport.key.plain)
    fits("Token", content)
    assert [one.tag for one in xml.find("request")] == SPECIFIED["Token"]


@pytest.mark.parametrize(
    ("name", "query", "status"),
    [
        ("requests/HS-20260101-000001-0", {}, 404), ("services/9999", {}, 404), ("tokens/nobody", {}, 404),
        ("requests", {"start_date": "yesterday"}, 400), ("requests", {"status": "lost"}, 400), ("requests", {"bbox": "1,2"}, 400),
        ("requests", {"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-11-01T00:00:00Z"}, 400),
        ("requests", {"page_size": "1001"}, 400), ("requests", {"page": "0"}, 400), ("requests", {"lat": "40.8"}, 400),
        ("requests", {"api_key": "wrong"}, 403), ("nothing", {}, 400),
    ],
)  # fmt: skip
def test_errors_have_one_shape(georeport, name, query, status):
    xml = georeport.get(f"{name}.xml", **query)
    assert xml.status_code == status
    root = tree(xml)
    assert (root.tag, {one.tag for one in root}) == ("errors", {"error"})
    assert root.findtext("error/code") == str(status)
    assert root.findtext("error/description")
    if name != "nothing":
        fits("Error", georeport.get(f"{name}.json", **query).json())


def test_the_description_is_openapi(client, db):
    found = client.get("/open311/openapi.json").json()
    validate(found)
    assert found["servers"] == [{"url": "http://testserver"}]


def test_every_address_of_the_interface_is_described():
    described = {path.removeprefix("/open311/").replace(".{format}", "") for path in description()["paths"] if path.startswith("/open311/")}
    named = ("discovery", "services", "service", "requests", "request", "token", "updates")
    ours = {get_resolver().reverse_dict.getlist(f"open311_{name}")[0][0][0][0].removeprefix("open311/") for name in named}
    assert len(described) == len(ours)
    assert {path.partition("/{")[0] for path in described} == {path.removesuffix(".%(form)s").partition("/%(")[0] for path in ours}
