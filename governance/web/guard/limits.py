"""How often one address may use a public form within an hour of the clock."""

from functools import wraps
from ipaddress import ip_address, ip_network
from math import ceil

from django.conf import settings
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from governance.web.guard import memory

HOUR = 3600  # seconds


def limited(name, per_hour):
    """A view whose POSTs are counted per address; above `per_hour` it answers 429 with Retry-After (RFC 6585 §4)."""

    def declare(view):
        @wraps(view)
        def counted(request, *args, **kwargs):
            if request.method == "POST" and not allow(request, name, per_hour):
                return too_many(request)
            return view(request, *args, **kwargs)

        return counted

    return declare


def allow(request, name, per_hour):
    """Count one use by this address; False when it had its share of this hour. True while the cache is down."""
    return memory.count(_key(request, name), seconds=HOUR) <= per_hour


def exhausted(request, name, per_hour):
    """Whether the address had its share already; counts nothing."""
    return memory.counted(_key(request, name)) >= per_hour


def too_many(request):
    """The page that says when to come back."""
    wait = HOUR - int(timezone.now().timestamp()) % HOUR
    response = render(request, "errors/429.html", {"wait_minutes": ceil(wait / 60)}, status=429)
    response["Retry-After"] = str(wait)
    return response


def client_address(request):
    """The address of the person, or None.

    Behind n proxies (PROXY_COUNT) it is the n-th from the right in X-Forwarded-For: anyone can invent what stands left.
    """
    proxies = settings.AXES_IPWARE_PROXY_COUNT or 0
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    given = forwarded[-proxies] if 0 < proxies <= len(forwarded) else ""
    return _valid(given) or _valid(request.META.get("REMOTE_ADDR", ""))


def network_of(address):
    """What counts as one address: an IPv4 one, or the /64 of an IPv6 one, inside which addresses are free to choose."""
    if address is None:
        return "unknown"
    found = ip_address(address)
    mapped = getattr(found, "ipv4_mapped", None)
    if found.version == 4 or mapped:
        return str(mapped or found)
    return str(ip_network(f"{found}/64", strict=False))


def _valid(text):
    try:
        return str(ip_address(text.strip()))
    except ValueError:
        return None


def _key(request, name):
    """The address is kept as a keyed digest: the cache holds no personal data."""
    address = salted_hmac("governance.guard.limits", network_of(client_address(request))).hexdigest()
    return f"limit:{name}:{address[:32]}:{int(timezone.now().timestamp()) // HOUR}"
