"""Addresses of static files, looked up once: a page names forty of them, and their hashes change only with a deployment."""

from functools import cache

from whitenoise.storage import CompressedManifestStaticFilesStorage


class RememberingStorage(CompressedManifestStaticFilesStorage):
    """Hashed and compressed files, the modules that scripts import too; every process reads a file's address once."""

    support_js_module_import_aggregation = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.url = cache(self.url)
