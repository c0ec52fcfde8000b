"""Signing in, the post acted for, passwords, and the second factor (TOTP, RFC 6238, with recovery codes)."""

from base64 import b32decode, b32encode
from datetime import datetime
from math import ceil

from django.contrib.auth import login, update_session_auth_hash
from django.db import transaction
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_otp import DEVICE_ID_SESSION_KEY, verify_token
from django_otp import login as otp_login
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from governance import registry
from governance.people.models import Post, User
from governance.web import acting
from governance.web.page import going_on, unfinished_sign_in

PREVIOUS = "previous_sign_in"  # session: when the person signed in the time before
OWED = "owes_second_factor"  # session: the account has a second factor, so this session needs it
RECOVERY_CODES = 10


def enter(request, user, *, at):
    """Sign the person in under a new session key; second factor and post of an earlier session count no more."""
    previous = user.last_login
    login(request, user)
    for key in (DEVICE_ID_SESSION_KEY, acting.SESSION_KEY):
        request.session.pop(key, None)
    request.session[PREVIOUS] = previous.isoformat() if previous else ""
    request.session[OWED] = has_second_factor(user)
    user.live_posts = list(Post.objects.live(at).with_office().filter(user=user))
    user.acting_post = acting.chosen(user.live_posts, None)
    user.is_verified = lambda: False  # as the middleware says it from the next request on


def previous_sign_in(request):
    """When the person signed in the time before this one, or None."""
    noted = request.session.get(PREVIOUS)
    return datetime.fromisoformat(noted) if noted else None


def serve_as(request, post):
    """Act for one of one's own live posts from now on."""
    request.session[acting.SESSION_KEY] = post.pk
    request.session.cycle_key()
    request.user.acting_post = post


def serves(user):
    """Whether this is an account of staff: it has, had or will have a post. Residents never do."""
    return user.posts.exists()


def next_stop(request):
    """Where the person goes now: to what signing in still lacks, else the page asked for, else the own first page."""
    wanted, staff = wanted_page(request), serves(request.user)
    if missing := _missing(request.user, staff):
        return keeping_next(request, missing)
    return wanted or reverse(_first_page(request.user) if staff else "home")


def _first_page(user):
    """The desk, or what a chapter gives the role of the post instead."""
    return registry.start_of(user.acting_post.role) if user.acting_post else "desk"


def keeping_next(request, name):
    return going_on(name, wanted_page(request))


def _missing(user, staff):
    missing = unfinished_sign_in(user)
    if missing == "choose_post" and not staff:
        missing = None
    return missing or ("second_factor" if owes_code(user) else None)


def wanted_page(request):
    """The page named by `next`, if it lies on this site; else an empty text."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    here, secure = {request.get_host()}, request.is_secure()
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=here, require_https=secure) else ""


def change_password(request, form):
    """Save the new password; every other session of the person ends, this one goes on under a new key."""
    form.user.must_change_password = False
    form.save()
    update_session_auth_hash(request, form.user)


def register(fields):
    """A resident's account: no post, so no rights beyond the own matters. Raises `IntegrityError` for a taken name."""
    person = User(username=User.normalize_username(fields["username"]), name=fields["name"])
    person.set_password(fields["password1"])
    with transaction.atomic():
        person.save()
    return person


def confirmed_device(user):
    return TOTPDevice.objects.devices_for_user(user, confirmed=True).order_by("-pk").first()


def pending_device(user):
    """The device being set up, whose first code is still awaited."""
    return TOTPDevice.objects.devices_for_user(user, confirmed=False).order_by("-pk").first()


def has_second_factor(user):
    return TOTPDevice.objects.devices_for_user(user, confirmed=True).exists()


def owes_code(user):
    """Whether the person set up a second factor and has not shown it in this session."""
    return not user.is_verified() and has_second_factor(user)


@transaction.atomic
def start_second_factor(user):
    """A new secret, to be confirmed; a confirmed device stays in force until then."""
    drop_pending(user)
    return TOTPDevice.objects.create(user=user, name="totp", confirmed=False)


def drop_pending(user):
    TOTPDevice.objects.devices_for_user(user, confirmed=False).delete()


@transaction.atomic
def confirm_second_factor(request, device, code):
    """The first right code puts the device in force and the old one out. Returns the recovery codes; None if wrong."""
    if verify_token(request.user, device.persistent_id, code) is None:
        return None
    TOTPDevice.objects.devices_for_user(request.user).exclude(pk=device.pk).delete()
    TOTPDevice.objects.filter(pk=device.pk).update(confirmed=True)
    codes = renew_recovery_codes(request.user)
    _verified(request, device)
    return codes


def show_second_factor(request, code):
    """Whether a code of the device is right, or a recovery code, which is used up. Failed tries double the wait."""
    device = _device_for(request.user, code)
    if device is None or verify_token(request.user, device.persistent_id, code) is None:
        return False
    _verified(request, device)
    return True


def _device_for(user, code):
    if code.isdigit() and len(code) == 6:
        return confirmed_device(user)
    return StaticDevice.objects.devices_for_user(user, confirmed=True).first()


def _verified(request, device):
    otp_login(request, device)
    request.session.cycle_key()


def wait_before_code(user, code, *, at):
    """Seconds until the next try of such a code is looked at; 0 when it may be tried now."""
    device = pending_device(user) if user.is_verified() or not has_second_factor(user) else _device_for(user, code)
    allowed, facts = device.verify_is_allowed() if device else (True, None)
    return 0 if allowed else max(1, ceil((facts["locked_until"] - at).total_seconds()))


@transaction.atomic
def renew_recovery_codes(user):
    """New recovery codes, shown once; the old ones are void."""
    device, _ = StaticDevice.objects.get_or_create(user=user, defaults={"name": "recovery"})
    device.token_set.all().delete()
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def recovery_codes_left(user):
    return StaticToken.objects.filter(device__user=user, device__confirmed=True).count()


def secret_of(device):
    """The device's secret in base32, as authenticator apps take it."""
    return b32encode(device.bin_key).decode("ascii").rstrip("=")


def totp_secret(user):
    """The secret of the confirmed device in base32, or None. For demo accounts, whose secrets are published."""
    device = confirmed_device(user)
    return secret_of(device) if device else None


@transaction.atomic
def set_up_demo_totp(user, secret):
    """A confirmed device with a known secret: base32, padding and spaces optional. Raises `ValueError`."""
    plain = secret.replace(" ", "").rstrip("=").upper()
    key = b32decode(plain + "=" * (-len(plain) % 8))
    TOTPDevice.objects.devices_for_user(user).delete()
    return TOTPDevice.objects.create(user=user, name="totp", key=key.hex(), confirmed=True)
