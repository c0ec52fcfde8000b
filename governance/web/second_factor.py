"""Which device a signed-in person showed as second factor."""

from django_otp.middleware import OTPMiddleware
from django_otp.plugins.otp_totp.models import TOTPDevice

from governance.prepared import Prepared

SHOWN = Prepared(lambda key: TOTPDevice.objects.filter(pk=key).order_by(), key=int)


class SecondFactorMiddleware(OTPMiddleware):
    """The library's; every page of these people asks for their device, so that the query is prepared."""

    def _device_from_persistent_id(self, persistent_id):
        label, _slash, key = persistent_id.partition("/")
        if label == TOTPDevice.model_label() and key.isdecimal():
            return SHOWN.first(key=int(key))
        return super()._device_from_persistent_id(persistent_id)
