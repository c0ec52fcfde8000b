"""A list as a file: Excel, or CSV where the address asks for it."""

from django.utils import timezone

from governance.sheets.csv_files import stream_csv
from governance.sheets.writing import stream_xlsx

CSV = {"format": "csv"}  # what the address of a list's export says besides its filter


def download(request, name, columns, rows, *, dated=True):
    """The rows under a Chinese name, that of today added where `dated`."""
    full = f"{name}_{timezone.localdate().isoformat()}" if dated else str(name)
    if request.GET.get("format") == CSV["format"]:
        return stream_csv(full, columns, rows)
    return stream_xlsx(full, columns, rows, title=name)
