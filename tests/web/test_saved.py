"""Filters saved under a name: one's own, and nobody else's."""

from django.urls import reverse
from django.utils import timezone

from governance.people.enums import Role
from governance.web.saved import SavedFilter
from governance.web.saved_views import filter_of
from tests import actors

LIST, SAVE, FORGET, SHARE = (reverse(name) for name in ("complaints_list", "save_filter", "forget_filter", "share_filter"))


def saved(client, name="新城投诉", query="kind=complaint&page=3&q="):
    return client.post(SAVE, {"list_name": "complaints_list", "name": name, "query": query})


def test_a_filter_is_kept_without_its_page_and_shown_on_the_list(signed_in, operator):
    client = signed_in(operator)
    assert saved(client).headers["Location"] == f"{LIST}?kind=complaint"
    page = client.get(LIST)
    assert [(entry["label"], entry["url"]) for entry in page.context["saved"]] == [("新城投诉", "?kind=complaint")]
    assert "新城投诉" in page.content.decode()


def test_the_same_name_is_replaced(signed_in, operator):
    client = signed_in(operator)
    saved(client)
    saved(client, query="kind=help")
    assert SavedFilter.objects.get(user=operator).query == "kind=help"


def test_nothing_to_keep_is_told(signed_in, operator):
    client = signed_in(operator)
    for facts in ({"query": ""}, {"name": ""}, {"name": "长" * 31}):
        saved(client, **facts)
    assert not SavedFilter.objects.exists()
    assert "没有保存" in client.get(LIST).content.decode()


def test_one_forgets_only_one_s_own(signed_in, operator, clerk):
    saved(signed_in(operator))
    key = SavedFilter.objects.get().pk
    signed_in(clerk).post(FORGET, {"key": key})
    assert SavedFilter.objects.filter(pk=key).exists()
    signed_in(operator).post(FORGET, {"key": key})
    assert not SavedFilter.objects.exists()


def test_others_do_not_see_it(signed_in, operator, clerk):
    saved(signed_in(operator))
    assert signed_in(clerk).get(LIST).context["saved"] == []


def test_reading_the_addresses_changes_nothing(signed_in, operator):
    client = signed_in(operator)
    assert client.get(SAVE).status_code == 302
    assert client.get(FORGET).status_code == 302


def test_nonsense_leads_back_to_the_desk(signed_in, operator):
    client = signed_in(operator)
    assert client.post(FORGET, {"key": "x"}).headers["Location"] == reverse("desk")
    assert client.post(SAVE, {"list_name": "no_such_list", "name": "x", "query": "a=1"}).headers["Location"].startswith(reverse("desk"))


def test_what_was_left_empty_is_no_part_of_a_filter():
    assert filter_of("?q=&state=all&page=2&order=due_at") == "state=all&order=due_at"


def shared(client, name="本单位在办", query="holder=mine"):
    return client.post(SAVE, {"list_name": "complaints_list", "name": name, "query": query, "shared": "on"})


def names(client):
    return {entry["label"]: entry["by"] for entry in client.get(LIST).context["saved"]}


def test_a_shared_filter_is_found_by_the_colleagues_of_the_office_alone(signed_in, clerk, operator):
    clerk.name = "李秀梅"
    clerk.save()
    shared(signed_in(clerk))
    assert names(signed_in(actors.actor(Role.TOWNSHIP_CLERK))) == {"本单位在办": "李秀梅"}
    for stranger in (operator, actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)):
        assert names(signed_in(stranger)) == {}


def test_only_the_owner_forgets_or_takes_it_back(signed_in, clerk):
    shared(signed_in(clerk))
    key, colleague = SavedFilter.objects.get().pk, actors.actor(Role.TOWNSHIP_CLERK)
    client = signed_in(colleague)
    for url in (FORGET, SHARE):
        client.post(url, {"key": key})
    assert SavedFilter.objects.get().office == clerk.acting_post.office
    assert f'name="key" value="{key}"' not in client.get(LIST).content.decode()
    signed_in(clerk).post(SHARE, {"key": key})
    assert names(signed_in(colleague)) == {}


def test_who_left_the_office_shares_nothing_with_it(signed_in, clerk):
    shared(signed_in(clerk))
    colleague = actors.actor(Role.TOWNSHIP_CLERK)
    clerk.acting_post.ends = timezone.now()
    clerk.acting_post.save()
    assert names(signed_in(colleague)) == {}


def test_a_filter_is_an_address_and_opens_no_rows_of_others(signed_in, clerk, complaint):
    shared(signed_in(clerk), query="state=all")
    handler = actors.actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE)
    assert signed_in(handler).get(LIST, {"state": "all"}).context["page"].rows == []
