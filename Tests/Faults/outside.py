"""Hands the portal to a tool from outside that kills it, checks what reaches the disk, fills the
disk and makes writes fail: durability.py in the folder that PORTAL_CHECKS names."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

from portal import ROOT
from disk import can_mount

TOOL = os.path.join(
    os.environ.get("PORTAL_CHECKS", os.path.join(ROOT, "../shared/checks")), "durability.py")
MODES = [
    ("kill9", "--rounds", "8"), ("sync",), ("faults",), ("faults", "--inject", "pwrite64:error=EIO"),
    ("faults", "--inject", "fdatasync:error=EIO"), ("diskfull", "--mb", "6"),
]
SAVING = os.path.join(os.path.dirname(os.path.abspath(__file__)), "saving.py")


def run_mode(binary, mode, options, folder):
    """What became of one mode of the tool."""
    home = os.path.join(folder, "home")
    saving = f"{sys.executable} -B {SAVING}"
    port = subprocess.run([*saving.split(), "prepare", binary, home], check=True,
                          capture_output=True, text=True).stdout.strip()
    place = home
    start = ""
    if mode == "diskfull":
        # A small disk is mounted over the folder; what was prepared is put there at the start.
        place = os.path.join(folder, "disk")
        start = (f"sh -c 'test -e {place}/portal.sqlite || cp {home}/portal.sqlite {place}/; "
                 'exec "$@"\' - ')
        options = [*options, "--dir", place]
    serve = (f"{start}{binary} serve --root {ROOT} --database {place}/portal.sqlite"
             f" --settings {home}/portal.conf --port {port} --today 2026-11-21")
    done = subprocess.run(
        [sys.executable, "-B", TOOL, mode, "--url", f"http://127.0.0.1:{port}/health",
         "--start", serve, "--write", f"{saving} write {home} {{i}}",
         "--check", f"{saving} check {home} {place}/portal.sqlite",
         "--db", f"{place}/portal.sqlite", *options],
        capture_output=True, text=True, check=False)
    told = [line for line in (done.stdout + done.stderr).strip().splitlines() if line]
    faults = "; ".join(line.removeprefix("FAIL ") for line in told if line.startswith("FAIL"))
    counts = next((line for line in told if re.match(r"\d+ ", line)), "")
    verdict = counts if done.returncode == 0 else f"FAILED: {faults or told[-1:]}"
    killed = re.match(r"(\d+) kills", counts)
    name = "durability.py " + " ".join([mode, *[word for word in options if ":" in word]])
    return (f"killed by {name}" if killed else name, killed.group(1) if killed else "", "", "",
            verdict)


def run(binary, seed):
    if not os.path.exists(TOOL):
        return [("durability.py", "", "", "", f"SKIPPED: {TOOL} is not here")]
    lines = []
    for mode, *options in MODES:
        name = " ".join([mode, *options])
        if mode in ("sync", "faults") and not shutil.which("strace"):
            lines.append((name, "", "", "", "SKIPPED: strace is not here"))
            continue
        if mode == "diskfull" and not can_mount():
            lines.append((name, "", "", "", "SKIPPED: nothing can be mounted here"))
            continue
        with tempfile.TemporaryDirectory(prefix="portal-outside-") as folder:
            lines.append(run_mode(binary, mode, options, folder))
    return lines
