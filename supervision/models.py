"""The chapter's models, gathered for Django."""

from supervision.indicators.models import Figure, StaleMonth

__all__ = ["Figure", "StaleMonth"]
