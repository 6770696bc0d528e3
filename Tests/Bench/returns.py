#!/usr/bin/env python3
"""Makes what returns are measured with, and measures them. Standard library only.

    returns.py files FOLDER               500 measures with 4 groups each, as `portal load` reads
    returns.py fill portal.sqlite         a return of 60 of them, and a round of 25,000 figures
                                          that are approved
    returns.py measure URL PID ACCESS     signs in as `bench` and `lead`, fills in and saves the
                                          return, and publishes the round; ACCESS is the access log
"""
import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import time

from upload import PASSWORD, Browser, peak, used

MEASURES, GROUPS, QUARTERS, IN_RETURN = 500, 4, 50, 60
# The last quarter is that of the return; those before have been published by others, too.
LAST, PUBLISHED = 2026 * 4 + 1, 12
TIMES = 15


def name(quarter):
    year = quarter // 4
    return f"{year}-{(year + 1) % 100:02d}-Q{quarter % 4 + 1}"


def dates(quarter):
    year, month = quarter // 4 + quarter % 4 // 3, (quarter % 4 * 3 + 3) % 12 + 1
    return f"{year}-{month:02d}-01", f"{year}-{month + 2:02d}-28"


def history(measure, group, quarter):
    """A figure that has moved so far before that no other such move is unusual."""
    return 75 + (measure + group + quarter) % 3 * 5


