"""Makes the chapter known to the core."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, register

PROCEDURES = (
    "complaints", "consultations", "cohandling", "replies", "questions", "recusal", "grave", "following", "splitting", "outcomes",
    "retention", "imports", "papers", "open311", "openness", "bulletins", "knowledge", "matters", "colours", "mediation",
    "mediators", "proceedings", "joint", "diversion", "meetings", "resolutions", "stability", "searches", "care", "dossier", "situation",
)  # fmt: skip


class DisputesConfig(AppConfig):
    name = "disputes"
    verbose_name = _("矛盾纠纷化解")

    def ready(self):
        register(chapter_of(self.name, self.verbose_name, *(import_module(f"disputes.{name}.chapter").PARTS for name in PROCEDURES)))
