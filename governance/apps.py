"""Makes the core known to itself: its capabilities, its listeners, and the permissions behind every capability."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from governance.registry import Chapter, on_event, register
from governance.web.wording import use_own_words


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = _("系统管理")

    def import_models(self):
        """The words come before any app is ready: a form keeps those its fields were made with."""
        super().import_models()
        use_own_words()

    def ready(self):
        from governance.access.grants import write_permissions
        from governance.cases.bars import follow
        from governance.notices import checks  # noqa: F401  registers itself
        from governance.notices.services import note_event
        from governance.people.enums import Role
        from governance.permissions import CAPABILITIES
        from governance.web.administration.navigation import LINKS
        from governance.web.tools.navigation import LINKS as TOOLS

        register(
            Chapter(label=self.name, title=self.verbose_name, capabilities=CAPABILITIES, navigation=LINKS, foremost=(Role.ADMINISTRATOR,))
        )
        register(Chapter(label="tools", title=_("工具"), navigation=TOOLS))
        on_event(follow)
        on_event(note_event)
        post_migrate.connect(lambda **_: write_permissions(), sender=self, weak=False, dispatch_uid="write_permissions")
