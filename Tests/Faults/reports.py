"""SIGKILL at random moments of reports: no version is half frozen, and what is frozen stays.

A draft is written, sent for approval, or approved and thereby frozen, while the portal is killed
after a random while. Afterwards a version is frozen with its files, all their values, its place in
the list of reports and its line in the audit trail, or with none of them; what was acknowledged is
there; every file that was ever frozen is still as it was, and `portal report verify` says so.
"""

import json
import os
import subprocess

from kills import PASSWORD, Kills
from portal import Failure, Person, Portal


class ReportKills(Kills):
    kinds = ("write", "write", "submit", "freeze", "freeze")
    names = {"write": "reports being written", "submit": "reports being sent for approval",
             "freeze": "reports being frozen"}

    def __init__(self, binary, seed):
        self.begin(seed)
        self.portal = Portal(binary)
        self.portal.start()
        links = {name: self.portal.add_person(name, "approver") for name in ("lea", "mona")}
        self.lea, self.mona = (Person(self.portal, name) for name in links)
        for person in (self.lea, self.mona):
            person.take_link(links[person.name], PASSWORD)
        self.work = None
        self.begun = 0
        # The fingerprint of each file that is known to be frozen, by version and audience.
        self.frozen = {}

    def prepare(self):
        self.boards = [slug for slug, in self.portal.ask(
            "SELECT slug FROM board ORDER BY role LIKE '%(PPRR)%' DESC, position")]

    def state(self):
        """The version in work: its number, its state and what it holds."""
        rows = self.portal.ask(
            "SELECT edition_version.id, edition.slug, state, content FROM edition_version"
            " JOIN edition ON edition.id = edition_id WHERE state IN ('draft', 'for-approval')")
        return rows[0] if rows else None

    def before(self, kind):
        """Brings a report to where the thing can be asked of it; where that is."""
        work = self.state()
        if work and work[2] == "for-approval" and kind != "freeze":
            self.lea.post(f"/reports/{work[1]}/submission", {"act": "take-back"})
        if work is None:
            self.begun += 1
            location = self.lea.post("/reports/new", {
                "portfolio": f"Portfolio {self.begun}", "kind": "mid-year", "start": "full"})
            slug = location.split("/")[2]
            about = f"/reports/{slug}/draft/about"
            self.lea.post(about, {"board": self.boards[0]})
        work = self.state()
        if kind == "freeze" and work[2] == "draft":
            self.lea.post(f"/reports/{work[1]}/submission", {})
        self.work = self.state()
        return self.work

    # What is asked.

    def write(self, number):
        path = f"/reports/{self.work[1]}/draft/words"
        fields = self.lea.filled(path, {"overview": f"Number {number}."})
        self.arm()
        self.lea.send(path, fields)

    def submit(self, number):
        path = f"/reports/{self.work[1]}/submission"
        fields = self.lea.form(path)
        self.arm()
        self.lea.send(path, fields)

    def freeze(self, number):
        path = f"/reports/{self.work[1]}/approval"
        fields = self.mona.form(path)
        self.arm()
        self.mona.send(path, fields)

    # What must hold afterwards.

    def check_write(self, number, before, was_acknowledged):
        _, _, state, content = self.state()
        overview = json.loads(content).get("overview")
        earlier = json.loads(before[3]).get("overview")
        if overview != f"Number {number}." and (was_acknowledged or overview != earlier):
            raise Failure(f"number {number} was written over {earlier}, and there is {overview}")
        torn = self.portal.ask(
            "SELECT count(*) FROM edition_version WHERE content <> (SELECT content"
            " FROM edition_revision WHERE version_id = id"
            " AND edition_revision.revision = edition_version.revision)")[0][0]
        if torn or state != "draft":
            raise Failure(f"{torn} versions hold what no revision does, and one is {state}")
        self.check_frozen()

    def check_submit(self, number, before, was_acknowledged):
        state = self.state()[2]
        if state == "draft" and was_acknowledged or self.state()[3] != before[3]:
            raise Failure(f"what was sent for approval is {state}")
        self.check_trail("sent a report for approval" if state == "for-approval" else None, before)
        self.check_frozen()

    def check_freeze(self, number, before, was_acknowledged):
        state, = self.portal.ask("SELECT state FROM edition_version WHERE id = ?", before[0])[0]
        if state != "frozen" and (was_acknowledged or state != "for-approval"):
            raise Failure(f"what was approved is {state}")
        self.check_trail("published a report" if state == "frozen"
                         else "sent a report for approval", before)
        self.check_frozen()

    def check_trail(self, action, before):
        """The last line of the trail on the report tells of what was done to it."""
        told = self.portal.ask(
            "SELECT action FROM audit_entry WHERE subject_kind = 'report' AND subject LIKE ?"
            " ORDER BY number DESC LIMIT 1", f"%{before[1]}%")
        if action and told != [(action,)]:
            raise Failure(f"the trail ends with {told} and not with {action}")

    def check_frozen(self):
        """Each version is frozen whole or not at all, and each file is as it was."""
        for version, state, files, values, places, entries in self.portal.ask(
                "SELECT id, state,"
                " (SELECT count(*) FROM edition_document WHERE version_id = version.id),"
                " (SELECT count(DISTINCT audience) FROM edition_fact"
                "  WHERE version_id = version.id),"
                " (SELECT count(*) FROM report WHERE report.edition_id = version.edition_id),"
                " (SELECT count(*) FROM search_entry JOIN report"
                "  ON search_entry.href = '/reports/' || report.slug"
                "  WHERE report.edition_id = version.edition_id)"
                " FROM edition_version AS version"):
            wanted = (2, 2, 1, 1) if state == "frozen" else (0, 0, 0, 0)
            if (files, values, places, entries) != wanted:
                raise Failure(f"version {version} is {state} with {files} files, values of "
                              f"{values}, {places} places and {entries} entries")
        path = os.path.join(self.portal.folder.name, "frozen.html")
        found = {}
        for version, audience, fingerprint, bytes_ in self.portal.ask(
                "SELECT version_id, audience, fingerprint, bytes FROM edition_document"):
            found[version, audience] = fingerprint
            if self.frozen.get((version, audience), "") == fingerprint:
                continue
            with open(path, "wb") as file:
                file.write(bytes_)
            self.verify(path)
        lost = [key for key, value in self.frozen.items() if found.get(key) != value]
        if lost:
            raise Failure(f"what was frozen is gone or another: {lost}")
        self.frozen = found

    def verify(self, path):
        done = subprocess.run(
            [self.portal.binary, "report", "verify", path, "--database", self.portal.database],
            capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failure(f"report verify: {done.stdout} {done.stderr}")

    def run(self, kills):
        lines = super().run(kills)
        # At the end, each file once more, and as it is served.
        known, self.frozen = self.frozen, {}
        self.check_frozen()
        if self.frozen != known:
            raise Failure("a frozen file has changed")
        return [*lines, ("verified: frozen files", len(known), "", "", "as they were frozen")]


def run(binary, number, seed):
    return ReportKills(binary, seed).run(number)
