"""The web server's own log lines in the shape of all others: one JSON object a line."""

import json
import logging
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """For `gunicorn.json`: the master process knows nothing of Django, so this formatter needs nothing of it."""

    def format(self, record):
        moment = datetime.fromtimestamp(record.created, UTC).astimezone()
        line = {
            "event": record.getMessage(),
            "logger": record.name,
            "level": record.levelname.lower(),
            "timestamp": moment.isoformat(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
