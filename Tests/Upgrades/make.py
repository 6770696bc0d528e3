"""A small database with something in every table, made through the portal's own commands and forms.

Usage: make.py BINARY NAME

It is a demonstration with a few figures of one area and its country, the first of its reports,
and what people do on the day after. Beside it NAME.txt tells what later programs must find in it.
"""

import base64
import csv
import gzip
import hmac
import io
import os
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "Tests/Faults"))

from portal import Failure, Person, Portal  # noqa: E402

PASSWORD = "a rather long secret for everybody"
AREAS = ("E08000007", "E92000001")
SINCE = "2022"
SYNONYMS = 40
# What is filled only by chance, by mail, or where files have rows.
MAY_BE_EMPTY = {
    "reminder", "held_form", "sign_in_failure", "series_break", "statement", "objective_statement",
    "superseded_figure", "sqlite_stat1", "sqlite_stat4", "measure_breakdown", "recovery_code",
    "theme", "objective_theme", "board_report", "distribution", "partition", "neighbour",
}


class Demonstration(Portal):
    """A portal over a demonstration whose figures are cut."""

    def __init__(self, binary):
        super().__init__(binary, today="2026-11-21")

    def command(self, *words, said=""):
        if words == ("load",):
            root = os.path.join(self.folder.name, "root")
            cut(root)
            words = ("demo",)
            done = subprocess.run(
                [self.binary, "demo", "--root", root, "--database", self.database,
                 "--settings", self.settings], capture_output=True, text=True, check=False)
            if done.returncode:
                raise Failure(f"portal demo: {done.stderr.strip()}")
            return done.stdout
        return super().command(*words, said=said)


def cut(root):
    """The project with few figures and one report, in a folder of its own."""
    os.makedirs(os.path.join(root, "Resources"))
    for name in ("Templates", "Public"):
        os.symlink(os.path.join(ROOT, name), os.path.join(root, name))
    for name in os.listdir(os.path.join(ROOT, "Resources")):
        path = os.path.join(ROOT, "Resources", name)
        if name in ("Figures", "Demonstration", "Catalogue"):
            shutil.copytree(path, os.path.join(root, "Resources", name))
        else:
            os.symlink(path, os.path.join(root, "Resources", name))
    figures = os.path.join(root, "Resources/Figures")
    for name in os.listdir(figures):
        keep(os.path.join(figures, name), lambda row: row.get("area", AREAS[0]) in AREAS
             and row.get("period", SINCE) >= SINCE)
    left = iter(range(SYNONYMS))
    keep(os.path.join(root, "Resources/Catalogue/synonyms.csv"),
         lambda row: next(left, None) is not None)
    first = None

    def is_first(row):
        nonlocal first
        first = first or row["report"]
        return row["report"] == first
    for name in ("reports.csv", "comments.csv"):
        keep(os.path.join(root, "Resources/Demonstration", name), is_first)


def keep(path, is_kept):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        kept = [row for row in rows if is_kept(row)]
        columns = rows.fieldnames
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)


def code(key):
    """The code of an authenticator app now (RFC 6238)."""
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), "sha1").digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place:place + 4])[0] & 0x7fffffff
    return f"{number % 1_000_000:06}"


def sign_in(portal, name):
    printed = portal.command("user", "reset", "--user-name", name)
    person = Person(portal, name)
    person.take_link(re.search(r"(/link/[\w-]+)", printed).group(1), PASSWORD)
    return person


def add_second_factor(person):
    path = "/account/second-factor/set-up"
    _, location, _ = person.ask(path)
    key = re.sub(r"\s", "", re.search(
        r'class="secret">([^<]+)<', person.get(location)).group(1))
    codes = person.post(
        path, {"code": code(base64.b32decode(key))}, location)
    person.ask(codes)


def send_file(person, portal, round_id):
    """Sends a file with some figures of a return, and has it taken in."""
    number, = portal.ask(
        "SELECT return_id FROM return_entry JOIN figure_return ON figure_return.id = return_id"
        " WHERE round_id = ? GROUP BY 1 ORDER BY count(*) DESC LIMIT 1", round_id)[0]
    _, _, text = person.ask(f"/returns/template?format=csv&return={number}")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    place = rows[0].index("Value")
    for row in rows[1:]:
        row[place] = "12"
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    location = person.post_file(
        "/uploads/new", {}, "file", "figures.csv", out.getvalue().encode())
    upload = int(re.search(r"/uploads/(\d+)", location).group(1))
    await_state(portal, upload, "previewed")
    person.post(f"/uploads/{upload}", {"leave_out": "yes"})
    await_state(portal, upload, "applied")


