"""SIGKILL at random moments of migrations: each is applied whole or not at all, and rows stay.

A database is made from the first migrations, with rows in it: those of today's database, as far as
the older schema has a place for them. A portal that brings it up to date is killed after a random
while. Then the schema is that of some number of migrations and nothing between, and the next start
ends where one that nobody disturbed ends.
"""

import glob
import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import time

from portal import ROOT, Failure, Portal

LEDGER = """
CREATE TABLE schema_migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT
"""


def known():
    """The migrations of this program: name and text."""
    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, "Resources/Migrations/*.sql"))):
        with open(path, encoding="utf-8") as file:
            found.append((os.path.basename(path).removesuffix(".sql"), file.read()))
    return found


def make(path, count, rows_of):
    """A database as the first so many migrations leave it, with rows of another one."""
    if os.path.exists(path):
        os.remove(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(LEDGER)
    for number, (name, text) in enumerate(known()[:count], 1):
        connection.executescript(f"BEGIN;\n{text}\n;COMMIT;")
        connection.execute(
            "INSERT INTO schema_migration (number, name, digest) VALUES (?, ?, ?)",
            (number, name, hashlib.sha256(text.encode()).hexdigest()))
    connection.execute("ATTACH ? AS latest", (rows_of,))
    copied = 0
    connection.execute("BEGIN")
    for table in tables(connection, "main"):
        columns = shared(connection, table)
        if not columns or connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone():
            continue
        names = ", ".join(f'"{column}"' for column in columns)
        try:
            copied += connection.execute(
                f'INSERT INTO "{table}" ({names}) SELECT {names} FROM latest."{table}"').rowcount
        except sqlite3.Error:
            # The older schema asks for something that today's rows do not have.
            continue
    connection.execute("COMMIT")
    connection.execute("DETACH latest")
    for table, row, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
        connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return copied if not broken else 0


# What a first start writes of its own: a link that is another each time, and that it was made.
OWN = {"one_time_link", "audit_entry", "audit_head"}


def tables(connection, schema):
    return [name for name, in connection.execute(
        f"SELECT name FROM {schema}.sqlite_schema WHERE type = 'table'"
        " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'"
        " AND name <> 'schema_migration' ORDER BY name")
        if not any(name.startswith(f"{other}_") for other in virtual(connection, schema))]


def virtual(connection, schema):
    return [name for name, in connection.execute(
        f"SELECT name FROM {schema}.sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'")]


def shared(connection, table):
    now = [row[1] for row in connection.execute(f'PRAGMA main.table_info("{table}")')]
    then = [row[1] for row in connection.execute(f'PRAGMA latest.table_info("{table}")')]
    return [column for column in now if column in then]


def schema(path):
    """How many migrations a database has, and all that its schema says."""
    connection = sqlite3.connect(path, timeout=20)
    try:
        count = connection.execute("SELECT count(*) FROM schema_migration").fetchone()[0]
        lines = connection.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
            " AND name <> 'schema_migration' ORDER BY 1, 2").fetchall()
    finally:
        connection.close()
    return count, lines


def content(path):
    """A digest of every row of every table but those that differ from start to start."""
    connection = sqlite3.connect(path, timeout=20)
    digest = hashlib.sha256()
    try:
        for table in tables(connection, "main"):
            rows = [] if table in OWN else connection.execute(f'SELECT * FROM "{table}"')
            for row in sorted(map(repr, rows)):
                digest.update(f"{table} {row}".encode())
    finally:
        connection.close()
    return digest.hexdigest()


class Migrating:
    def __init__(self, binary, seed):
        self.random = random.Random(seed)
        self.portal = Portal(binary)
        self.folder = self.portal.folder.name
        self.latest = os.path.join(self.folder, "latest.sqlite")
        shutil.copy(self.portal.database, self.latest)
        # The schema after each number of migrations, and the older databases that there can be.
        self.schemas = {}
        self.old = {}
        for count in range(1, len(known()) + 1):
            path = os.path.join(self.folder, f"old-{count}.sqlite")
            rows = make(path, count, self.latest)
            number, lines = schema(path)
            self.schemas[number] = lines
            if rows and count < len(known()) and self.learn(count, path):
                self.old[count] = path

    def learn(self, count, path):
        """Where a start that nobody disturbs ends, if rows of today can go that way at all."""
        self.put(path)
        began = time.monotonic()
        try:
            self.portal.start()
        except Failure:
            return False
        self.took = max(time.monotonic() - began, 0.05)
        self.portal.stop()
        self.ends = getattr(self, "ends", {})
        self.ends[count] = content(self.portal.database)
        return True

    def put(self, path):
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(self.portal.database + ending):
                os.remove(self.portal.database + ending)
        shutil.copy(path, self.portal.database)

    def once(self):
        count = self.random.choice(list(self.old))
        self.put(self.old[count])
        with open(self.portal.log, "ab") as log:
            process = subprocess.Popen(
                [self.portal.binary, "serve", *self.portal.place, "--port", "0"],
                stdout=log, stderr=log)
        time.sleep(self.random.uniform(0, self.took))
        process.kill()
        process.wait()
        number, lines = schema(self.portal.database)
        if not count <= number <= len(known()) or lines != self.schemas[number]:
            raise Failure(f"from {count} migrations, {number} are told of, and the schema is another")
        self.portal.start()
        self.portal.stop()
        if content(self.portal.database) != self.ends[count]:
            raise Failure(f"from {count} migrations and {number}, rows are not as they should be")
        # Its rows are those of a later load, so that SQLite alone can judge them.
        self.portal.check_file()
        return count < number < len(known())


def run(binary, number, seed):
    migrating = Migrating(binary, seed)
    if not migrating.old:
        raise Failure("no older database could be made")
    between = sum(migrating.once() for _ in range(number))
    olds = f"{min(migrating.old)} to {max(migrating.old)}"
    return [(f"killed: databases of {olds} migrations being brought up to date", number, "", "",
             f"whole, row by row; {between} were cut off between two migrations")]
