"""A client as written for any Open311 city: discovery → services → definition → POST → GET. It knows nothing of Hohhot."""

from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from disputes.complaints.models import Complaint

FACTS = {
    "lat": "40.8426", "long": "111.7492", "address_string": "1234 5th street", "email": "smit333@sfgov.edu", "device_id": "tt222111",
    "account_id": "123456", "first_name": "john", "last_name": "smith", "phone": "111111111",
    "description": "A large sinkhole is destroying the street", "media_url": "http://farm3.static.flickr.com/2002/2212426634.jpg",
}  # fmt: skip


class StockClient:
    """Speaks GeoReport v2 over plain HTTP in XML, the required format."""

    def __init__(self, http, api_key):
        self.http, self.api_key, self.endpoint = http, api_key, ""

    def xml(self, answer):
        assert answer.status_code == 200, answer.content.decode()
        return ElementTree.fromstring(answer.content)

    def discover(self, url):
        found = self.xml(self.http.get(url))
        usable = [end for end in found.iter("endpoint") if end.findtext("specification") == "http://wiki.open311.org/GeoReport_v2"]
        self.endpoint = urlsplit(usable[0].findtext("url")).path

    def get(self, resource, **query):
        return self.xml(self.http.get(f"{self.endpoint}/{resource}.xml", {"jurisdiction_id": "city.gov", **query}))

    def services(self):
        return self.get("services").findall("service")

    def needed(self, service):
        definition = self.get(f"services/{service.findtext('service_code')}")
        return {one.findtext("code") for one in definition.iter("attribute") if one.findtext("required") == "true"}

    def file(self, service, **facts):
        sent = {"api_key": self.api_key, "jurisdiction_id": "city.gov", "service_code": service.findtext("service_code"), **facts}
        return self.xml(self.http.post(f"{self.endpoint}/requests.xml", sent)).find("request")


@pytest.fixture
def stock(client, key):
    found = StockClient(client, key.plain)
    found.discover("/open311/v2/discovery.xml")
    return found


def test_it_files_and_follows_without_knowing_the_city(stock):
    service = next(one for one in stock.services() if one.findtext("service_name") == "路灯照明")
    assert stock.needed(service) == set()
    number = stock.file(service, **FACTS).findtext("service_request_id")
    shown = stock.get(f"requests/{number}").find("request")
    assert (shown.findtext("status"), shown.findtext("service_code")) == ("open", service.findtext("service_code"))
    assert number in [one.findtext("service_request_id") for one in stock.get("requests", status="open").iter("request")]


def test_it_can_file_under_every_service(stock, offices):
    """The catalogue asks nothing of a client that reads no definitions."""
    services = stock.services()
    for service in services:
        assert stock.needed(service) == set()
    assert len(services) > 50


def test_what_it_sent_stands_in_the_operators_queue(stock, operator, signed_in):
    service = stock.services()[0]
    number = stock.file(service, **FACTS).findtext("service_request_id")
    complaint = Complaint.objects.get(number=number)
    assert (complaint.needs_place, complaint.place.code, complaint.suggested_office) == (True, "1501", None)
    assert number in signed_in(operator).get("/complaints/", {"state": "unplaced"}).content.decode()


def test_without_a_description_it_is_filed_under_its_service(stock):
    service = stock.services()[0]
    number = stock.file(service, lat="40.8426", long="111.7492").findtext("service_request_id")
    assert service.findtext("service_name") in Complaint.objects.get(number=number).description