def await_state(portal, upload, state):
    for _ in range(300):
        (found, problem), = portal.ask("SELECT state, problem FROM upload WHERE id = ?", upload)
        if found == state:
            return
        time.sleep(0.05)
    raise Failure(f"the file is {found}: {problem}")


def work(portal):
    """What people do on the day after."""
    lead, officer = sign_in(portal, "demonstration-lead"), sign_in(
        portal, "demonstration-officer")
    if not lead.post("/rounds/new", {}):
        raise Failure("no round could be opened")
    round_id, = portal.ask("SELECT max(id) FROM collection_round")[0]
    send_file(officer, portal, round_id)
    # Answered with the address, which is shown once.
    path = "/returns/calendar"
    officer.ask(path, urllib.parse.urlencode(officer.form(path) + [("do", "make")]).encode())
    location = lead.post("/reports/new", {
        "portfolio": "Another portfolio", "kind": "mid-year", "start": "full"})
    lead.post(f"/reports/{location.split('/')[2]}/draft/words", {"overview": "Still being written."})
    add_second_factor(officer)
    portal.add_person("somebody", "reader")
    portal.command("user", "disable", "--user-name", "somebody", "--reason", "Left")


def seen(portal):
    """What later programs must find, a line each."""
    number, head = portal.ask("SELECT number, hash FROM audit_head")[0]
    yield f"migrations {portal.ask('SELECT count(*) FROM schema_migration')[0][0]}"
    yield f"trail {number} {head}"
    for slug, version, fingerprint in portal.ask(
            "SELECT edition.slug, '1.' || (number - 1), fingerprint FROM edition_document"
            " JOIN edition_version ON edition_version.id = version_id"
            " JOIN edition ON edition.id = edition_id WHERE audience = 'everyone'"):
        yield f"report /reports/{slug}/{version} {fingerprint}"
    for slug, period, decimals, *numbers in portal.ask(
            "SELECT measure.slug, published.period, measure.decimals, published.value,"
            " published.numerator, published.denominator"
            " FROM published_entry_figure AS published"
            " JOIN measure ON measure.code = published.measure"
            " JOIN series ON series.code = 'return/' || published.measure"
            " JOIN line ON line.series_id = series.id"
            " JOIN figure ON figure.line_id = line.id AND figure.period = published.period"
            "     AND figure.value = published.value"
            " WHERE published.value % 100000000 <> 0 AND published.breakdown = ''"
            "     AND published.numerator IS NOT NULL"
            " ORDER BY published.ends_on DESC, published.measure LIMIT 3"):
        value, top, bottom = (number / 1e8 for number in numbers)
        # As the file of the measure's page has it.
        yield f"figure {slug} {period} {value:.{decimals}f},{top:g},{bottom:g}"


def main():
    binary, name = sys.argv[1:3]
    target = os.path.join(HERE, name + ".sqlite.gz")
    if os.path.exists(target):
        raise SystemExit(f"{target} is there already, and never changes")
    portal = Demonstration(binary)
    portal.start()
    try:
        work(portal)
    finally:
        portal.stop()
    small = os.path.join(portal.folder.name, "small.sqlite")
    portal.change("DELETE FROM sign_in_failure")
    connection = sqlite3.connect(portal.database)
    connection.execute("VACUUM INTO ?", (small,))
    empty = {table for table, in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%'")
        if not connection.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}")').fetchone()[0]}
    if empty - MAY_BE_EMPTY:
        raise SystemExit(f"nothing is in {', '.join(sorted(empty - MAY_BE_EMPTY))}")
    lines = list(seen(portal))
    with open(small, "rb") as file, open(target, "wb") as out:
        with gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
            packed.write(file.read())
    with open(os.path.join(HERE, name + ".txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    print(f"{target}: {os.path.getsize(target)} bytes; nothing in {', '.join(sorted(empty))}")


if __name__ == "__main__":
    main()
