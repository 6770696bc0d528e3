"""A clock that jumps, forwards and back, by minutes to days, while people work.

libfaketime tells the portal a time of our choosing, and leaves the clock alone that only goes
forward. Nobody is lost a save; a session ends when its time is over by the clock, outlives one
that is set back by hours, and never lives for ever.
"""

import glob
import os
import tempfile
import time

import saves
from portal import Failure, Person, Portal

MINUTE, HOUR, DAY = 60, 3600, 86400
# Seconds by which the clock is off, one after the other, and whether who was signed in before the
# jump still is: an idle hour signs out, and so does a clock set back by more than twelve.
JUMPS = [
    (30 * MINUTE, True), (-10 * MINUTE, True), (3 * HOUR, False), (1 * HOUR, True),
    (-8 * HOUR, True), (3 * DAY, False), (0, False), (-2 * DAY, False), (0, False),
    (400 * DAY, False), (0, False), (59 * MINUTE, True),
]


def library():
    found = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
    return found[0] if found else None


class Clock:
    def __init__(self, portal):
        self.path = os.path.join(portal.folder.name, "clock")
        self.set(0)
        portal.environment = {
            "LD_PRELOAD": library(), "FAKETIME_TIMESTAMP_FILE": self.path,
            "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1",
        }
        # The library adds to the environment, which then moves, and Swift looks for the command
        # line beside where it was; `env` takes that on itself and becomes the portal.
        portal.before = ["env"]
        self.portal = portal
        # The library leaves something in shared memory, named for the process.
        self.pids = []

    def start(self):
        self.portal.start()
        self.pids.append(self.portal.process.pid)

    def set(self, seconds):
        # Put there whole: the portal may read it at any moment.
        with tempfile.NamedTemporaryFile("w", dir=os.path.dirname(self.path), delete=False) as file:
            file.write(f"{seconds:+d}")
        os.replace(file.name, self.path)


def is_signed_in(person):
    return person.ask("/returns")[0] == 200


def run(binary, seed):
    if not library():
        return [("a clock that jumps", "", "", "",
                 "SKIPPED: libfaketime is not here and could not be installed")]
    portal = Portal(binary)
    clock = Clock(portal)
    try:
        clock.start()
        officer = saves.people(portal)
        before = portal.ask("SELECT max(at) FROM audit_entry")[0][0]
        for seconds, goes_on in JUMPS:
            held = officer.fields()
            clock.set(seconds)
            saves.read(portal)
            if is_signed_in(officer.person) != goes_on:
                raise Failure(f"with the clock at {seconds:+d} s the session "
                              f"{'is over' if goes_on else 'goes on'}")
            if goes_on:
                officer.save(held)
            else:
                guess(portal)
                officer.person.sign_in(saves.PASSWORD)
            for _ in range(3):
                if not officer.save():
                    raise Failure(f"with the clock at {seconds:+d} s a save is refused")
            upload(portal, officer)
            if not portal.is_running:
                raise Failure(f"the portal has ended with the clock at {seconds:+d} s")
        until_seen(portal)
        after = portal.ask("SELECT max(at) FROM audit_entry")[0][0]
        if after - before < 300 * DAY:
            raise Failure("the portal has not taken the clock that it was given")
        officer.check()
        portal.check()
        portal.command("audit", "verify")
        portal.stop()
        clock.start()
        officer.check()
        return [officer.line(f"a clock that jumps {len(JUMPS)} times: saves",
                             "sessions end when they should; files and the trail go on")]
    finally:
        portal.kill()
        for path in glob.glob("/dev/shm/*faketime_*"):
            if path.endswith(tuple(f"_{pid}" for pid in clock.pids)):
                os.remove(path)


def guess(portal):
    """A wrong password makes nobody wait for ever when the clock is set back."""
    stranger = Person(portal, "olive")
    status, _, _ = stranger.ask("/sign-in", saves.urllib.parse.urlencode(
        stranger.filled("/sign-in", {"name": "olive", "password": "not this one at all"})).encode())
    if status != 422:
        raise Failure(f"a wrong password is answered with {status}")


def upload(portal, officer):
    """A file is looked through, which is what a timer does."""
    location = officer.person.post_file(
        "/uploads/new", {}, "file", "figures.csv", b"Measure code,Value\r\nCYP-A1-01,1\r\n")
    number = int(location.rsplit("/", 1)[1].split("?")[0])
    end = time.monotonic() + 30
    while portal.ask("SELECT state FROM upload WHERE id = ?", number) == [("reading",)]:
        if time.monotonic() > end:
            raise Failure("a file is not looked through any more")
        time.sleep(0.05)


def until_seen(portal):
    """What is done every few seconds is still done: who was here is written down."""
    end = time.monotonic() + 40
    sql = "SELECT max(seen_at - began_at) FROM session WHERE ended_at IS NULL"
    before = portal.ask(sql)
    while portal.ask(sql) == before:
        if time.monotonic() > end:
            raise Failure("nothing is written down any more of who was here")
        for cookie in (Person(portal, "olive"),):
            cookie.get("/health")
        time.sleep(0.5)
