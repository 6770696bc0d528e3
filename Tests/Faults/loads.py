"""SIGKILL at random moments of `portal load`: what it loads is there as a whole or not at all.

Two catalogues that differ are loaded into one database in turn, while a portal serves it, and each
load is killed after a random while; and so is that of one long file of figures, where it is here.
"""

import glob
import gzip
import itertools
import os
import random
import shutil
import sqlite3
import subprocess
import time

from portal import ROOT, Failure, Person, Portal

LONG = os.environ.get("PORTAL_LONG_FIGURES", os.path.join(ROOT, "../shared/data/all-areas.csv.gz"))
# Rows of the long file: enough to be killed in.
ROWS = 150_000


class Loading:
    def __init__(self, binary, seed):
        self.random = random.Random(seed)
        self.portal = Portal(binary)
        self.other = os.path.join(self.portal.folder.name, "Catalogue")
        shutil.copytree(os.path.join(ROOT, "Resources/Catalogue"), self.other)
        path = os.path.join(self.other, "measures.csv")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        # Words that stand in titles and in nothing that is a name for programs.
        changed = text.replace("Percentage of", "Share of").replace("Number of", "Count of")
        with open(path, "w", encoding="utf-8") as file:
            file.write(changed)
        self.state = self.seen()
        self.states = {0: self.state}
        began = time.monotonic()
        self.portal.command(*self.words(1))
        self.took = time.monotonic() - began
        self.states[1] = self.seen()
        self.portal.command(*self.words(0))
        if self.states[0] == self.states[1] or self.seen() != self.states[0]:
            raise Failure("the two catalogues are alike, or do not replace each other")
        self.turn = 0

    def words(self, turn):
        return ["load"] + (["--catalogue", self.other] if turn else [])

    def seen(self):
        """What a load leaves, without the numbers of rows."""
        return [self.portal.ask(sql) for sql in (
            "SELECT digest FROM load",
            "SELECT code, title, slug, position FROM measure ORDER BY code",
            "SELECT count(*), sum(figure.value), sum(line_id IS NULL) FROM figure",
            "SELECT count(*) FROM true_figure",
            "SELECT count(*), sum(length(title)) FROM search_entry",
        )]

    def trail(self):
        return self.portal.ask("SELECT count(*) FROM audit_entry WHERE action LIKE '%load%'")[0][0]

    def once(self):
        wanted = 1 - self.turn
        before, lines = self.seen(), self.trail()
        process = subprocess.Popen(
            [self.portal.binary, *self.words(wanted), *self.portal.place],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(self.random.uniform(0, 1.2 * self.took))
        process.kill()
        said, complaint = process.communicate()
        if process.returncode > 0:
            raise Failure(f"a load failed by itself: {complaint.decode()}")
        now = self.seen()
        was_acknowledged = b"Loaded" in said
        if now != self.states[wanted] and (was_acknowledged or now != before):
            raise Failure("a load is half done")
        if now == self.states[wanted]:
            self.turn = wanted
        if self.trail() - lines != (now != before):
            raise Failure("the trail does not tell of the load that was done, or of another")
        Person(self.portal, "a reader").get("/scorecards")
        self.portal.check()
        return was_acknowledged

    def run(self, kills):
        self.portal.start()
        try:
            return sum(self.once() for _ in range(kills))
        finally:
            self.portal.kill()


class LongLoading:
    """One long file, loaded into a database of its own."""

    def __init__(self, binary, seed):
        self.random = random.Random(seed)
        self.portal = Portal(binary)
        self.file = os.path.join(self.portal.folder.name, "figures.csv.gz")
        with gzip.open(LONG, "rt", encoding="utf-8") as whole, \
                gzip.open(self.file, "wt", encoding="utf-8", compresslevel=1) as part:
            part.writelines(itertools.islice(whole, ROWS + 1))
        self.kept = os.path.join(self.portal.folder.name, "kept.sqlite")
        shutil.copy(self.portal.database, self.kept)
        self.before = self.seen()
        began = time.monotonic()
        self.portal.command("load", "--figures", self.file)
        self.took = time.monotonic() - began
        self.after = self.seen()
        if self.after == self.before:
            raise Failure("the long file brought nothing")

    def seen(self):
        connection = sqlite3.connect(self.portal.database, timeout=20)
        try:
            names = [name for name, in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%figure%'"
                " ORDER BY 1")]
            return [(name, *connection.execute(f'SELECT count(*) FROM "{name}"').fetchone())
                    for name in names]
        finally:
            connection.close()

    def once(self):
        for path in glob.glob(self.portal.database + "*"):
            os.remove(path)
        shutil.copy(self.kept, self.portal.database)
        process = subprocess.Popen(
            [self.portal.binary, "load", "--figures", self.file, *self.portal.place],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(self.random.uniform(0, 1.05 * self.took))
        process.kill()
        code = process.wait()
        now = self.seen()
        if now != self.after and (code == 0 or now != self.before):
            raise Failure(f"a load of a long file is half done: {now}")
        self.portal.check()
        return now == self.after


def run(binary, number, seed):
    long = max(1, number // 5) if os.path.exists(LONG) else 0
    short = number - long
    saved = Loading(binary, seed).run(short)
    lines = [("killed: catalogues being loaded", short, saved, "", "whole or not at all")]
    what = "killed: one long file of figures being loaded"
    if long:
        loading = LongLoading(binary, seed)
        saved = sum(loading.once() for _ in range(long))
        return [*lines, (what, long, saved, "", f"whole or not at all, of {ROWS} rows")]
    return [*lines, (what, "", "", "", f"SKIPPED: {LONG} is not here")]
