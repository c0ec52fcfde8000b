"""CSV files: out in a stream that Excel opens as Chinese, in from whatever programme wrote them."""

import csv
import io

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from governance.sheets.cells import as_text

MEDIA_TYPE = "text/csv; charset=utf-8"
BOM = "\ufeff"  # tells Excel that the text is UTF-8
_SEPARATORS = ",;\t，；"
_ENCODINGS = ("utf-8-sig", "gb18030")  # what is no UTF-8 is what a Chinese Excel wrote


class NotText(ValueError):
    """The bytes are no text in any encoding a clerk's programme writes."""


class _Line:
    """Gives back what the writer writes, so that each row can be sent at once."""

    def write(self, text):
        return text


def stream_csv(filename, columns, rows):
    """A download of the rows, sent as they are read; `filename` may be Chinese. Pass `queryset.iterator()`."""
    answer = StreamingHttpResponse(_lines(list(columns), rows), content_type=MEDIA_TYPE)
    name = f"{filename.removesuffix('.csv').replace('/', '-')}.csv"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return answer


def _lines(columns, rows):
    writer = csv.writer(_Line())
    yield BOM + writer.writerow([as_text(str(column.label)) for column in columns])
    for row in rows:
        yield writer.writerow([as_text(column.of(row)) for column in columns])


def read_lines(data):
    """The lines of a CSV file (bytes) as lists of text. UTF-8 with or without its mark, UTF-16, or GB18030; raises `NotText`."""
    text = decoded(data)
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def decoded(data):
    """The text of the bytes; raises `NotText`."""
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotText
