"""Accounts and posts, as administrators give and take them.

Every deed leaves an act; what is not allowed raises `Refused`.
"""

import secrets

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from governance.access import grants
from governance.people.models import User
from governance.people.services import roles_at
from governance.web.acts import note_act
from governance.web.administration.reach import administers
from governance.web.models import ActKind

ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like another
DIGITS = "23456789"


class Refused(ValueError):
    """An administrator may not do this; the message says why."""


def new_password():
    """Four groups to be read out or copied: letters and digits, about 80 bits."""
    groups = ["".join(secrets.choice(ALPHABET + DIGITS) for _ in range(3)) + secrets.choice(DIGITS) for _ in range(4)]
    return "-".join(groups)


@transaction.atomic
def create_person(fields, *, office, role, begins, ends, by, at):
    """An account with its first post.

    Returns (person, initial password): shown once, to be changed at the first sign-in.
    """
    password = new_password()
    person = User.objects.create_user(password=password, must_change_password=True, **fields)
    note_act(ActKind.PERSON_CREATED, person, by=by, at=at, note=person.username)
    give_post(person, office=office, role=role, begins=begins, ends=ends, by=by, at=at)
    return person, password


@transaction.atomic
def give_post(person, *, office, role, begins, ends, by, at):
    """Give a post; nobody gives one to himself. Raises `Refused`."""
    if person == by:
        raise Refused(_("不能给自己授予岗位，请由其他管理员办理。"))
    if role not in roles_at(office):
        raise Refused(_("该机构不设此角色。"))
    try:
        with transaction.atomic():
            post = grants.appoint(person, office, role, begins=begins, ends=ends)
    except IntegrityError as error:
        raise Refused(_("此人已在该机构担任同一角色，无需重复授予。")) from error
    note_act(
        ActKind.POST_GIVEN,
        person,
        by=by,
        at=at,
        note=str(post),
        post=post.pk,
        begins=begins.isoformat(),
        ends=iso(ends),
    )
    return post


@transaction.atomic
def end_post(post, *, ends, by, at):
    """End a post at `ends`.

    Rights are gone from that moment. Raises `Refused` for a moment before the post begins, or one's own post.
    """
    if post.user == by:
        raise Refused(_("不能结束自己的岗位，请由其他管理员办理。"))
    if post.ends and post.ends <= at:
        raise Refused(_("该岗位已经结束。"))
    if ends < post.begins:
        raise Refused(_("结束时间不能早于任职时间。"))
    grants.end_post(post, at=ends)
    note_act(ActKind.POST_ENDED, post.user, by=by, at=at, note=str(post), post=post.pk, ends=iso(ends))


@transaction.atomic
def change_person(person, *, by, at):
    """Save name, phone and mail as changed on the person."""
    _check(person, by=by, at=at)
    person.save(update_fields=["name", "work_phone", "email"])
    note_act(ActKind.PERSON_CHANGED, person, by=by, at=at)


@transaction.atomic
def set_active(person, active, *, by, at):
    """Close or reopen an account; a closed one is signed out at once and its posts give no rights."""
    _check(person, by=by, at=at)
    person.is_active = active
    person.save(update_fields=["is_active"])
    note_act(ActKind.PERSON_REACTIVATED if active else ActKind.PERSON_DEACTIVATED, person, by=by, at=at)


@transaction.atomic
def reset_password(person, *, by, at):
    """A new initial password, returned to be shown once; signs the person out everywhere."""
    _check(person, by=by, at=at)
    password = new_password()
    person.set_password(password)
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    note_act(ActKind.PASSWORD_RESET, person, by=by, at=at)
    return password


@transaction.atomic
def reset_factor(person, *, by, at):
    """Forget the second factor with its recovery codes; the person sets up a new one at the next sign-in."""
    _check(person, by=by, at=at)
    TOTPDevice.objects.filter(user=person).delete()
    StaticDevice.objects.filter(user=person).delete()
    note_act(ActKind.FACTOR_RESET, person, by=by, at=at)


def _check(person, *, by, at):
    if person == by:
        raise Refused(_("不能对自己的账号进行此项操作，请由其他管理员办理。"))
    if not administers(by, person, at=at):
        raise Refused(_("此人在您管理范围以外也有岗位，请由上级管理员办理。"))


def iso(moment):
    return moment.isoformat() if moment else None
