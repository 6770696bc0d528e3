"""SIGKILL at random moments: nothing acknowledged is lost, and nothing is half done.

Each time one thing is asked of the portal (a return is saved, a file is sent and taken in, a
return is approved, approved figures are published, or somebody signs in) while it is killed after
a random while. It is started again, and the database is held against what was answered: what was
acknowledged is there as a whole, and what was not is there as a whole or not at all.
"""

import collections
import csv
import http.client
import io
import json
import random
import re
import sqlite3
import statistics
import threading
import time

from portal import Failure, Person, Portal

PASSWORD = "a rather long secret for everybody"


class Kills:
    # What is asked, as often as it stands here.
    kinds = ("save", "save", "save", "upload", "upload", "publication", "approval", "sign_in")
    # What is done to what, for the table.
    names = {"save": "returns being saved", "upload": "files being taken in",
             "publication": "figures being published", "approval": "returns being approved",
             "sign_in": "people signing in"}

    def __init__(self, binary, seed):
        self.begin(seed)
        self.portal = Portal(binary)
        self.portal.start()
        links = {"lea": self.portal.add_person("lea", "approver"),
                 "olive": self.portal.add_person("olive", "officer"),
                 "sam": self.portal.add_person("sam", "officer")}
        self.lea, self.olive, sam = (Person(self.portal, name) for name in links)
        for person in (self.lea, self.olive, sam):
            person.take_link(links[person.name], PASSWORD)
        location = self.lea.post("/rounds/new", {})
        self.round = self.portal.ask("SELECT max(id) FROM collection_round")[0][0]
        returns = self.portal.ask(
            "SELECT return_id, count(*) FROM return_entry GROUP BY 1 ORDER BY 2 DESC")
        if not location or len(returns) < 4:
            raise Failure("the round has too few returns for this")
        self.saved, self.uploaded, self.published, self.approved = (row[0] for row in returns[:4])

    def begin(self, seed):
        self.random = random.Random(seed)
        self.count = 0
        self.outcomes = collections.Counter()
        # How long each thing took that was not cut off.
        self.times = collections.defaultdict(lambda: collections.deque(maxlen=9))

    def numbers(self, of):
        """What the entries of a return hold as their main number, by the entry."""
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
        self.arm()
        self.olive.send(path, fields + [("do", "draft")])

    def upload(self, number):
        """Sends a file with one number for every entry of a return, and has it taken in."""
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
        self.arm()
        location = self.olive.post_file(
            "/uploads/new", {}, "file", "figures.csv", out.getvalue().encode())
        self.sent = int(re.search(r"/uploads/(\d+)", location).group(1))
        self.await_upload(self.sent, ("previewed", "unreadable"))
        self.olive.post(f"/uploads/{self.sent}", {})
        self.asked_to_apply = True
        self.await_upload(self.sent, ("applied", "previewed"))

    def await_upload(self, upload, states, seconds=30):
        end = time.monotonic() + seconds
        state = None
        while time.monotonic() < end:
            if not self.portal.is_running:
                raise OSError("nobody is left to work on the file")
            state = self.portal.ask("SELECT state FROM upload WHERE id = ?", upload)
            if state and state[0][0] in states:
                return state[0][0]
            time.sleep(0.02)
        raise Failure(f"upload {upload} is {state} after {seconds} s")

    def approval(self, number):
        """Approves all figures of a return."""
        self.type(self.approved, number, "submitted")
        path = f"/approvals/{self.approved}"
        fields = self.lea.form(path)
        entries = [re.fullmatch(r"e(\d+)-revision", name) for name, _ in fields]
        ticked = [("figure", found.group(1)) for found in entries if found]
        if not ticked:
            raise Failure("there is nothing to approve")
        self.arm()
        self.lea.send(path, fields + ticked)

    def sign_in(self, number):
        """Somebody gives a name and a password."""
        self.newcomer = Person(self.portal, "sam")
        fields = self.newcomer.filled("/sign-in", {"name": "sam", "password": PASSWORD})
        self.arm()
        self.newcomer.send("/sign-in", fields)

    def publication(self, number):
        """Publishes approved figures, as a version more of each."""
        self.arm_publication(number)
        path = f"/rounds/{self.round}/publish"
        fields = self.lea.form(path)
        self.arm()
        self.lea.send(path, fields)

    def arm_publication(self, number):
        """Makes a return ready to be published once more, without the long way there."""
        self.type(self.published, number, "approved")

    def type(self, owner, number, state):
        """Brings a return to a state with other words in it, as if people had."""
        content = json.dumps(
            {"figure": "nothing", "reason": f"Number {number}"}, separators=(",", ":"))
        connection = sqlite3.connect(self.portal.database, timeout=20)
        with connection:
            connection.execute(
                "UPDATE return_entry SET state = ?, content = ?, readiness = 'ready',"
                " revision = revision + 1,"
                " revision_reason = CASE WHEN published_version THEN 'Again' END"
                " WHERE return_id = ?", (state, content, owner))
            connection.execute(
                "INSERT INTO return_entry_version (entry_id, revision, content, cause, person_id,"
                " at) SELECT return_entry.id, return_entry.revision, return_entry.content, 'typed',"
                " person.id, unixepoch()"
                " FROM return_entry, person WHERE return_id = ? AND user_name = 'olive'", (owner,))
            connection.execute(
                "INSERT INTO return_entry_event (entry_id, event, revision, person_id, at)"
                " SELECT return_entry.id, return_entry.state, return_entry.revision, person.id,"
                " unixepoch()"
                " FROM return_entry, person WHERE return_id = ? AND user_name = 'olive'", (owner,))
        connection.close()

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

    def check_approval(self, number, before, was_acknowledged):
        rows = self.portal.ask(
            "SELECT state, (SELECT count(*) FROM return_entry_event"
            "  WHERE entry_id = return_entry.id AND event = 'approved')"
            " FROM return_entry WHERE return_id = ?", self.approved)
        if len(set(rows)) != 1:
            raise Failure(f"an approval is half done: {rows}")
        state, _ = rows[0]
        if state != "approved" and (was_acknowledged or state != "submitted"):
            raise Failure(f"what was approved is {state}")

    def check_sign_in(self, number, before, was_acknowledged):
        if was_acknowledged:
            self.newcomer.get("/returns")
        begun, told = self.portal.ask(
            "SELECT (SELECT count(*) FROM session WHERE person_id = person.id),"
            " (SELECT count(*) FROM audit_entry WHERE person_id = person.id"
            "  AND action = 'signed in') FROM person WHERE user_name = 'sam'")[0]
        if not hasattr(self, "untold"):
            self.untold = begun - told
        if begun - told != self.untold:
            raise Failure(f"{begun} sessions have begun, and the trail tells of {told}")

    def check_whole(self, now, number, before, was_acknowledged):
        if was_acknowledged and now != {number}:
            raise Failure(f"acknowledged {number}, and there is {now}")
        if now != {number} and now != before:
            raise Failure(f"half done: {now}, neither {number} nor {before}")

    def before(self, kind):
        """What there is before something is asked, as its check needs it."""
        owner = {"save": "saved", "upload": "uploaded"}.get(kind, "published")
        return set(self.numbers(getattr(self, owner)).values())

    def arm(self):
        """From now on the portal may be killed."""
        self.armed_at = time.monotonic()
        self.armed.set()

    def moment(self, kind):
        """When to kill: while the thing is being done, mostly, and at times soon after."""
        return self.random.uniform(0, 1.2 * statistics.median(self.times[kind]))

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
                self.times[kind].append(time.monotonic() - self.armed_at)
                outcome.append("acknowledged")
            except (OSError, http.client.HTTPException, Failure) as failure:
                outcome.append(failure)
            finally:
                self.armed.set()

        thread = threading.Thread(target=ask)
        thread.start()
        self.armed.wait(60)
        if self.times[kind]:
            time.sleep(self.moment(kind))
        else:
            # The first of each kind may come to its end, so that it is known how long it takes.
            thread.join(60)
        self.portal.kill()
        thread.join(60)
        self.portal.start()
        was_acknowledged = outcome[:1] == ["acknowledged"]
        if not was_acknowledged and isinstance(outcome[0], Failure):
            raise outcome[0]
        getattr(self, f"check_{kind}")(number, before, was_acknowledged)
        self.portal.check()
        self.outcomes[kind, was_acknowledged] += 1

    def prepare(self):
        """What is read once, before the first kill."""
        shapes = self.portal.ask("SELECT code, denominator IS NOT NULL, value_kind FROM measure")
        self.is_ratio = {code: bool(has) and kind in ("percentage", "rate", "composition")
                         for code, has, kind in shapes}

    def run(self, kills):
        """Kills so often; a line for each thing that was being done."""
        self.prepare()
        try:
            for _ in range(kills):
                self.once(self.random.choice(self.kinds))
        except Failure as failure:
            raise Failure(f"after {self.count} kills: {failure}") from failure
        finally:
            self.portal.kill()
        lines = []
        for kind, name in self.names.items():
            saved, cut = self.outcomes[kind, True], self.outcomes[kind, False]
            lines.append((f"killed: {name}", saved + cut, saved, "", "whole or not at all"))
        return lines


def run(binary, number, seed):
    return Kills(binary, seed).run(number)
