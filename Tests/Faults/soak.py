"""Everybody at once, for a long time: readers, officers, reports, and clients that behave badly.

Usage: soak.py BINARY [MINUTES [SEED]]

Nothing may be answered with an error, everything that was acknowledged must be there at the end,
and the process may not grow: what it has of memory and descriptors in the last quarter is held
against the second quarter, when all has been asked for once.
"""

import collections
import csv
import http.client
import io
import json
import os
import random
import re
import socket
import statistics
import sys
import threading
import time

from kills import PASSWORD
from portal import Failure, Person, Portal
from reports import ReportKills

READERS = 3
# Pages a second that each reader asks for, at most.
PACE = 60
# Seconds between two looks at the process.
LOOK = 5
# How much more memory and how many more descriptors the last quarter may have than the second.
GROWTH, DESCRIPTORS = 1.1, 8

PAGES = [
    "/", "/attention", "/changes", "/scorecards", "/measures", "/measures?q=absence",
    "/strategies", "/boards", "/voice", "/reports", "/data", "/search?q=children+in+care",
    "/search?q=zzz", "/help", "/help/how-we-rate", "/inequality", "/health", "/ready",
    "/portal.css", "/no-such-page",
]


class Soak:
    def __init__(self, binary, seed):
        self.portal = Portal(binary)
        self.portal.start()
        self.random = random.Random(seed)
        self.counts = collections.Counter()
        self.faults = []
        self.times = collections.defaultdict(list)
        self.stopping = threading.Event()
        self.looks = []
        self.saved = []
        self.begun = time.monotonic()
        self.set_up()

    def set_up(self):
        roles = {"lea": ["approver"], "mona": ["approver"], "olive": ["officer"],
                 "oscar": ["officer"]}
        self.people = {}
        for name, role in roles.items():
            link = self.portal.add_person(name, *role)
            self.people[name] = Person(self.portal, name)
            self.people[name].take_link(link, PASSWORD)
        self.people["lea"].post("/rounds/new", {})
        returns = self.portal.ask(
            "SELECT return_id FROM return_entry GROUP BY 1 ORDER BY count(*) DESC")
        self.grid, self.uploaded = returns[0][0], returns[1][0]
        self.pages = list(PAGES)
        for slug, in self.portal.ask("SELECT slug FROM scorecard"):
            self.pages += [f"/scorecards/{slug}", f"/scorecards/{slug}/grid",
                           f"/scorecards/{slug}?format=csv", f"/scorecards/{slug}/compare"]
        for slug, in self.portal.ask("SELECT slug FROM measure"):
            self.pages += [f"/measures/{slug}", f"/measures/{slug}/history"]
        for slug, in self.portal.ask("SELECT slug FROM strategy"):
            self.pages += [f"/strategies/{slug}", f"/strategies/{slug}/infographic"]

    # What runs side by side.

    def guard(self, work, *arguments):
        """Does it again and again until all stop; what goes wrong is kept."""
        while not self.stopping.is_set():
            try:
                work(*arguments)
            except (Failure, OSError, http.client.HTTPException, KeyError, AttributeError,
                    IndexError) as fault:
                self.faults.append(f"{work.__name__}: {type(fault).__name__} {fault}"[:300])
                time.sleep(1)

    def note(self, what, status, wanted, begun):
        self.counts[what] += 1
        self.times[what].append(time.monotonic() - begun)
        if status not in wanted:
            self.faults.append(f"{what} answered {status}")

    def read(self, seed):
        """A reader: many pages over one connection, some of them asked again."""
        chance = random.Random(f"{seed} {self.counts['pages read']}")
        connection = http.client.HTTPConnection("127.0.0.1", self.portal.port, timeout=30)
        tags = {}
        for _ in range(200):
            if self.stopping.is_set():
                break
            begun = time.monotonic()
            path = chance.choice(self.pages)
            if chance.random() < 0.05:
                path += ("&" if "?" in path else "?") + f"nonsense={chance.random()}"
            headers = {"Accept": "text/html"}
            if chance.random() < 0.7:
                headers["Accept-Encoding"] = "gzip"
            if path in tags and chance.random() < 0.5:
                headers["If-None-Match"] = tags[path]
            connection.request(chance.choice(["GET", "GET", "GET", "HEAD"]), path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if answer.getheader("ETag"):
                tags[path] = answer.getheader("ETag")
            wanted = (404,) if path.startswith("/no-such") else (200, 304)
            self.note("pages read", answer.status, wanted, begun)
            if answer.status not in wanted:
                self.faults[-1] += f" at {path}"
            time.sleep(max(0, 1 / PACE - (time.monotonic() - begun)))
        connection.close()

    def save_grid(self):
        """An officer who saves a whole return."""
        olive, number = self.people["olive"], str(self.number())
        path = f"/returns/{self.grid}"
        begun = time.monotonic()
        fields = [(name, number if name.split("-")[-1] in ("n", "v") else value)
                  for name, value in olive.form(path)]
        olive.send(path, fields + [("do", "draft")])
        self.note("grids saved", 303, (303,), begun)
        self.saved.append(number)
        self.stopping.wait(1)

    def upload(self):
        """An officer who sends a file and has it taken in."""
        oscar, number = self.people["oscar"], str(self.number())
        status, _, text = oscar.ask(f"/returns/template?format=csv&return={self.uploaded}")
        begun = time.monotonic()
        table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
        comment = table[0].index("Comment")
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(table[0])
        for row in table[1:]:
            if row:
                row[comment] = f"Number {number}"
                writer.writerow(row)
        location = oscar.post_file(
            "/uploads/new", {}, "file", "figures.csv", out.getvalue().encode())
        sent = int(re.search(r"/uploads/(\d+)", location).group(1))
        self.wait_for(sent, ("previewed", "unreadable"))
        oscar.post(f"/uploads/{sent}", {})
        state = self.wait_for(sent, ("applied", "unreadable"))
        if state != "applied":
            raise Failure(f"upload {sent} is {state}")
        self.note("files taken in", 200, (200,), begun)
        self.stopping.wait(3)

    def wait_for(self, upload, states):
        for _ in range(3000):
            state = self.portal.ask("SELECT state FROM upload WHERE id = ?", upload)[0][0]
            if state in states:
                return state
            time.sleep(0.02)
        raise Failure(f"upload {upload} is {state}")

    def report(self):
        """A lead who writes a report and looks at it, and another who publishes it."""
        kills, lea, mona = self.report_desk, self.people["lea"], self.people["mona"]
        begun = time.monotonic()
        kills.before("write")
        slug = kills.work[1]
        path = f"/reports/{slug}/draft/words"
        lea.send(path, lea.filled(path, {"overview": f"Number {self.number()}."}))
        for edition in ("", "/officers"):
            lea.get(f"/reports/{slug}/draft/preview{edition}")
        self.note("reports drawn", 200, (200,), begun)
        if self.counts["reports drawn"] % 10 == 0:
            begun = time.monotonic()
            lea.post(f"/reports/{slug}/submission", {})
            mona.post(f"/reports/{slug}/approval", {})
            self.note("reports frozen", 200, (200,), begun)
        self.stopping.wait(2)

    def misbehave(self, seed):
        """A client that sends what it should not, or goes away."""
        chance = random.Random(f"{seed} {self.counts['bad clients']}")
        self.counts["bad clients"] += 1
        with socket.socket() as wire:
            wire.settimeout(5)
            wire.connect(("127.0.0.1", self.portal.port))
            kind = chance.randrange(7)
            if kind == 0:
                wire.sendall(bytes(chance.randrange(256) for _ in range(chance.randrange(3000))))
            elif kind == 1:
                wire.sendall(b"GET /scorecards HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 40000)
            elif kind == 2:
                wire.sendall(b"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\nq=")
                time.sleep(chance.random())
            elif kind == 3:
                wire.sendall(b"GET /measures HTTP/1.1\r\nHost: a\r\n\r\n" * 20)
                wire.recv(100)
            elif kind == 4:
                wire.sendall(b"POST /search HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked"
                             b"\r\n\r\nfffffffff\r\nabc")
            elif kind == 5:
                for byte in b"GET / HTTP/1.1\r\nHo":
                    wire.sendall(bytes([byte]))
                    time.sleep(0.05)
            else:
                wire.sendall(b"GET /data/figures.csv HTTP/1.1\r\nHost: a\r\n\r\n")
                wire.recv(1000)
                # Gone with a reset, in the middle of the answer.
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.stopping.wait(0.2)

    def reload(self):
        """A keeper who has templates read anew, and takes backups."""
        if self.stopping.wait(30):
            return
        os.kill(self.portal.process.pid, 1)
        self.counts["reloads"] += 1
        copy = os.path.join(self.portal.folder.name, f"copy-{self.counts['reloads']}.sqlite")
        self.portal.command("backup", copy)
        os.unlink(copy)
        self.counts["backups"] += 1

    def number(self):
        return 1000 + int((time.monotonic() - self.begun) * 1000)

    # What is seen of the process.

    def look(self):
        pid = self.portal.process.pid
        with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as rollup:
            pss = int(re.search(r"^Pss:\s+(\d+)", rollup.read(), re.M).group(1)) / 1024
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
            rest = stat.read().rpartition(")")[2].split()
        cpu = (int(rest[11]) + int(rest[12])) / os.sysconf("SC_CLK_TCK")
        wal = self.portal.database + "-wal"
        self.looks.append({
            "at": time.monotonic() - self.begun, "pss": pss,
            "descriptors": len(os.listdir(f"/proc/{pid}/fd")), "cpu": cpu,
            "wal": os.path.getsize(wal) / 1e6 if os.path.exists(wal) else 0,
            "database": os.path.getsize(self.portal.database) / 1e6,
            "pages": self.counts["pages read"]})

    def run(self, minutes):
        self.report_desk = ReportKills.__new__(ReportKills)
        self.report_desk.__dict__.update(
            portal=self.portal, lea=self.people["lea"], mona=self.people["mona"], begun=0,
            work=None, frozen={})
        self.report_desk.prepare()
        works = [(self.read, seed) for seed in range(READERS)] + [
            (self.save_grid,), (self.upload,), (self.report,), (self.misbehave, 1),
            (self.misbehave, 2), (self.reload,)]
        self.begun = time.monotonic()
        threads = [threading.Thread(target=self.guard, args=work) for work in works]
        for thread in threads:
            thread.start()
        while time.monotonic() < self.begun + minutes * 60:
            time.sleep(LOOK)
            if self.portal.process.poll() is not None:
                self.faults.append(f"the portal ended with {self.portal.process.returncode}")
                break
            self.look()
        self.stopping.set()
        for thread in threads:
            thread.join(60)
        # Connections that were left hanging come to their end.
        time.sleep(3)
        self.check()

    # What must hold afterwards.

    def check(self):
        kept = collections.Counter()
        for entry, content in self.portal.ask(
                "SELECT entry_id, content FROM return_entry_version"
                " WHERE entry_id IN (SELECT id FROM return_entry WHERE return_id = ?)", self.grid):
            fields = json.loads(content)
            kept[(fields.get("n") or fields.get("v") or "").replace(",", "")] += 1
        # As many as the grid has boxes for numbers, each time.
        boxes = kept[self.saved[0]] if self.saved else 0
        for number in self.saved:
            if not boxes or kept[number] != boxes:
                self.faults.append(
                    f"{number} was acknowledged, and is in {kept[number]} of {boxes} figures")
        self.portal.stop()
        self.portal.command("audit", "verify")
        self.portal.command("check")
        with open(self.portal.log, encoding="utf-8", errors="replace") as log:
            told = [line.strip() for line in log
                    if not line.startswith(("Serving on", "No administrator"))
                    and "are read anew" not in line]
        self.faults += [f"the portal said: {line}" for line in told[:20]]
        quarter = len(self.looks) // 4
        if quarter < 3:
            return
        early, late = self.looks[quarter:2 * quarter], self.looks[-quarter:]
        for what, limit in (("pss", lambda value: value * GROWTH),
                            ("descriptors", lambda value: value + DESCRIPTORS)):
            before = statistics.median(look[what] for look in early)
            after = statistics.median(look[what] for look in late)
            if after > limit(before):
                self.faults.append(f"{what} grew from {before:.1f} to {after:.1f}")

    def print(self):
        print(f"{'minutes':>8}{'pages':>10}{'MB':>8}{'fds':>6}{'cores':>7}{'WAL MB':>8}{'DB MB':>8}")
        steps = max(1, len(self.looks) // 15)
        last = None
        for look in self.looks[::steps]:
            cores = (look["cpu"] - last["cpu"]) / (look["at"] - last["at"]) if last else 0
            print(f"{look['at'] / 60:8.1f}{look['pages']:10,}{look['pss']:8.1f}"
                  f"{look['descriptors']:6}{cores:7.2f}{look['wal']:8.1f}{look['database']:8.1f}")
            last = look
        for what, times in sorted(self.times.items()):
            times.sort()
            print(f"{what}: {len(times):,}, {times[len(times) // 2] * 1000:.0f} ms in the middle, "
                  f"{times[len(times) * 99 // 100] * 1000:.0f} ms at 99 of 100")
        for what in ("bad clients", "reloads", "backups"):
            print(f"{what}: {self.counts[what]:,}")


def main():
    binary, minutes = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 30
    soak = Soak(binary, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    try:
        soak.run(minutes)
    except Failure as failure:
        soak.faults.append(str(failure))
    finally:
        soak.portal.kill()
    soak.print()
    for fault, count in collections.Counter(soak.faults).most_common(20):
        print(f"FAULT {count} times: {fault}")
    print(f"soak: {minutes:g} minutes, {sum(soak.counts.values()):,} things done, "
          f"{len(soak.saved):,} saves acknowledged and there, {len(soak.faults)} faults")
    return 1 if soak.faults else 0


if __name__ == "__main__":
    sys.exit(main())
