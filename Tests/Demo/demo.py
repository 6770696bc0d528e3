"""Looks over a demonstration: demo.py BINARY DATABASE REPORT.html SETTINGS"""

import os
import re
import sqlite3
import subprocess
import sys
import tempfile

binary, database, report, settings = sys.argv[1:]
faults = []


def expect(is_so, words):
    if not is_so:
        faults.append(words)


def portal(*arguments):
    done = subprocess.run([binary, *arguments], capture_output=True, text=True)
    return done.returncode, (done.stdout + done.stderr).strip()


def look_at_rounds(rows):
    expect(rows("SELECT count(*) FROM collection_round") == 2, "two rounds")
    expect(rows("SELECT count(*) FROM return_entry WHERE state = 'published'") == 45,
           "45 published figures")
    expect(rows("SELECT count(*) FROM return_entry WHERE state <> 'published'") == 1,
           "one figure that is owed")
    expect(rows("""SELECT count(*) FROM published_figure AS figure
                   JOIN line ON line.id = figure.line_id
                   JOIN series ON series.id = line.series_id
                   WHERE series.code LIKE 'return/%' AND figure.status = 'revised'""") == 1,
           "one revised figure")
    expect(rows("""SELECT count(*) FROM return_entry_event AS sent
                   JOIN return_entry_event AS agreed ON agreed.entry_id = sent.entry_id
                   WHERE sent.event = 'submitted' AND agreed.event = 'approved'
                       AND sent.person_id = agreed.person_id""") == 0,
           "nobody approves what they entered")
    expect(rows("""SELECT count(*) FROM (SELECT 1 FROM action WHERE measure_id IS NOT NULL
                   GROUP BY measure_id, what HAVING count(*) > 1)""") == 0,
           "no action is there twice")


def look_at_reports(rows):
    expect(rows("SELECT count(*) FROM edition_version WHERE state = 'frozen'") == 2,
           "two frozen reports")
    expect(rows("SELECT count(*) FROM edition_version WHERE state <> 'frozen'") == 0,
           "no report is in work")
    expect(rows("SELECT count(*) FROM committee_comment") == 2, "two comments")
    expect(rows("SELECT count(*) FROM committee_comment WHERE answer IS NOT NULL") == 1,
           "one comment is answered")
    words = rows("SELECT words FROM demonstration")
    for (content,) in connection.execute("SELECT bytes FROM edition_document"):
        page = content.decode()
        # Once above the text, and once in the margin of every printed page.
        expect(page.count(words) >= 2, "each file has the label, on paper, too")
        expect(not re.search(r"<script|\bsrc=|@import|url\((?!#)", page), "no file needs another")


def look_at_file(path):
    expect(os.path.getsize(path) < 2_000_000, f"{path} is under 2 MB")
    code, words = portal("report", "verify", "--database", database, path)
    expect(code == 0 and words.startswith("whole"), f"{path} is whole: {words}")
    with open(path, "rb") as file, tempfile.TemporaryDirectory() as folder:
        content = bytearray(file.read())
        content[len(content) // 2] ^= 1
        changed = os.path.join(folder, "changed.html")
        with open(changed, "wb") as copy:
            copy.write(content)
        code, words = portal("report", "verify", "--database", database, changed)
        expect(code != 0, f"a changed byte is found: {words}")


connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)


def rows(sql):
    return connection.execute(sql).fetchone()[0]


look_at_rounds(rows)
look_at_reports(rows)
look_at_file(report)
look_at_file(report.removesuffix(".html") + "-officers.html")
code, words = portal("load", "--database", database, "--settings", settings)
expect(code == 0 and "as they were loaded before" in words, f"loading again changes nothing: {words}")
code, words = portal("audit", "verify", "--database", database)
expect(code == 0, f"the trail is whole: {words}")
for fault in faults:
    print(f"demo: it should be so, and is not: {fault}", file=sys.stderr)
sys.exit(1 if faults else 0)
