"""What scripts import carries the hash of its text in its name, like every static file: a phone never mixes two versions."""

import re

from django.core.management import call_command

from governance.environment import ROOT

IMPORTED = re.compile(r"""(?:from |import\()["'](\.[^"']+)["']""")
HASHED = re.compile(r"\.[0-9a-f]{12}\.js$")


def test_every_module_names_the_hashed_file(settings, tmp_path):
    settings.STATIC_ROOT, settings.STATICFILES_DIRS = tmp_path, [("js", ROOT / "static" / "js")]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "governance.web.statics.RememberingStorage"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    files = [file for file in (tmp_path / "js").rglob("*.js") if HASHED.search(file.name)]
    named = [(file, path) for file in files for path in IMPORTED.findall(file.read_text(encoding="utf-8"))]
    assert len(named) > 20
    assert all(HASHED.search(path) and (file.parent / path).is_file() for file, path in named)
