"""The second factor: set up, shown, replaced, and what it protects."""

import base64

import pytest
import time_machine
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from governance.web.account import services
from tests import actors

URL, START, RENEW = "/account/second-factor/", "/account/second-factor/start/", "/account/second-factor/recovery-codes/"
NOON, NEXT_MINUTE = "2026-11-23T12:00:00+08:00", "2026-11-23T12:01:00+08:00"


def code_of(person, *, confirmed=True):
    """What the person's app shows now."""
    device = TOTPDevice.objects.get(user=person, confirmed=confirmed)
    return f"{totp(device.bin_key):06d}"


def begun(client, person, sign_in):
    sign_in(person)
    client.post(START)
    return client.get(URL)


def verified(client):
    return "otp_device_id" in client.session


def test_a_role_that_must_have_it_is_led_there(official, sign_in, secured):
    assert sign_in(official).headers["Location"] == reverse("second_factor")


def test_looking_at_the_page_makes_no_secret(client, clerk, sign_in):
    sign_in(clerk)
    client.get(URL)
    client.get(START)
    assert not TOTPDevice.objects.exists()


def test_the_page_shows_secret_and_drawing(client, clerk, sign_in):
    page = begun(client, clerk, sign_in)
    secret = page.context["secret"].replace(" ", "")
    assert base64.b32decode(secret) == TOTPDevice.objects.get().bin_key
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()


def test_the_first_right_code_puts_it_in_force(client, clerk, sign_in):
    begun(client, clerk, sign_in)
    answer = client.post(URL, {"code": code_of(clerk, confirmed=False)})
    assert services.has_second_factor(clerk)
    assert verified(client)
    assert len(answer.context["codes"]) == services.recovery_codes_left(clerk) == 10


def test_recovery_codes_are_shown_once(client, clerk, sign_in):
    begun(client, clerk, sign_in)
    shown = client.post(URL, {"code": code_of(clerk, confirmed=False)}).context["codes"]
    assert not any(code in client.get(URL).content.decode() for code in shown)


def test_a_wrong_code_puts_nothing_in_force(client, clerk, sign_in):
    begun(client, clerk, sign_in)
    right = code_of(clerk, confirmed=False)
    answer = client.post(URL, {"code": f"{(int(right) + 1) % 1000000:06d}"})
    assert "口令不正确或已使用过" in answer.context["form"].errors["code"][0]
    assert not services.has_second_factor(clerk)


def test_setting_up_can_be_broken_off(client, clerk, sign_in):
    begun(client, clerk, sign_in)
    client.post(URL, {"cancel": "1"})
    assert not TOTPDevice.objects.exists()


def test_the_code_is_asked_at_the_next_sign_in(client, official, sign_in, secured, with_device):
    with_device(official)
    assert sign_in(official, next="/account/").headers["Location"] == f"{URL}?next=%2Faccount%2F"
    assert client.post(URL, {"code": code_of(official), "next": "/account/"}).headers["Location"] == "/account/"
    assert verified(client)


def test_a_second_factor_of_free_will_is_asked_as_well(client, clerk, sign_in, with_device):
    with_device(clerk)
    assert sign_in(clerk).headers["Location"] == URL
    assert client.get(reverse("desk")).headers["Location"] == URL


def with_space(code):
    return f"{code[:3]} {code[3:]}"


def full_width(code):
    return code.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})


@pytest.mark.parametrize("write", [with_space, full_width])
def test_spaces_and_full_width_digits_are_forgiven(client, clerk, sign_in, with_device, write):
    with_device(clerk)
    sign_in(clerk)
    client.post(URL, {"code": write(code_of(clerk))})
    assert verified(client)


@time_machine.travel(NOON, tick=False)
def test_a_code_counts_once(client, clerk, sign_in, with_device):
    with_device(clerk)
    code = code_of(clerk)
    for expected in (True, False):
        sign_in(clerk)
        client.post(URL, {"code": code})
        assert verified(client) is expected


def test_failed_tries_make_one_wait(client, clerk, sign_in, with_device):
    with_device(clerk)
    with time_machine.travel(NOON, tick=False) as now:
        sign_in(clerk)
        for _ in range(4):
            now.shift(30)
            answer = client.post(URL, {"code": "000000" if code_of(clerk) != "000000" else "111111"})
        assert answer.context["form"].errors["code"] == ["输错次数较多，请 8 秒后再输入。"]
        client.post(URL, {"code": code_of(clerk)})
        assert not verified(client)
        now.shift(9)
        client.post(URL, {"code": code_of(clerk)})
        assert verified(client)


def test_a_recovery_code_stands_in_once(client, clerk, sign_in, with_device):
    with_device(clerk)
    code = services.renew_recovery_codes(clerk)[0]
    for expected in (True, False):
        sign_in(clerk)
        client.post(URL, {"code": f"{code[:4]} {code[4:]}".upper()})
        assert verified(client) is expected
    assert services.recovery_codes_left(clerk) == 9


def test_renewing_makes_the_old_recovery_codes_void(client, clerk, sign_in, with_device):
    with_device(clerk)
    old = services.renew_recovery_codes(clerk)[0]
    sign_in(clerk)
    client.post(URL, {"code": code_of(clerk)})
    assert len(client.post(RENEW).context["codes"]) == 10
    sign_in(clerk)
    client.post(URL, {"code": old})
    assert not verified(client)


@pytest.mark.parametrize("address", [START, RENEW])
def test_the_password_alone_neither_replaces_the_device_nor_gives_codes(client, clerk, sign_in, with_device, address):
    device = with_device(clerk)
    sign_in(clerk)
    assert client.post(address).headers["Location"] == URL
    assert list(TOTPDevice.objects.all()) == [device]
    assert services.recovery_codes_left(clerk) == 0


def test_the_old_device_counts_until_the_new_one_is_confirmed(client, clerk, sign_in, with_device):
    old = with_device(clerk)
    sign_in(clerk)
    with time_machine.travel(NOON, tick=False):
        client.post(URL, {"code": code_of(clerk)})
        client.post(START)
        assert services.confirmed_device(clerk) == old
    with time_machine.travel(NEXT_MINUTE, tick=False):
        client.post(URL, {"code": code_of(clerk, confirmed=False)})
        assert "双重验证已启用" in client.get(URL).content.decode()
    assert services.confirmed_device(clerk) != old
    assert TOTPDevice.objects.count() == 1


def test_a_new_sign_in_is_verified_anew(client, clerk, sign_in, with_device):
    with_device(clerk)
    sign_in(clerk)
    client.post(URL, {"code": code_of(clerk)})
    sign_in(clerk)
    assert not verified(client)


@pytest.mark.parametrize("secret", ["JBSWY3DPEHPK3PXP", "jbsw y3dp ehpk 3pxp", "JBSWY3DPEE======", "JBSWY3DPEE"])
def test_a_demo_account_gets_a_known_secret(clerk, secret):
    services.set_up_demo_totp(clerk, secret)
    assert services.totp_secret(clerk) == secret.replace(" ", "").rstrip("=").upper()


def test_setting_a_demo_secret_twice_leaves_one_device(clerk):
    for _ in range(2):
        services.set_up_demo_totp(clerk, "JBSWY3DPEHPK3PXP")
    assert TOTPDevice.objects.filter(user=clerk).count() == 1


def test_a_secret_that_is_no_base32_is_refused(clerk):
    with pytest.raises(ValueError, match="base32|Non-base32|padding"):
        services.set_up_demo_totp(clerk, "018!")


def test_no_device_no_secret(db):
    assert services.totp_secret(actors.User(pk=0, username="nobody")) is None
