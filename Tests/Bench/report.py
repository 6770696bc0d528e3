#!/usr/bin/env python3
"""Makes a report of 150 measures, and measures it. Standard library only.

    report.py fill portal.sqlite                    measures that stand on scorecards twice over,
                                                    with targets, words and actions, and drafts
    report.py measure URL PID ACCESS portal.sqlite  signs in as `bench` and `lead`, looks at the
                                                    drafts and freezes them; ACCESS is the log
"""
import json
import re
import sqlite3
import sys
import time

from returns import Log, sign_in
from upload import Browser, peak, used

# The last report is never frozen.
MEASURES, REPORTS, PREVIEWS = 150, 4, 20
# The quarter that is reported, and its last day.
QUARTER, END = "2026-27-Q2", 20726
SCORECARDS = "SELECT count(DISTINCT measure_id) FROM placement"


def columns(database, table, without=()):
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")
            if row[1] not in without]


def copy(database, measure, number):
    """A measure more, that has the series and stands in the places of another."""
    run = database.execute
    new = run("SELECT max(id) + 1 FROM measure").fetchone()[0]
    rest = columns(database, "measure", ("id", "code", "slug", "title"))
    run(f"""INSERT INTO measure (id, code, slug, title, {', '.join(rest)})
            SELECT ?, code || '-{number}', slug || '-{number}', title || ', again', {', '.join(rest)}
            FROM measure WHERE id = ?""", (new, measure))
    for table in ("measure_series", "measure_breakdown"):
        rest = ", ".join(columns(database, table, ("measure_id",)))
        run(f"""INSERT INTO {table} (measure_id, {rest}) SELECT ?, {rest} FROM {table}
                WHERE measure_id = ?""", (new, measure))
    run("""INSERT INTO placement (strategy_id, position, measure_id, objective_id, heading, note)
           SELECT strategy_id, position + 10000 * ?, ?, objective_id, heading, note
           FROM placement WHERE measure_id = ?""", (number, new, measure))


def add_words(database):
    """A target, an owner, what is said, done and expected of each measure with figures."""
    run = database.execute
    rows = run("""
        SELECT measure.id, measure.polarity, figure.period, figure.value, max(figure.ends_on)
        FROM measure
        JOIN measure_series ON measure_series.measure_id = measure.id
            AND measure_series.role = 'headline'
        JOIN figure ON figure.line_id = measure_series.local_line_id
        WHERE figure.value > 0
        GROUP BY measure.id ORDER BY measure.id""").fetchall()
    for place, (measure, polarity, period, value, _) in enumerate(rows):
        run("DELETE FROM target WHERE measure_id = ?", (measure,))
        kind = "at-most" if polarity == "low" else "at-least"
        part = (1.0, 1.02, 1.2)[place % 3]
        aim = int(value / part if kind == "at-most" else value * part)
        run("""INSERT INTO target (measure_id, kind, value, tolerance, tolerance_kind, scope,
                   position) VALUES (?, ?, ?, 5, 'relative', 'local', 0)""",
            (measure, kind, aim))
        run("""INSERT OR IGNORE INTO commentary (measure_id, period, what_happened, why,
                   what_we_are_doing, author_role, published_on)
               VALUES (?, ?, 'More children came than were expected, and they waited longer.',
                   'Two teams were short of people in the summer.',
                   'Both have been filled, and the oldest cases are looked at first.',
                   'Head of service', ?)""", (measure, period, END))
        run("""INSERT INTO action (measure_id, what, owner_role, due_on, progress, state,
                   updated_on)
               VALUES (?, ?, 'Head of service', ?, 'Two of three are appointed.', 'under-way', ?)
            """, (measure, f"Appoint three more people for {place}", END + 90, END))
    run("UPDATE measure SET service = 'Children’s services', owner_role = 'Head of service'")


