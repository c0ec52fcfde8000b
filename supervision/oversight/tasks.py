"""What oversight does by itself, besides listening."""

from celery import shared_task

from supervision.oversight import services


@shared_task
def settle_fulfilled():
    """Mark the drafts whose duty was met after all."""
    services.settle_fulfilled()
