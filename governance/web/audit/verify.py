"""Checks a proof that was exported by the portal. Needs Python 3.9 or later and nothing else; openssl 3 for the signature.

    python3 verify.py proof.zip            the ZIP, or the folder it was unpacked into
    python3 verify.py proof.zip --sha256 <digest shown by the portal> [--key public.pem]

Ends with 0 when every file is what the signed manifest says, every event is what its digest says, and every event stands in the unbroken
chain of its case. Otherwise it names the first thing that does not hold and ends with 1. `--sha256` and `--key` hold the manifest and the
key against what the portal itself shows (its page of exports; `/audit/key/`), so that a forged proof with a key of its own is found.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

SEPARATOR = "\x1f"
NAMES = ("manifest.json", "manifest.sig", "public.pem", "events.jsonl", "chains.jsonl")


class Broken(Exception):
    """Something does not hold; the text says what."""


def read(place):
    """{name: bytes} of a ZIP or a folder."""
    path = Path(place)
    try:
        if path.is_dir():
            return {name: (path / name).read_bytes() for name in NAMES}
        with zipfile.ZipFile(path) as box:
            return {name: box.read(name) for name in NAMES}
    except (OSError, KeyError, zipfile.BadZipFile) as failure:
        raise Broken(f"cannot be read: {failure}") from failure


def check_files(files, sha256):
    """The manifest is the one the portal shows, and the files are those of the manifest."""
    if sha256 and hashlib.sha256(files["manifest.json"]).hexdigest() != sha256.lower():
        raise Broken("manifest.json is not the one of that SHA-256")
    manifest = json.loads(files["manifest.json"])
    for name, digest in manifest["files"].items():
        if hashlib.sha256(files[name]).hexdigest() != digest:
            raise Broken(f"{name} was altered")
    return manifest


def check_signature(files, key):
    """True when openssl says the manifest was signed with the key; None without openssl. Raises `Broken` where the signature is false."""
    if key and Path(key).read_bytes().strip() != files["public.pem"].strip():
        raise Broken("public.pem is not the portal's key")
    if shutil.which("openssl") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        for name in ("manifest.json", "manifest.sig", "public.pem"):
            (Path(folder) / name).write_bytes(files[name])
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "public.pem", "-rawin", "-in", "manifest.json"]
        done = subprocess.run([*command, "-sigfile", "manifest.sig"], cwd=folder, capture_output=True, check=False)
    if done.returncode != 0:
        raise Broken("the signature of manifest.json is false")
    return True


def digest_of(event):
    """The digest of an event from its facts, as the portal computes it."""
    names = (
        "previous", "content_type", "object_id", "case_number", "sequence", "kind", "label", "moment", "by", "post", "actor", "note",
        "data",
    )  # fmt: skip
    facts = ["" if event[name] is None else event[name] for name in names] + ["1" if event["public"] else "0"]
    return hashlib.sha256(SEPARATOR.join(str(fact) for fact in facts).encode()).hexdigest()


def check_events(files):
    """(events, withheld, cases): every event by its digest, and in the chain of its case."""
    chains = {}
    for line in files["chains.jsonl"].decode().splitlines():
        case = json.loads(line)
        if [number for number, _digest in case["chain"]] != list(range(1, len(case["chain"]) + 1)):
            raise Broken(f"{case['case_number']}: the chain has a gap")
        chains[case["content_type"], case["object_id"]] = dict(map(tuple, case["chain"]))
    events = [json.loads(line) for line in files["events.jsonl"].decode().splitlines()]
    for event in events:
        check_event(event, chains)
    return len(events), sum("withheld" in event for event in events), len(chains)


def check_event(event, chains):
    name = f"{event['case_number']} event {event['sequence']}"
    chain = chains.get((event["content_type"], event["object_id"]), {})
    if "withheld" not in event and digest_of(event) != event["digest"]:
        raise Broken(f"{name}: its content was altered")
    if chain.get(event["sequence"]) != event["digest"]:
        raise Broken(f"{name}: it does not stand in the chain of its case")
    if event["previous"] != chain.get(event["sequence"] - 1, ""):
        raise Broken(f"{name}: it does not continue the event before it")


def main():
    parser = argparse.ArgumentParser(description="Check a proof exported by the portal.")
    parser.add_argument("proof", nargs="?", default=str(Path(__file__).parent), help="the ZIP, or the folder it was unpacked into")
    parser.add_argument("--sha256", default="", help="the SHA-256 the portal shows for this export")
    parser.add_argument("--key", default="", help="the portal's public key, from its address /audit/key/")
    given = parser.parse_args()
    try:
        files = read(given.proof)
        manifest = check_files(files, given.sha256)
        signed = check_signature(files, given.key)
        events, withheld, cases = check_events(files)
    except Broken as broken:
        sys.exit(f"BROKEN: {broken}")
    print(f"{manifest['number']}: {events} events of {cases} cases hold ({withheld} of them shown by digest alone).")
    print("The signature holds." if signed else "The signature was not checked: openssl is not there.")


if __name__ == "__main__":
    main()
