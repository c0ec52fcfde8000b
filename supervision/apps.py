"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class SupervisionConfig(AppConfig):
    name = "supervision"
    verbose_name = _("监督管理")

    def ready(self):
        from supervision.appraisals.chapter import PARTS as APPRAISALS
        from supervision.assessment.chapter import PARTS as ASSESSMENT
        from supervision.duties.chapter import PARTS as DUTIES
        from supervision.honours.chapter import PARTS as HONOURS
        from supervision.indicators.chapter import PARTS as INDICATORS
        from supervision.indicators.services import note_change
        from supervision.indicators.tasks import refresh_soon
        from supervision.listing.chapter import PARTS as LISTING
        from supervision.orders.chapter import PARTS as ORDERS
        from supervision.orders.services import note_overdue
        from supervision.oversight.chapter import PARTS as OVERSIGHT
        from supervision.oversight.services import note_bars, note_fulfilment, note_lapse, note_late
        from supervision.papers.chapter import PARTS as PAPERS
        from supervision.raising.chapter import PARTS as RAISING
        from supervision.recommendations.chapter import PARTS as RECOMMENDATIONS
        from supervision.reviews.chapter import PARTS as REVIEWS
        from supervision.scoring.chapter import PARTS as SCORING
        from supervision.tips.chapter import PARTS as TIPS

        measures = (OVERSIGHT, LISTING, ORDERS, PAPERS)
        merits = (ASSESSMENT, RAISING, SCORING, APPRAISALS, HONOURS)  # the demo's floors follow its figures
        advice = (RECOMMENDATIONS, REVIEWS, TIPS)
        register(chapter_of(self.name, self.verbose_name, INDICATORS, *measures, *merits, *advice, DUTIES))
        for listener in (note_change, refresh_soon, note_lapse, note_fulfilment, note_late, note_overdue, note_bars):
            on_event(listener)
