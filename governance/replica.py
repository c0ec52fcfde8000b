"""Which reads may go to a replica: the kept figures, which are a minute old anyway. Everything else is read where it was written."""

MODELS = {"supervision.figure"}


class Replica:
    """A database router, named by the settings only where READ_REPLICA_URL is set."""

    def db_for_read(self, model, **hints):
        return "replica" if model._meta.label_lower in MODELS else None

    def allow_relation(self, one, other, **hints):
        return True

    def allow_migrate(self, db, app_label, **hints):
        return False if db == "replica" else None
