"""The web server's log lines can be read by the same tools as the portal's."""

import json
import logging
import logging.config
from datetime import datetime

from governance.launch.lines import JsonLines
from governance.launch.places import ROOT


def line(message, *values, exc_info=None):
    record = logging.LogRecord("gunicorn.error", logging.ERROR, __file__, 1, message, values, exc_info)
    return json.loads(JsonLines().format(record))


def test_a_line_is_one_object_with_event_level_and_moment():
    said = line("工作进程 %s 退出", 17)
    assert (said["event"], said["level"], said["logger"]) == ("工作进程 17 退出", "error", "gunicorn.error")
    assert datetime.fromisoformat(said["timestamp"]).utcoffset() is not None


def test_an_exception_stays_on_the_same_line():
    try:
        raise LookupError("gone")
    except LookupError as error:
        said = line("failed", exc_info=(type(error), error, error.__traceback__))
    assert "LookupError: gone" in said["exception"]


def test_the_web_server_s_configuration_names_this_formatter():
    config = json.loads((ROOT / "governance" / "launch" / "gunicorn.json").read_text())
    configurator = logging.config.DictConfigurator(config)
    made = configurator.configure_formatter(configurator.config["formatters"]["lines"])
    assert isinstance(made, JsonLines)
