#!/usr/bin/env python3
"""Measures pages while figures and strategies grow. Standard library only.

    growth.py PORTAL

Databases of 1, 5 and 50 strategies of 60 measures, and the one of 5 with 10 and 100 times its
figures, those of other councils. What a page costs is processor time, which holds while other work
goes on; the ratio is to the database of 5 strategies as it is.
"""
import csv
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from report import content
from returns import dates, history, name, sign_in
from upload import PASSWORD, Browser, peak, used

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MEASURES, GROUPS, QUARTERS = 60, 3, 24
# The quarter that is returned and reported; the last published is the one before.
LAST = 2026 * 4 + 1
SIZES = [(5, 1), (1, 1), (50, 1), (5, 10), (5, 100)]
# Processor seconds that a page is asked for, at least.
ENOUGH = 0.5


def files(folder, strategies):
    """What `portal load` reads: the catalogue and one area's figures."""
    small = f"{folder}/small.sqlite"
    database = sqlite3.connect(small)
    run, many = database.execute, database.executemany
    run("CREATE TABLE strategy (id, slug, title)")
    run("CREATE TABLE ambition (id, strategy_id, position, title)")
    run("CREATE TABLE measure (id, ambition_id, code, title, unit, polarity, decimals)")
    run("CREATE TABLE period (id, label, starts, ends)")
    run("CREATE TABLE target (measure_id, period_id, value, amber_tolerance)")
    run("CREATE TABLE observation (measure_id, period_id, breakdown_id, value, status, note)")
    quarters = range(LAST - QUARTERS, LAST)
    many("INSERT INTO period VALUES (?, ?, ?, ?)",
         ((quarter, name(quarter), *dates(quarter)) for quarter in quarters))
    run("INSERT INTO period VALUES (0, 'All', '2010-04-01', '2030-03-31')")
    for strategy in range(strategies):
        run("INSERT INTO strategy VALUES (?, ?, ?)",
            (strategy, f"strategy-{strategy:03d}", f"Bench strategy {strategy}"))
        for part in range(6):
            run("INSERT INTO ambition VALUES (?, ?, ?, ?)",
                (strategy * 6 + part, strategy, part + 1, f"Part {part}"))
        for place in range(MEASURES):
            number = strategy * MEASURES + place
            run("INSERT INTO measure VALUES (?, ?, ?, ?, '%', 'higher', 1)",
                (number, strategy * 6 + place // 10, f"BENCH-{number:04d}",
                 f"Bench measure {number:04d}"))
            run("INSERT INTO target VALUES (?, 0, 80, 3)", (number,))
            many("INSERT INTO observation VALUES (?, ?, ?, ?, 'final', NULL)",
                 ((number, quarter, group + 1, history(number, group, quarter))
                  for group in range(GROUPS) for quarter in quarters))
    database.commit()
    subprocess.run([sys.executable, f"{ROOT}/Tests/Bench/catalogue.py", small, folder], check=True)
    path = f"{folder}/Catalogue/measures.csv"
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        row["numerator"] = f"Children counted at the top of {number}"
        row["denominator"] = f"Children in all of {number}"
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with open(f"{folder}/Catalogue/boards.csv", "a", encoding="utf-8") as file:
        file.write("bench,Bench committee,,,\n")


def multiply(database, factor):
    """Gives further councils the figures of the first."""
    run = database.execute
    last, = run("SELECT max(id) FROM line").fetchone()
    for copy in range(1, factor):
        run("INSERT INTO area (code, name, kind, position) VALUES (?, ?, 'authority', ?)",
            (f"COPY{copy:03d}", f"Council {copy}", 1000 + copy))
        run("""INSERT INTO line (id, series_id, breakdown_id, area_id)
               SELECT id + ?, series_id, breakdown_id, last_insert_rowid()
               FROM line WHERE id <= ?""", (copy * last, last))
        run("""INSERT INTO figure
               SELECT line_id + ?, ends_on, period, status, value, numerator, denominator, marker,
                      source_id
               FROM figure WHERE line_id <= ?""", (copy * last, last))


