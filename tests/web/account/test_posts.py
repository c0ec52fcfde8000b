"""Which post one acts for."""

from urllib.parse import quote

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.access.grants import end_post
from governance.web.acting import SESSION_KEY

URL = "/account/post/"


def test_the_live_posts_are_offered(client, busy, sign_in):
    sign_in(busy)
    text = client.get(URL).content.decode()
    assert "综治中心工作人员" in text
    assert "乡镇（街道）经办人" in text


def test_choosing_leads_on_to_the_page_asked_for(client, busy, sign_in):
    sign_in(busy)
    answer = client.post(URL, {"post": busy.second_post.pk, "next": "/account/"})
    assert client.session[SESSION_KEY] == busy.second_post.pk
    assert answer.headers["Location"] == "/account/"


def test_a_link_from_a_notice_opens_once_the_post_is_chosen(client, busy, complaint, sign_in):
    sign_in(busy)
    wanted = complaint.get_absolute_url()
    chooses = client.get(wanted).headers["Location"]
    assert chooses == f"{URL}?next={quote(wanted, safe='')}"
    page = client.get(chooses).content.decode()
    assert f'name="next" value="{wanted}"' in page
    assert client.post(URL, {"post": busy.second_post.pk, "next": wanted}).headers["Location"] == wanted


def test_a_post_that_needs_the_second_factor_asks_for_it(client, busy, sign_in, secured):
    sign_in(busy)
    assert client.post(URL, {"post": busy.second_post.pk}).headers["Location"] == reverse("second_factor")


@pytest.mark.parametrize("key", ["", "0", "none"])
def test_no_post_of_that_key_changes_nothing(client, busy, sign_in, key):
    sign_in(busy)
    assert client.post(URL, {"post": key}).headers["Location"] == URL
    assert SESSION_KEY not in client.session


def test_nobody_acts_for_the_post_of_another(client, busy, operator, sign_in):
    sign_in(busy)
    client.post(URL, {"post": operator.acting_post.pk})
    assert SESSION_KEY not in client.session


def test_an_ended_post_is_not_offered(client, busy, sign_in):
    sign_in(busy)
    end_post(busy.second_post, at=timezone.now())
    client.post(URL, {"post": busy.second_post.pk})
    assert SESSION_KEY not in client.session


def test_a_person_whose_posts_have_ended_is_told_so(client, clerk, sign_in):
    end_post(clerk.acting_post, at=timezone.now())
    assert sign_in(clerk).headers["Location"] == reverse("choose_post")
    assert "您目前没有在任岗位" in client.get(URL).content.decode()


def test_a_new_sign_in_chooses_anew(client, busy, sign_in):
    sign_in(busy)
    client.post(URL, {"post": busy.second_post.pk})
    sign_in(busy)
    assert SESSION_KEY not in client.session
