"""A migration that renders the models once, not anew for each of its operations (ADR 0019)."""

from django.db.migrations import Migration


class AtOnce(Migration):
    """For operations none of which needs another's half-way state: whole models, and no field touched twice."""

    def apply(self, project_state, schema_editor, collect_sql=False):  # noqa: FBT002 - Django's own signature
        before = project_state.clone()
        project_state.__dict__.pop("apps", None)  # rendered models are kept here, and each change would render what hangs together
        for operation in self.operations:
            operation.state_forwards(self.app_label, project_state)
        for operation in self.operations:
            operation.database_forwards(self.app_label, schema_editor, before, project_state)
        return project_state
