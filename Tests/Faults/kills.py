"""SIGKILL at random moments: nothing acknowledged is lost, and nothing is half done.

Usage: kills.py BINARY [NUMBER [SEED]]

Each time one thing is asked of the portal (a return is saved, a file is sent and taken in, or
approved figures are published) while it is killed after a random while. It is started again, and
the database is held against what was answered: what was acknowledged is there as a whole, and what
was not is there as a whole or not at all.
"""

import collections
import io
import csv
import random
import sys
import threading
import time

from portal import Failure, Person, Portal

PASSWORD = "a rather long secret for everybody"

class Kills:
    # What is asked, as often as it stands here.
    kinds = ("save", "save", "upload", "publication")
    # Longer than any of the things takes, so that some are finished before the kill.
    longest = {"save": 0.12, "upload": 0.6, "publication": 0.12}

    def __init__(self, binary, seed):
        self.begin(seed)
        self.portal = Portal(binary)
        self.portal.start()
        links = {"lea": self.portal.add_person("lea", "approver"),
                 "olive": self.portal.add_person("olive", "officer")}
        self.lea, self.olive = (Person(self.portal, name) for name in links)
        for person in (self.lea, self.olive):
            person.take_link(links[person.name], PASSWORD)
        location = self.lea.post("/rounds/new", {})
        self.round = self.portal.ask("SELECT max(id) FROM collection_round")[0][0]
        returns = self.portal.ask(
            "SELECT return_id, count(*) FROM return_entry GROUP BY 1 ORDER BY 2 DESC")
        if not location or len(returns) < 3:
            raise Failure("the round has too few returns for this")
        self.saved, self.uploaded, self.published = (row[0] for row in returns[:3])

    def begin(self, seed):
        self.random = random.Random(seed)
        self.count = 0
        self.outcomes = collections.Counter()

    def numbers(self, of):
        """What the entries of a return hold as their main number, by the entry."""
        import json
        found = {}
        for entry, content in self.portal.ask(
                "SELECT id, content FROM return_entry WHERE return_id = ?", of):
            fields = json.loads(content)
            found[entry] = fields.get("n") or fields.get("v")
        return found

    # What is asked.

    def save(self, number):
        """Saves one number in every box of a return; whether that was acknowledged."""
        path = f"/returns/{self.saved}"
        fields = [(name, str(number) if name.split("-")[-1] in ("n", "v") else value)
                  for name, value in self.olive.form(path)]
        self.armed.set()
        self.olive.send(path, fields + [("do", "draft")])

    def upload(self, number):
        """Sends a file with one number for every entry of a return, and has it taken in."""
        import re
        status, _, text = self.olive.ask(
            f"/returns/template?format=csv&return={self.uploaded}")
        if status != 200:
            raise Failure(f"the template answered {status}")
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
        columns = rows[0]
        top, value = columns.index("Top number"), columns.index("Value")
        period = columns.index("Measure code")
        shapes = dict(self.portal.ask(
            "SELECT measure, content FROM return_entry WHERE return_id = ?", self.uploaded))
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(columns)
        for row in rows[1:]:
            if row[period] in shapes:
                row[top if row[top] or not row[value] and self.is_ratio[row[period]] else value] = str(number)
            writer.writerow(row)
        self.armed.set()
        location = self.olive.post_file(
            "/uploads/new", {}, "file", "figures.csv", out.getvalue().encode())
        self.sent = int(re.search(r"/uploads/(\d+)", location).group(1))
        self.await_upload(self.sent, ("previewed", "unreadable"))
        self.olive.post(f"/uploads/{self.sent}", {})
        self.asked_to_apply = True
        self.await_upload(self.sent, ("applied", "previewed"))

    def await_upload(self, upload, states, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            state = self.portal.ask("SELECT state FROM upload WHERE id = ?", upload)
            if state and state[0][0] in states:
                return state[0][0]
            time.sleep(0.02)
        raise Failure(f"upload {upload} is {state} after {seconds} s")

    def publication(self, number):
        """Publishes approved figures, as a version more of each."""
        self.arm_publication(number)
        path = f"/rounds/{self.round}/publish"
        fields = self.lea.form(path)
        self.armed.set()
        self.lea.send(path, fields)

    def arm_publication(self, number):
        """Makes a return ready to be published once more, without the long way there."""
        import json
        for entry, version in self.portal.ask(
                "SELECT id, published_version FROM return_entry WHERE return_id = ?",
                self.published):
            content = json.dumps({
                "figure": "nothing", "reason": f"Number {number}"}, separators=(",", ":"))
            self.portal.change(
                "UPDATE return_entry SET state = 'approved', content = ?, readiness = 'ready',"
                " revision_reason = ? WHERE id = ?",
                content, "Again" if version else None, entry)

    # What must hold afterwards.

    def check_save(self, number, before, was_acknowledged):
        now = set(self.numbers(self.saved).values())
        self.check_whole(now, str(number), before, was_acknowledged)

    def check_upload(self, number, before, was_acknowledged):
        if self.sent:
            states = ("applied", "previewed", "unreadable")
            state = self.await_upload(self.sent, states)
            if self.asked_to_apply and state != "applied":
                raise Failure(f"a file whose taking in was acknowledged is {state}")
            was_acknowledged = state == "applied"
        now = set(self.numbers(self.uploaded).values())
        self.check_whole(now, str(number), before, was_acknowledged)

    def check_publication(self, number, before, was_acknowledged):
        rows = self.portal.ask(
            "SELECT return_entry.state, return_entry.published_version,"
            " (SELECT max(version) FROM published_entry"
            "  WHERE entry_id = return_entry.id),"
            " (SELECT nothing_reason FROM published_entry WHERE entry_id = return_entry.id"
            "  ORDER BY version DESC LIMIT 1)"
            " FROM return_entry WHERE return_id = ?", self.published)
        if len({(state, reason) for state, _, _, reason in rows}) != 1:
            raise Failure(f"a publication is half done: {rows}")
        for state, version, kept, reason in rows:
            if (version or 0) != (kept or 0):
                raise Failure(f"version {version} is said, and {kept} is kept")
            is_new = reason == f"Number {number}"
            if is_new != (state == "published") or (was_acknowledged and not is_new):
                raise Failure(f"{state} with {reason} after number {number}")
        published = self.portal.ask(
            "SELECT count(*) FROM publication WHERE id NOT IN"
            " (SELECT publication_id FROM published_entry)")[0][0]
        shown = self.portal.ask(
            "SELECT count(DISTINCT measure || period) FROM published_entry")[0][0]
        placed = self.portal.ask(
            "SELECT count(*) FROM figure JOIN line ON line.id = line_id"
            " JOIN series ON series.id = series_id WHERE series.code LIKE 'return/%'")[0][0]
        if published or shown != placed:
            raise Failure(f"{published} empty publications, {shown} published, {placed} shown")

    def check_whole(self, now, number, before, was_acknowledged):
        if was_acknowledged and now != {number}:
            raise Failure(f"acknowledged {number}, and there is {now}")
        if now != {number} and now != before:
            raise Failure(f"half done: {now}, neither {number} nor {before}")

    def before(self, kind):
        """What there is before something is asked, as its check needs it."""
        owner = {"save": "saved", "upload": "uploaded"}.get(kind, "published")
        return set(self.numbers(getattr(self, owner)).values())

    def once(self, kind):
        self.count += 1
        number = self.count
        before = self.before(kind)
        self.armed = threading.Event()
        self.sent, self.asked_to_apply = None, False
        outcome = []

        def ask():
            try:
                getattr(self, kind)(number)
                outcome.append("acknowledged")
            except (OSError, Failure) as failure:
                outcome.append(failure)
            finally:
                self.armed.set()

        thread = threading.Thread(target=ask)
        thread.start()
        self.armed.wait(60)
        time.sleep(self.random.uniform(0, self.longest[kind]))
        self.portal.kill()
        thread.join(60)
        self.portal.start()
        was_acknowledged = outcome[:1] == ["acknowledged"]
        if not was_acknowledged and isinstance(outcome[0], Failure) and "answered" in str(outcome[0]):
            raise outcome[0]
        getattr(self, f"check_{kind}")(number, before, was_acknowledged)
        self.check_database()
        self.outcomes[kind, "acknowledged" if was_acknowledged else "cut off"] += 1

    def check_database(self):
        for pragma in ("foreign_key_check", "quick_check"):
            found = self.portal.ask(f"PRAGMA {pragma}")
            if [row for row in found if row != ("ok",)]:
                raise Failure(f"{pragma}: {found[:3]}")

    def prepare(self):
        """What is read once, before the first kill."""
        shapes = self.portal.ask("SELECT code, denominator IS NOT NULL, value_kind FROM measure")
        self.is_ratio = {code: bool(has) and kind in ("percentage", "rate", "composition")
                         for code, has, kind in shapes}

    def run(self, kills):
        self.prepare()
        for _ in range(kills):
            self.once(self.random.choice(self.kinds))
        self.portal.command("audit", "verify")
        self.portal.stop()


def main(kind=Kills):
    binary, number = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    kills = kind(binary, seed)
    try:
        kills.run(number)
    except Failure as failure:
        print(f"test-faults: FAILED after {kills.count} kills (seed {seed}): {failure}")
        return 1
    finally:
        kills.portal.kill()
    parts = ", ".join(f"{kind} {what} {count}"
                      for (kind, what), count in sorted(kills.outcomes.items()))
    print(f"test-faults: {number} kills, nothing lost, nothing half done ({parts})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