def content(slugs, board):
    """Everything that a report can have."""
    shown = ["code", "good-is", "unit", "two-years-before", "year-before", "quarters", "latest",
             "dates", "flag", "target", "status", "change", "trend", "country", "region",
             "neighbours", "forecast", "comment", "action", "definition"]
    texts = {
        "board": board, "scorecards": "\n".join(slugs), "columns": "\n".join(shown),
        "title": "A report that is measured", "touch": "full",
        "overview": "We looked at every measure this half year.\n" * 8,
        "overview-by": "Portfolio holder", "headlines": "One\nTwo\nThree", "finance": "On budget.",
        "meeting": "3 December 2026", "report-of": "Director of children’s services",
    }
    planned = {"revenue": "budget", "savings": "target", "grant": "allocation",
               "capital": "budget"}
    for table, column in planned.items():
        for row in range(1, 13):
            texts[f"{table}-{row}-heading"] = f"Heading {row} of {table}"
            texts[f"{table}-{row}-{column}"] = f"{1000 * row}"
            texts[f"{table}-{row}-forecast"] = f"{1010 * row}"
    return json.dumps(texts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def fill(path):
    database = sqlite3.connect(path)
    run = database.execute
    run("UPDATE person SET must_change_password = 0")
    bench, = run("SELECT id FROM person WHERE user_name = 'bench'").fetchone()
    drawn = [row[0] for row in run("""
        SELECT DISTINCT measure_id FROM placement
        WHERE measure_id IN (SELECT measure_id FROM measure_series WHERE role = 'headline')
        ORDER BY measure_id""")]
    number = 0
    while run(SCORECARDS).fetchone()[0] < MEASURES:
        copy(database, drawn[number % len(drawn)], number // len(drawn) + 2)
        number += 1
    add_words(database)
    slugs = [row[0] for row in run("SELECT slug FROM scorecard ORDER BY position")]
    board, = run("SELECT slug FROM board ORDER BY role LIKE '%(PPRR)%' DESC, position").fetchone()
    text = content(slugs, board)
    for report in range(REPORTS):
        run("""INSERT INTO edition (slug, portfolio, kind, period, created_by, created_at)
               VALUES (?, ?, 'mid-year', ?, ?, 0)""",
            (f"bench-{report}", f"Bench {report}", QUARTER, bench))
        edition = run("SELECT last_insert_rowid()").fetchone()[0]
        run("""INSERT INTO edition_version (edition_id, number, content, revision, changed_by,
                   changed_at) VALUES (?, 1, ?, 1, ?, 0)""", (edition, text, bench))
        run("INSERT INTO edition_revision VALUES (last_insert_rowid(), 1, ?, ?, 0)", (text, bench))
    database.commit()


def share(pid):
    """The memory that is this process's own share, in kilobytes."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as rollup:
        return int(re.search(r"^Pss:\s+(\d+)", rollup.read(), re.M).group(1))


def preview(browser, log, pid, path, what, times=10):
    page = browser.get(path)
    log.rest()
    before = used(pid)
    for _ in range(times):
        page = browser.get(path)
    spent = (used(pid) - before) / times * 1000
    took = sorted(ms for line, status, ms in log.rest() if status == 200 and path in line)
    print(f"{what}: {took[0]:.0f} ms at best, {took[len(took) // 2]:.0f} ms in the middle, "
          f"{spent:.0f} ms of processor, {len(page.encode()) / 1000:.0f} KB")


def freeze(bench, lead, log, pid, slug, database):
    bench.post(f"/reports/{slug}/submission", {
        **bench.form(f"/reports/{slug}/submission"), "act": "submit"})
    fields = lead.form(f"/reports/{slug}/approval")
    log.rest()
    before = used(pid)
    lead.post(f"/reports/{slug}/approval", {**fields, "act": "approve"})
    ms, = [ms for line, _, ms in log.rest() if line.startswith("POST")]
    sizes = sqlite3.connect(database).execute("""
        SELECT audience, length(bytes),
               (SELECT count(*) FROM edition_fact AS fact
                WHERE fact.version_id = document.version_id AND fact.audience = document.audience)
        FROM edition_document AS document
        WHERE version_id = (SELECT max(version_id) FROM edition_document)""").fetchall()
    if not sizes:
        raise SystemExit("nothing was frozen")
    told = ", ".join(f"{audience} {size / 1000:.0f} KB and {facts} values"
                     for audience, size, facts in sizes)
    print(f"  freezes both files in {ms:.0f} ms, {used(pid) - before:.2f} s of processor ({told})")


def measure(url, pid, access, database):
    log = Log(access)
    bench, lead = sign_in(url, "bench"), sign_in(url, "lead")
    count, = sqlite3.connect(database).execute(SCORECARDS).fetchone()
    print(f"A report of {count} measures")
    draft = "/reports/bench-0/draft"
    preview(bench, log, pid, f"{draft}/preview", "  everyone's file")
    preview(bench, log, pid, f"{draft}/preview/officers", "  officers' file")
    preview(bench, log, pid, draft, "  the page of the draft")
    before = share(pid)
    for report in range(REPORTS - 1):
        freeze(bench, lead, log, pid, f"bench-{report}", database)
    preview(Browser(url), log, pid, "/reports/bench-0/1.0", "  a frozen file")
    shares = [before, share(pid)]
    for _ in range(3):
        for _ in range(PREVIEWS):
            bench.get(f"/reports/bench-{REPORTS - 1}/draft/preview")
        shares.append(share(pid))
    told = ", ".join(f"{kilobytes / 1024:.1f}" for kilobytes in shares)
    print(f"  share of memory in MB before and after freezing {REPORTS - 1}, and then after each "
          f"{PREVIEWS} files drawn: {told}; peak {peak(pid)} MB")


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    {"fill": fill, "measure": measure}[command](*arguments)
