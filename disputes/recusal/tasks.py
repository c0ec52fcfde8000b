"""What keeps the bars true by itself."""

from celery import shared_task

from disputes.recusal import services


@shared_task
def renew_bars():
    return services.renew_bars()
