"""A portal that would send nothing is not ready for residents."""

from governance.notices.checks import real_ways_out


def test_the_stand_ins_are_named_before_deployment(settings):
    settings.SMS_ADAPTER = "governance.notices.sms.ConsoleSms"
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert [warning.id for warning in real_ways_out(None)] == ["notices.W001", "notices.W002"]


def test_real_gateways_pass(settings):
    settings.SMS_ADAPTER = "governance.notices.sms.HttpSms"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert real_ways_out(None) == []
