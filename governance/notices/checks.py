"""What `check --deploy` says of the ways out of the portal."""

from django.conf import settings
from django.core.checks import Tags, Warning, register

STAND_INS = {
    "SMS_ADAPTER": "governance.notices.sms.ConsoleSms",
    "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend",
}


@register(Tags.security, deploy=True)
def real_ways_out(app_configs, **kwargs):
    """The local stand-ins write to the log and send nothing: in production residents would wait in vain."""
    return [
        Warning(f"{name} is the local stand-in: nothing is sent.", hint="docs/operations.md", id=f"notices.W00{number}")
        for number, (name, stand_in) in enumerate(STAND_INS.items(), start=1)
        if getattr(settings, name) == stand_in
    ]
