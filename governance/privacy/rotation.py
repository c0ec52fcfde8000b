"""Moving every sealed fact to the newest key, a batch at a time, while the portal runs."""

from collections import Counter

from django.apps import apps
from django.db import models, transaction
from django.db.models.functions import Cast, Left, StrIndex

from governance.privacy.fields import SealedField
from governance.privacy.sealing import newest_key_name, reseal


def sealed_models():
    """(model, names of its sealed columns), for every table that has one."""
    for model in apps.get_models(include_auto_created=True):
        names = [field.attname for field in model._meta.local_concrete_fields if isinstance(field, SealedField)]
        if names and model._meta.managed and not model._meta.proxy:
            yield model, names


def rotate(model, names, *, batch=500):
    """Yield the number of rows of each finished batch.

    Each batch is its own transaction; a second run goes on where one broke off.
    """
    last = None
    while True:
        with transaction.atomic():
            rows = list(_stale(model, names, after=last)[:batch])
            if not rows:
                return
            _write(model, names, rows)
        last = rows[-1].pk
        yield len(rows)


def keys_in_use(model, names):
    """Key name → number of tokens, to see whether an old key may be retired."""
    counts = Counter()
    for name in names:
        raw = Cast(name, models.TextField())
        found = _rows(model).annotate(_raw=raw).exclude(_raw="").exclude(_raw=None)
        keys = found.annotate(_key=Left("_raw", StrIndex("_raw", models.Value(":")) - 1)).order_by()
        counts.update(dict(keys.values_list("_key").annotate(number=models.Count("*"))))
    return counts


def _rows(model):
    return model._base_manager.all()


def _stale(model, names, *, after):
    """Rows with a token of an older key, locked, in the order of their primary key."""
    newest = f"{newest_key_name()}:"
    wanted = models.Q()
    rows = _rows(model)
    for number, name in enumerate(names):
        raw = f"_raw{number}"
        rows = rows.annotate(**{raw: Cast(name, models.TextField())})
        wanted |= models.Q(**{f"{raw}__gt": ""}) & ~models.Q(**{f"{raw}__startswith": newest})
    if after is not None:
        rows = rows.filter(pk__gt=after)
    return rows.filter(wanted).only("pk", *names).select_for_update(of=("self",)).order_by("pk")


def _write(model, names, rows):
    for row in rows:
        for name in names:
            if value := getattr(row, name):
                setattr(row, name, reseal(value))
    _rows(model).bulk_update(rows, names)
