"""No more descriptors, and no more memory.

With few descriptors a crowd of connections waits its turn, without keeping a processor busy, and
everybody who is in is served. With little memory large files are taken or refused; should the
program end, its keeper starts it again and nothing that was acknowledged is lost.
"""

import os
import resource
import shutil
import socket
import threading
import time

import saves
from portal import Failure, Person, Portal

DESCRIPTORS = 96
CROWD = 250


def knock(portal):
    """A connection that asks for a page and stays."""
    one = socket.create_connection(("127.0.0.1", portal.port), timeout=5)
    one.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return one


def is_answered(one, patience):
    one.settimeout(patience)
    try:
        return one.recv(4096).startswith(b"HTTP/1.1 200")
    except OSError:
        return False


def seconds_of_work(portal):
    with open(f"/proc/{portal.process.pid}/stat", encoding="utf-8") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def few_descriptors(binary):
    portal = Portal(binary)
    portal.before = ["prlimit", f"--nofile={DESCRIPTORS}:{DESCRIPTORS}"]
    crowd = []
    try:
        portal.start()
        officer = saves.people(portal)
        officer.save()
        crowd = [knock(portal) for _ in range(CROWD)]
        inside = [one for one in crowd if is_answered(one, 1 if len(crowd) < 5 else 0.05)]
        if not 10 <= len(inside) < CROWD:
            raise Failure(f"{len(inside)} of {CROWD} were let in: that is no crowd")
        began = seconds_of_work(portal)
        time.sleep(3)
        worked = seconds_of_work(portal) - began
        if worked > 1.5:
            raise Failure(f"while nobody can come in it works for {worked:.1f} s of 3")
        # Who is inside goes on being served.
        for one in inside:
            one.sendall(b"GET /measures HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        served = sum(is_answered(one, 10) for one in inside)
        if served != len(inside):
            raise Failure(f"{served} of {len(inside)} that were inside are served")
        for one in inside:
            one.close()
        # Those who waited have their turn, and are put away again.
        rest = [one for one in crowd if one not in inside]
        late = 0
        for _ in range(20):
            for one in list(rest):
                if is_answered(one, 0.5 if one is rest[0] else 0.02):
                    one.close()
                    rest.remove(one)
                    late += 1
            if not rest:
                break
        if rest:
            raise Failure(f"{len(rest)} of {CROWD} never had their turn")
        before = len(officer.acknowledged)
        for _ in range(5):
            officer.save()
        if len(officer.acknowledged) != before + 5:
            raise Failure("the crowd has gone, and saves are refused")
        content = b"Measure code,Value\r\n" + b"CYP-A1-01,1\r\n" * 100_000
        if officer.person.send_file("/uploads/new", {}, "file", "f.csv", content)[0] != 303:
            raise Failure("the crowd has gone, and a file is refused")
        saves.read(portal)
        officer.check()
        portal.check()
        return [(f"{DESCRIPTORS} descriptors: connections", CROWD, "", "",
                 f"{len(inside)} served at once, {late} when others had gone; {worked:.1f} s of"
                 " work in 3 s of waiting")]
    finally:
        for one in crowd:
            one.close()
        portal.kill()


def files_without_descriptors(binary):
    """Files that come in, and saves, while all descriptors are taken but a few."""
    portal = Portal(binary)
    portal.before = ["prlimit", f"--nofile={DESCRIPTORS}:{DESCRIPTORS}"]
    portal.options = ["--workers", "8"]
    crowd = []
    answers = {}
    try:
        portal.start()
        officer = saves.people(portal)
        content = b"Measure code,Value\r\n" + b"CYP-A1-01,1\r\n" * 100_000
        # Drawn while there is room.
        people = [Person(portal, "olive") for _ in range(6)]
        for person in people:
            person.cookies = officer.person.cookies
            person.opener = officer.person.opener
        crowd = [knock(portal) for _ in range(DESCRIPTORS)]
        inside = [one for one in crowd if is_answered(one, 0.05)]
        for one in crowd:
            if one not in inside:
                one.close()
        for one in inside[:4]:
            one.close()
        time.sleep(0.5)

        def send(person):
            try:
                status = person.send_file("/uploads/new", {}, "file", "f.csv", content)[0]
            except (OSError, Failure) as failure:
                status = "no answer" if isinstance(failure, OSError) else str(failure)[:80]
            answers[status] = answers.get(status, 0) + 1

        threads = [threading.Thread(target=send, args=(person,)) for person in people]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(90)
        strange = {status for status in answers if status not in (303, 503, 507)}
        if strange:
            raise Failure(f"files without descriptors are answered with {answers}")
        for one in inside[4:]:
            one.close()
        time.sleep(0.5)
        if not officer.save() or not portal.is_running:
            raise Failure("there are descriptors again, and saving does not go on")
        portal.check()
        return [(f"{DESCRIPTORS} descriptors, nearly all taken: files sent", len(people),
                 answers.get(303, 0), answers.get(503, 0) + answers.get(507, 0),
                 "taken, or refused in words")]
    finally:
        for one in crowd:
            one.close()
        portal.kill()


def address_space(portal):
    with open(f"/proc/{portal.process.pid}/status", encoding="utf-8") as file:
        return int(next(line for line in file if line.startswith("VmPeak")).split()[1]) * 1024


class Starved:
    """A portal that gets less and less memory, until it does not start."""

    # Megabytes beside what it had reserved when it was idle; much of that it never uses.
    STEPS = (64, 16, 0, -16, -32, -48, -64, -96, -128, -160, -192)
    FILES = 3

    def __init__(self, binary):
        self.portal, self.officer = saves.begin(binary)
        self.officer.save()
        self.used = address_space(self.portal)
        self.portal.stop()
        self.deaths = self.taken = self.refused = 0
        row = b"CYP-A1-01," + b"more and more of it " * 50 + b"\r\n"
        self.content = b"Measure code,Comment\r\n" + row * (18_000_000 // len(row))

    def press(self, megabytes):
        """Files and saves with so much memory; whether it started at all."""
        limit = self.used + (megabytes << 20)
        self.portal.before = ["prlimit", f"--as={limit}:{limit}"]
        try:
            self.portal.start()
        except Failure:
            return False
        threads = [threading.Thread(target=self.send) for _ in range(self.FILES)]
        for thread in threads:
            thread.start()
        for _ in range(6):
            try:
                self.officer.save()
            except (OSError, Failure) as failure:
                if self.portal.is_running:
                    if isinstance(failure, Failure) and "answered" in str(failure):
                        raise
                    continue
                self.keep()
        for thread in threads:
            thread.join(90)
        self.keep()
        saves.read(self.portal)
        self.officer.check()
        self.portal.check()
        self.portal.stop()
        return True

    def keep(self):
        """What its keeper does."""
        if not self.portal.is_running:
            self.deaths += 1
            self.portal.start()

    def send(self):
        person = Person(self.portal, "olive")
        person.cookies, person.opener = self.officer.person.cookies, self.officer.person.opener
        try:
            status = person.send_file("/uploads/new", {}, "file", "f.csv", self.content)[0]
        except (OSError, Failure):
            status = None
        if status == 303:
            self.taken += 1
        else:
            self.refused += 1


def little_memory(binary):
    starved = Starved(binary)
    try:
        least = 0
        for megabytes in Starved.STEPS:
            if not starved.press(megabytes):
                break
            least = megabytes
        starved.portal.kill()
        starved.portal.before = []
        starved.portal.start()
        starved.officer.check()
        starved.portal.check()
        return [("little memory: files of 18 MB sent", starved.taken + starved.refused,
                 starved.taken, starved.refused,
                 f"down to {(starved.used >> 20) + least} MB of addresses, {starved.used >> 20}"
                 f" when idle; ended and started again {starved.deaths} times; nothing lost")]
    finally:
        starved.portal.kill()


def run(binary, seed):
    if not shutil.which("prlimit"):
        return [("few descriptors, little memory", "", "", "", "SKIPPED: prlimit is not here")]
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard[1], 4096), hard[1]))
    return [*few_descriptors(binary), *files_without_descriptors(binary), *little_memory(binary)]