def fill(path, factor):
    """People, a return of one strategy's measures and the draft of a report on it."""
    database = sqlite3.connect(path)
    run = database.execute
    multiply(database, factor)
    run("UPDATE person SET must_change_password = 0")
    person, = run("SELECT id FROM person").fetchone()
    run("""INSERT INTO collection_round (period, opens_on, closes_on, opened_by, opened_at)
           VALUES (?, 15000, 30000, ?, 0)""", (name(LAST), person))
    run("INSERT INTO figure_return (round_id, slug, title, position) VALUES (1, 'part', 'Part', 0)")
    for number in range(MEASURES):
        run("""INSERT INTO return_entry (return_id, position, measure, period, due_on)
               VALUES (1, ?, ?, ?, 30000)""", (number, f"BENCH-{number:04d}", name(LAST)))
    run("""INSERT INTO edition (slug, portfolio, kind, period, created_by, created_at)
           VALUES ('bench', 'Bench', 'mid-year', ?, ?, 0)""", (name(LAST), person))
    text = content(["strategy-000"], "bench")
    run("""INSERT INTO edition_version (edition_id, number, content, revision, changed_by,
               changed_at) VALUES (1, 1, ?, 1, ?, 0)""", (text, person))
    run("INSERT INTO edition_revision VALUES (1, 1, ?, ?, 0)", (text, person))
    database.commit()
    figures, = run("SELECT count(*) FROM figure").fetchone()
    database.close()
    return figures


def serve(portal, folder):
    options = ["serve", "--root", ROOT, "--database", f"{folder}/portal.sqlite", "--settings",
               f"{folder}/portal.conf", "--port", "0", "--today", "2026-11-21",
               # What is drawn is measured, not what is kept.
               "--page-cache", "0"]
    process = subprocess.Popen([portal, *options], stdout=subprocess.PIPE, text=True)
    line = process.stdout.readline()
    return process, line.removeprefix("Serving on ").strip()


def cost(browser, pid, path):
    """Milliseconds of processor time that a page takes, and its length in KB."""
    page = browser.get(path)
    before, times = used(pid), 0
    while True:
        for _ in range(10):
            browser.get(path)
        times += 10
        spent = used(pid) - before
        if spent >= ENOUGH:
            return spent / times * 1000, len(page.encode()) / 1000


def measure(portal, strategies, factor):
    """What each page costs over a database of so many strategies and times the figures."""
    with tempfile.TemporaryDirectory(prefix="portal-growth-") as folder:
        files(folder, strategies)
        with open(f"{ROOT}/Resources/Settings/portal.conf", encoding="utf-8") as given, \
                open(f"{folder}/portal.conf", "w", encoding="utf-8") as out:
            out.write(given.read().replace("\nsecond_factor = required",
                                           "\nsecond_factor = optional"))
        own = ["--root", ROOT, "--database", f"{folder}/portal.sqlite", "--settings",
               f"{folder}/portal.conf"]
        subprocess.run([portal, "load", *own, "--catalogue", f"{folder}/Catalogue", "--figures",
                        f"{folder}/Figures"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([portal, "user", "add", *own, "--user-name", "bench", "--name", "Bench",
                        "--email", "bench@example.org", "--role", "officer", "--role", "approver",
                        "--password"],
                       check=True, input=PASSWORD + "\n", text=True, stdout=subprocess.DEVNULL)
        figures = fill(f"{folder}/portal.sqlite", factor)
        process, url = serve(portal, folder)
        try:
            public, member = Browser(url), sign_in(url, "bench")
            grid = re.search(r'href="(/returns/\d+)"', member.get("/returns"))[1]
            pages = {
                "front page": (public, "/"),
                "scorecard": (public, "/scorecards/strategy-000"),
                "measure": (public, "/measures/bench-0000"),
                "search": (public, "/search?q=measure+0042"),
                "list of measures": (public, "/measures"),
                "return grid": (member, grid),
                "report": (member, "/reports/bench/draft/preview"),
            }
            costs = {what: cost(browser, process.pid, path)
                     for what, (browser, path) in pages.items()}
            return figures, costs, peak(process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def main(portal):
    base = None
    for strategies, factor in SIZES:
        begun = time.monotonic()
        figures, costs, memory = measure(portal, strategies, factor)
        base = base or costs
        print(f"{strategies} strategies of {MEASURES} measures, {figures:,} figures "
              f"(peak {memory} MB; {time.monotonic() - begun:.0f} s)", flush=True)
        for what, (spent, size) in costs.items():
            print(f"  {what:<17}{spent:8.2f} ms{size:8.0f} KB{spent / base[what][0]:8.2f} times",
                  flush=True)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
