"""Calls of the system that fail while people work: a disk that errs, a quota, no descriptors.

strace lets each call of a kind fail, all of them or every third. A save is done or refused in
words; when the calls work again so does the portal, without being started again; and after a
crash all that was acknowledged is there.
"""

import shutil
import subprocess
import time

import saves
from portal import Failure, Person

# What fails and how, and whether saves must notice it.
FAULTS = [
    ("pwrite64:error=ENOSPC", True), ("pwrite64:error=EIO", True), ("pwrite64:error=EROFS", True),
    ("pwrite64:error=EDQUOT", True), ("pwrite64:error=EIO:when=1+3", True),
    ("fdatasync:error=EIO", True), ("fdatasync:error=ENOSPC:when=2+3", True),
    ("ftruncate:error=EIO", False), ("pread64:error=EIO", False), ("openat:error=EMFILE", False),
    ("openat:error=EIO", False), ("mmap:error=ENOMEM", False),
]


def attach(portal, fault):
    """strace at work on the portal; `None` if it may not."""
    tracer = subprocess.Popen(
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={fault.split(':')[0]}",
         "-e", f"inject={fault}", "-p", str(portal.process.pid)],
        stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if tracer.poll() is not None:
            return None
        with open(f"/proc/{portal.process.pid}/status", encoding="utf-8") as file:
            if "TracerPid:\t0" not in file.read():
                # The threads follow one by one.
                time.sleep(0.3)
                return tracer
        time.sleep(0.02)
    tracer.kill()
    return None


def hurt(portal, officer, fault, must_notice):
    """Works while something fails; how many saves were refused."""
    refused = officer.times_refused
    acknowledged = len(officer.acknowledged)
    officer.expects_damage = fault.startswith("pread64")
    forms = [officer.fields() for _ in range(6)]
    tracer = attach(portal, fault)
    if tracer is None:
        raise PermissionError("strace may not be attached here")
    try:
        for form in forms:
            officer.save(form)
        for path in ("/health", "/scorecards"):
            status = Person(portal, "a reader").ask(path)[0]
            if status not in (200, 500, 503):
                raise Failure(f"with {fault} {path} is answered with {status}")
    finally:
        tracer.terminate()
        tracer.wait()
    time.sleep(0.2)
    if not portal.is_running:
        raise Failure(f"the portal has ended with {fault}")
    if must_notice and officer.times_refused == refused:
        raise Failure(f"{fault}, and {len(officer.acknowledged) - acknowledged} saves were done")
    for _ in range(2):
        if not officer.save():
            raise Failure(f"{fault} is over, and saves are still refused")
    saves.read(portal)
    officer.check()


def run(binary, seed):
    what = "calls of the system that fail"
    if not shutil.which("strace"):
        return [(what, "", "", "", "SKIPPED: strace is not here and could not be installed")]
    portal, officer = saves.begin(binary)
    try:
        for fault, must_notice in FAULTS:
            try:
                hurt(portal, officer, fault, must_notice)
            except PermissionError as error:
                return [(what, "", "", "", f"SKIPPED: {error}")]
            except Failure as failure:
                raise Failure(f"{fault}: {failure}") from failure
            portal.check()
        for fault, _ in FAULTS[:7]:
            form = officer.fields()
            tracer = attach(portal, fault)
            try:
                officer.save(form)
            finally:
                portal.kill()
                tracer.wait()
            portal.start()
            # What was refused by a disk that errs may be there after a crash, once: it had come
            # as far as the log. Nothing that was acknowledged may be missing.
            officer.unknown += officer.refused
            officer.refused.clear()
            officer.check()
            portal.check()
        tried = len(officer.acknowledged) + officer.times_refused
        return [(f"{what}, {len(FAULTS)} kinds: saves", tried, len(officer.acknowledged),
                 officer.times_refused, "nothing lost; goes on when the fault is over"),
                ("killed while calls of the system fail", 7, "", "", "nothing lost")]
    finally:
        portal.kill()