def files(folder):
    small = f"{folder}/small.sqlite"
    database = sqlite3.connect(small)
    run = database.execute
    run("CREATE TABLE strategy (id, slug, title)")
    run("CREATE TABLE ambition (id, strategy_id, position, title)")
    run("CREATE TABLE measure (id, ambition_id, code, title, unit, polarity, decimals)")
    run("CREATE TABLE period (id, label, starts, ends)")
    run("CREATE TABLE target (measure_id, period_id, value, amber_tolerance)")
    run("CREATE TABLE observation (measure_id, period_id, breakdown_id, value, status, note)")
    run("INSERT INTO strategy VALUES (1, 'bench', 'Bench strategy')")
    parts = (MEASURES + IN_RETURN - 1) // IN_RETURN
    for part in range(parts):
        run("INSERT INTO ambition VALUES (?, 1, ?, ?)", (part, part + 1, f"Part {part}"))
    quarters = range(LAST - PUBLISHED, LAST)
    for quarter in quarters:
        run("INSERT INTO period VALUES (?, ?, ?, ?)", (quarter, name(quarter), *dates(quarter)))
    run("INSERT INTO period VALUES (0, 'All', '2010-04-01', '2030-03-31')")
    for number in range(MEASURES):
        run("INSERT INTO measure VALUES (?, ?, ?, ?, '%', 'higher', 1)",
            (number, number // IN_RETURN, f"BENCH-{number:03d}", f"Bench measure {number:03d}"))
        run("INSERT INTO target VALUES (?, 0, 50, 5)", (number,))
        for group in range(GROUPS + 1):
            for quarter in quarters:
                run("INSERT INTO observation VALUES (?, ?, ?, ?, 'final', NULL)",
                    (number, quarter, group + 1, history(number, group, quarter)))
    database.commit()
    here = os.path.dirname(os.path.abspath(__file__))
    subprocess.run([sys.executable, f"{here}/catalogue.py", small, folder], check=True)
    measures = f"{folder}/Catalogue/measures.csv"
    with open(measures, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        row["numerator"] = f"Children counted at the top of {number}"
        row["denominator"] = f"Children in all of {number}"
        row["breakdowns"] = "; ".join(f"Group {group + 2}" for group in range(GROUPS))
        row["small_number_threshold"], row["small_number_rounding"] = 5, "none"
    with open(measures, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with open(f"{folder}/Catalogue/collected_groups.csv", "w", encoding="utf-8") as file:
        file.write("measure,breakdown\n")
        for row in rows:
            for group in range(GROUPS):
                file.write(f"{row['code']},Group {group + 2}\n")


def fill(path):
    database = sqlite3.connect(path)
    run = database.execute
    run("UPDATE person SET must_change_password = 0")
    people = dict(run("SELECT user_name, id FROM person").fetchall())
    officer, lead = people["bench"], people["lead"]

    def open_round(quarter):
        run("""INSERT INTO collection_round (period, opens_on, closes_on, opened_by, opened_at)
               VALUES (?, ?, 30000, ?, 0)""", (name(quarter), 15000 + quarter % 100, lead))
        return run("SELECT last_insert_rowid()").fetchone()[0]

    def add_return(round_, part):
        run("INSERT INTO figure_return (round_id, slug, title, position) VALUES (?, ?, ?, ?)",
            (round_, f"part-{part}", f"Part {part}", part))
        return run("SELECT last_insert_rowid()").fetchone()[0]

    return_ = add_return(open_round(LAST), 0)
    for number in range(IN_RETURN):
        run("""INSERT INTO return_entry (return_id, position, measure, period, due_on)
               VALUES (?, ?, ?, ?, 30000)""",
            (return_, number, f"BENCH-{number:03d}", name(LAST)))
    round_ = open_round(LAST - 1)
    for number in range(MEASURES):
        if number % IN_RETURN == 0:
            return_ = add_return(round_, number // IN_RETURN)
        for quarter in range(LAST - QUARTERS, LAST):
            content = {"d": "2,000", "figure": "final", "comment": "As in the quarter before",
                       "n": f"{20 * history(number, 0, quarter):,}"}
            for group in range(1, GROUPS + 1):
                content[f"d/Group {group + 1}"] = "400"
                content[f"n/Group {group + 1}"] = f"{4 * history(number, group, quarter)}"
            text = json.dumps(content, sort_keys=True, separators=(",", ":"))
            run("""INSERT INTO return_entry
                       (return_id, position, measure, period, due_on, state, content, readiness,
                        revision, changed_by, changed_at, submitted_by, submitted_at, approved_by,
                        approved_at)
                   VALUES (?, ?, ?, ?, 30000, 'approved', ?, 'ready', 1, ?, 0, ?, 0, ?, 0)""",
                (return_, number * 100 + quarter - LAST + QUARTERS, f"BENCH-{number:03d}",
                 name(quarter), text, officer, officer, lead))
            run("""INSERT INTO return_entry_version
                   VALUES (last_insert_rowid(), 1, ?, 'typed', ?, 0)""", (text, officer))
    database.commit()


class Log:
    """The access log, for the time that the server itself took."""

    def __init__(self, path):
        self.path, self.seen = path, 0

    def rest(self):
        """What was answered since the last time: method and path, status, milliseconds."""
        # It is written a moment after the answer is sent.
        time.sleep(0.5)
        with open(self.path, encoding="utf-8") as file:
            lines = file.readlines()
        fresh, self.seen = lines[self.seen:], len(lines)
        return [
            (f"{method} {target}", int(status), int(us) / 1000) for method, target, status, us in
            (re.search(r'method=(\S+) target="([^"]*)" status=(\d+).* us=(\d+)', line).groups()
             for line in fresh)]


def sign_in(url, user):
    browser = Browser(url)
    fields = browser.form("/sign-in")
    page = browser.post("/sign-in", {**fields, "name": user, "password": PASSWORD})
    assert "sign-in" not in page, page
    return browser


def controls(browser, path):
    """The fields of the grid's form as they stand."""
    page = browser.get(path)
    form = page[page.index("<form", page.index("<main")):]
    fields = browser.form(path)
    for control in re.findall(r'<input [^>]*type="text"[^>]*>', form):
        fields[re.search(r' name="([^"]*)"', control)[1]] = (
            re.search(r' value="([^"]*)"', control)[1])
    for tag, inner in re.findall(r'<textarea ([^>]*)>\n?(.*?)</textarea>', form, re.S):
        fields[re.search(r'name="([^"]*)"', tag)[1]] = inner
    for field, inner in re.findall(r'<select [^>]*name="([^"]*)"[^>]*>(.*?)</select>', form):
        chosen = re.search(r'value="([^"]*)" selected', inner)
        fields[field] = chosen[1] if chosen else ""
    fields.pop("pasted", None)
    return fields


def typed(fields, kind, change=0):
    """All boxes filled in, in one of three ways."""
    for field in fields:
        place = re.match(r"e(\d+)-(n|d|figure|comment|action|who|by)(-g\d+)?$", field)
        if place is None:
            continue
        box, group = place[2], place[3]
        if kind == "wrong":
            fields[field] = {"n": f"about {change}", "d": "1.5e9 children"}.get(box, "x" * 700)
            continue
        if box == "n":
            fields[field] = str((50 if group else 200) + change)
        elif box == "d":
            fields[field] = "400" if group else "2,000"
        elif box == "figure":
            fields[field] = "final"
        elif kind == "told":
            fields[field] = "31 March 2027" if box == "by" else f"Said of it, {change} times over"
    return fields


def measure_page(browser, log, pid, path, what):
    log.rest()
    before = used(pid)
    for _ in range(TIMES):
        page = browser.get(path)
    spent = (used(pid) - before) / TIMES * 1000
    times = sorted(ms for _, status, ms in log.rest() if status == 200)
    print(f"{what}: {times[0]:.1f} ms at best, {times[len(times) // 2]:.1f} ms in the middle, "
          f"{spent:.1f} ms of processor, {len(page) >> 10} KB, "
          f"{page.count('<input ')} inputs, {page.count('grid-none')} rows of groups")


def measure_save(browser, log, path, fields, what, do="check"):
    log.rest()
    browser.post(path, {**fields, "do": do})
    (ms, status), = [(ms, status) for line, status, ms in log.rest() if line.startswith("POST")]
    print(f"{what}: {ms:.1f} ms (status {status})")


def measure(url, pid, access):
    log = Log(access)
    browser = sign_in(url, "bench")
    path = re.search(r'href="(/returns/\d+)"', browser.get("/returns"))[1]
    print(f"The return of {IN_RETURN} measures with {GROUPS} groups beside the whole, {path}")
    measure_page(browser, log, pid, path, "  opens while it is blank")
    fields = typed(controls(browser, path), "wrong")
    measure_save(browser, log, path, fields, "  saves what cannot be read")
    measure_page(browser, log, pid, path + "?saved=check", "  opens with every box refused")
    fields = typed(controls(browser, path), "told")
    measure_save(browser, log, path, fields, "  saves all figures")
    measure_page(browser, log, pid, path + "?saved=check", "  opens with all doubted")
    fields = typed(controls(browser, path), "told", 1)
    measure_save(browser, log, path, fields, "  saves all figures and words")
    measure_page(browser, log, pid, path + "?saved=check", "  opens filled and checked")
    measure_page(browser, log, pid, path + "?saved=check&order=columns", "  opens by columns")
    fields = typed(controls(browser, path), "told", 2)
    measure_save(browser, log, path, fields, "  saves again", "draft")
    for other in ["/returns", path + "/check", path + "/history"]:
        measure_page(browser, log, pid, other, f"  {other}")
    print(f"  peak {peak(pid)} MB")

    lead = sign_in(url, "lead")
    public = Browser(url)
    score = "/scorecards/bench"
    measure_page(public, log, pid, score, "A scorecard before the publication")
    rounds = lead.get("/rounds")
    for round_ in sorted(set(re.findall(r'href="(/rounds/\d+)"', rounds))):
        measure_page(lead, log, pid, round_, round_)
        ask = f"{round_}/publish"
        log.rest()
        fields = lead.form(ask)
        if "mark" not in fields:
            continue
        print(f"{ask} asks: {log.rest()[0][2]:.0f} ms; peak {peak(pid)} MB")
        before = used(pid)
        page = lead.post(ask, fields)
        print(f"  publishes: {log.rest()[0][2]:.0f} ms, {used(pid) - before:.2f} s of processor "
              f"({page}); peak {peak(pid)} MB")
    measure_page(public, log, pid, score, "A scorecard after the publication")
    measure_page(browser, log, pid, path + "?saved=check", "The return with 50 quarters before it")


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    {"files": files, "fill": fill, "measure": measure}[command](*arguments)
