"""SIGKILL at each call of the system that a restore makes: nothing is lost, and nothing is mixed.

`strace` kills the program as it asks the system for the first, second, third … of each kind of
call that changes a file. Whatever it had done until then, the database is the one from before, or
the one that was restored, and whole; or, of a damaged one alone, there is none and all of it is
beside. To restore once more comes to an end.
"""

import collections
import os
import shutil
import sqlite3
import subprocess
import tempfile
import time

from portal import Failure, Portal

CALLS = ("link", "rename", "unlink", "fsync", "fdatasync", "pwrite64", "ftruncate", "openat",
         "fchmod", "chmod", "close")
# Of calls that it makes hundreds of times, these are tried: the first, and then each so many more.
STEPS = {"pwrite64": 401, "openat": 9, "close": 9}


class Restoring:
    def __init__(self, binary):
        self.portal = Portal(binary)
        self.folder = tempfile.TemporaryDirectory(prefix="portal-restoring-")
        self.backup = os.path.join(self.folder.name, "backup.sqlite")
        self.portal.command("backup", self.backup)
        self.portal.add_person("later", "reader")
        self.outcomes = collections.Counter()

    def prepare(self, kind):
        """A folder with a database in which somebody has been added since the backup."""
        place = os.path.join(self.folder.name, "place")
        shutil.rmtree(place, ignore_errors=True)
        os.mkdir(place)
        database = os.path.join(place, "portal.sqlite")
        shutil.copy(self.portal.database, database)
        if kind == "log":
            # Somebody more, whom only the log has: as a killed portal leaves it.
            copy = os.path.join(place, "copy.sqlite")
            shutil.copy(database, copy)
            connection = sqlite3.connect(copy)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA wal_autocheckpoint = 0")
            connection.execute("UPDATE person SET name = 'Last' WHERE user_name = 'later'")
            connection.commit()
            shutil.copy(copy, database)
            shutil.copy(copy + "-wal", database + "-wal")
            connection.close()
            for ending in ("", "-wal", "-shm"):
                if os.path.exists(copy + ending):
                    os.remove(copy + ending)
        elif kind == "damaged":
            with open(database, "r+b") as file:
                file.write(b"no database, whatever it was")
            with open(database + "-wal", "wb") as file:
                file.write(b"and its log")
        return database

    def command(self, *words, before=()):
        return subprocess.run(
            [*before, self.portal.binary, *words, "--root", os.getcwd(),
             "--settings", self.portal.settings], capture_output=True, text=True, check=False)

    def restore(self, database, call, number):
        """Restores and is killed at the call of that number; whether it was."""
        before = () if not call else (
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
            "-e", f"inject={call}:signal=SIGKILL:when={number}")
        done = self.command("restore", self.backup, "--database", database, before=before)
        if not call and "try again in a second" in done.stderr:
            # The name by which the one before was kept is of this second.
            time.sleep(1)
            return self.restore(database, call, number)
        if done.returncode and not call:
            raise Failure(f"to restore once more: {done.stderr.strip()}")
        return done.returncode != 0

    def who(self, database):
        """Which of the databases this is, by who is in it."""
        connection = sqlite3.connect(database)
        try:
            rows = connection.execute(
                "SELECT name FROM person WHERE user_name = 'later'").fetchall()
            told = connection.execute(
                "SELECT action FROM audit_entry ORDER BY number DESC LIMIT 1").fetchall()
        finally:
            connection.close()
        if rows:
            return "before", rows[0][0]
        return "restored" if told == [("restored the database",)] else "backup", None

    def look(self, kind, database):
        """What there is after a kill."""
        if kind == "damaged":
            return self.look_at_damaged(database)
        # Who opens it first undoes what was half done, as a portal that starts does.
        self.command("user", "list", "--database", database)
        self.check(database)
        which, name = self.who(database)
        if which == "before" and name != ("Last" if kind == "log" else "Later"):
            raise Failure(f"what only the log had is lost: {name}")
        if which == "backup":
            raise Failure("the database was restored, and its trail does not say so")
        if which == "restored" and "before" not in (
                self.who(path)[0] for path in self.kept(database)):
            raise Failure("the database that was there is not kept")
        return which

    def look_at_damaged(self, database):
        everywhere = [database] if os.path.exists(database) else []
        everywhere += self.kept(database)
        for path in everywhere:
            with open(path, "rb") as file:
                if file.read(11) != b"no database":
                    continue
            log = path + "-wal"
            if os.path.exists(log) and open(log, "rb").read() == b"and its log":
                break
        else:
            raise Failure("the damaged database or its log is lost")
        if not os.path.exists(database):
            return "none"
        with open(database, "rb") as file:
            if file.read(11) == b"no database":
                return "before"
        if os.path.exists(database + "-wal") and os.path.getsize(database + "-wal"):
            raise Failure("the log of another database is beside the one that was restored")
        self.check(database)
        return "restored"

    def kept(self, database):
        folder = os.path.dirname(database)
        return [os.path.join(folder, name) for name in os.listdir(folder)
                if name.startswith("portal-until-") and name.endswith(".sqlite")]

    def check(self, database):
        done = self.command("check", "--database", database)
        if done.returncode:
            raise Failure(f"portal check: {done.stderr.strip()}")

    def run(self):
        for kind in ("usual", "log", "damaged"):
            for call in CALLS:
                number = 1
                while self.restore(self.prepare(kind), call, number):
                    database = os.path.join(self.folder.name, "place", "portal.sqlite")
                    try:
                        which = self.look(kind, database)
                        self.restore(database, None, 0)
                        self.check(database)
                        if kind == "damaged":
                            self.look_at_damaged(database)
                    except Failure as failure:
                        raise Failure(f"{kind}, killed at {call} {number}: {failure}") from None
                    self.outcomes[kind, which] += 1
                    number += STEPS.get(call, 1)
        return [(f"a restore of a database ({kind}), killed at a call", count, "", "",
                 f"sound, and the database is: {which}")
                for (kind, which), count in sorted(self.outcomes.items())]


def run(binary, seed):
    if not shutil.which("strace"):
        return [("restores", "", "", "", "SKIPPED: strace is not here")]
    return Restoring(binary).run()
