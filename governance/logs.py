"""Log lines: one JSON object each, with the request's id, to standard output."""

import structlog

FOR_EVERYONE = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def to_standard_output(*, level):
    """Django's LOGGING setting; structlog's own loggers are led the same way."""
    structlog.configure(
        processors=[
            *FOR_EVERYONE,
            structlog.processors.StackInfoRenderer(),
            structlog.processors.format_exc_info,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    json = {
        "()": structlog.stdlib.ProcessorFormatter,
        "processor": structlog.processors.JSONRenderer(ensure_ascii=False),
        "foreign_pre_chain": FOR_EVERYONE,
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": json},
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
        "loggers": {"axes": {"level": "WARNING"}},
        "root": {"handlers": ["out"], "level": level},
    }
