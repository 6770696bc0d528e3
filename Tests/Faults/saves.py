"""An officer who saves one figure after another, and knows what was acknowledged.

Each figure carries a comment with a number of its own, and each save leaves a version behind, so
that what was acknowledged can be looked for: it must be there just once. What was refused must
have been refused in words, with what was typed, and must not be there.
"""

import collections
import json
import re
import urllib.parse

from portal import Failure, Forms, Person, Portal

PASSWORD = "a rather long secret for everybody"


def begin(binary, place=None, **more):
    """A portal with a round and an officer at their desk, serving."""
    portal = Portal(binary, place=place, **more)
    portal.start()
    return portal, people(portal)


def people(portal):
    """Whoever is needed, signed in: the lead, the officer, and a figure to save."""
    links = {"lea": portal.add_person("lea", "approver"),
             "olive": portal.add_person("olive", "officer"),
             "sam": portal.add_person("sam", "officer")}
    lea, olive, sam = (Person(portal, name) for name in links)
    for person in (lea, olive, sam):
        person.take_link(links[person.name], PASSWORD)
    lea.post("/rounds/new", {})
    return Saves(portal, olive)


class Saves:
    """What one officer has saved."""

    # How a save that does not happen may be answered.
    REFUSALS = {503, 507}

    def __init__(self, portal, person, first=0):
        self.portal = portal
        self.person = person
        self.entries = portal.ask("SELECT id, return_id FROM return_entry ORDER BY id")[first:]
        self.first = first
        self.number = 1000 * first
        self.acknowledged = []
        self.refused = []
        self.unknown = []
        self.times_refused = 0
        # Whether what cannot be read is for a file that is damaged, as it is to SQLite.
        self.expects_damage = False
        # The page that the last refusal was told by.
        self.page = ""

    def fields(self):
        """The next figure with its number, and where it goes."""
        self.number += 1
        entry, owner = self.entries[self.number % min(len(self.entries), 8)]
        path = f"/returns/{owner}/figures/{entry}"
        return path, self.person.filled(
            path, {f"e{entry}-comment": f"Number {self.number}.", "do": "draft"})

    def save(self, fields=None):
        """Saves the next figure; whether that was acknowledged."""
        path, typed = fields or self.fields()
        number = int(re.search(r"Number (\d+)\.", dict(typed)[next(
            name for name, _ in typed if name.endswith("-comment"))]).group(1))
        try:
            status, _, text = self.person.ask(path, urllib.parse.urlencode(typed).encode())
        except OSError:
            self.unknown.append(number)
            raise
        if status == 303:
            self.acknowledged.append(number)
            return True
        self.judge(status, text, path, typed)
        self.refused.append(number)
        self.times_refused += 1
        return False

    def judge(self, status, text, path, typed):
        """A refusal says what happened and when to try again, and has what was typed."""
        self.page = text
        words = re.sub(r"<[^>]+>|\s+", " ", text.split("<main")[-1])
        if status == 500 and self.expects_damage and "We did not save anything" in words:
            return
        if status not in self.REFUSALS:
            raise Failure(f"a save was answered with {status}: {words[:300]}")
        if "Nothing that you sent was saved" not in words:
            raise Failure(f"a refusal does not say that nothing was saved: {words[:300]}")
        if not self.person.headers.get("Retry-After"):
            raise Failure("a refusal does not say when to try again")
        held = [form["fields"] for form in Forms(text).forms if form["action"] == path]
        if not held or held[0] != typed:
            raise Failure(f"what was typed did not come back: {held}")

    def save_until_refused(self, most=400):
        for _ in range(most):
            if not self.save():
                return
        raise Failure(f"{most} saves and the fault never showed")

    def send_again(self):
        """Presses the button on the page that told of a refusal."""
        form = next(form for form in Forms(self.page).forms if form["method"] == "post"
                    and any(name.endswith("-comment") for name, _ in form["fields"]))
        number = self.refused[-1]
        if not self.save((form["action"], form["fields"])):
            raise Failure("what was typed cannot be sent again")
        if self.acknowledged[-1] != number:
            raise Failure("what was sent again is not what was typed")
        self.refused.remove(number)

    def check(self):
        """What was acknowledged is there once, and what was refused is not."""
        kept = collections.Counter(
            json.loads(content).get("comment", "")
            for content, in self.portal.ask("SELECT content FROM return_entry_version"))
        lost = [number for number in self.acknowledged if kept[f"Number {number}."] != 1]
        if lost:
            raise Failure(f"not kept just once: {lost[:5]} of {len(self.acknowledged)}")
        half = [number for number in self.refused if kept[f"Number {number}."]]
        if half:
            raise Failure(f"refused and there: {half[:5]}")
        twice = [number for number in self.unknown if kept[f"Number {number}."] > 1]
        if twice:
            raise Failure(f"there twice: {twice[:5]}")

    def line(self, what, verdict):
        """What became of it all, for the table."""
        tried = len(self.acknowledged) + len(self.refused) + len(self.unknown)
        return (what, tried, len(self.acknowledged), len(self.refused), verdict)


def read(portal, *paths):
    """Pages that anybody may read, all of which must be shown."""
    reader = Person(portal, "a reader")
    for path in paths or ("/", "/scorecards", "/measures", "/strategies", "/health", "/ready"):
        reader.get(path)


def refuses(portal, *words, said=""):
    """A subcommand ends with one line of complaint and 1."""
    done = portal.attempt(*words, said=said)
    lines = done.stderr.strip().splitlines()
    if done.returncode != 1 or len(lines) != 1:
        raise Failure(f"portal {words[0]} ended with {done.returncode} and {lines[:3]}")
    return lines[0]
