#!/usr/bin/env python3
"""Makes what uploads are measured with, and measures them. Standard library only.

    upload.py fill portal.sqlite          500 measures with 3 groups, due in 50 quarters
    upload.py files FOLDER                the same 100,000 rows as CSV, XLSX and ODS
    upload.py measure URL PID FOLDER      signs in as `bench`, uploads and imports each file
"""
import http.cookiejar
import os
import re
import sqlite3
import sys
import time
import urllib.parse
import urllib.request
import uuid
import zipfile
from xml.sax.saxutils import escape

MEASURES, GROUPS, QUARTERS = 500, 3, 50
PASSWORD = "a long secret for measuring alone"
COLUMNS = ["Measure code", "Measure", "Period", "Group code", "Top number", "Bottom number",
           "Figure is", "Comment"]


def quarters():
    for number in range(QUARTERS):
        year, quarter = 2013 + number // 4, number % 4 + 1
        yield f"{year}-{(year + 1) % 100:02d}-Q{quarter}"


def fill(path):
    database = sqlite3.connect(path)
    run = database.execute
    run("PRAGMA foreign_keys = OFF")
    person = run("SELECT id FROM person WHERE user_name = 'bench'").fetchone()[0]
    run("UPDATE person SET must_change_password = 0 WHERE id = ?", (person,))
    groups = []
    for number in range(GROUPS):
        run("INSERT INTO breakdown (code, label, dimension, position) VALUES (?, ?, 'Need', ?)",
            (f"BG{number}", f"Bench group {number}", 9000 + number))
        groups.append(run("SELECT last_insert_rowid()").fetchone()[0])
    for number in range(MEASURES):
        run("""INSERT INTO measure (code, slug, title, kind, value_kind, unit, decimals, polarity,
                   frequency, period_kind, time_basis, numerator, denominator,
                   small_number_threshold, small_number_rounding, status, position)
               VALUES (?, ?, ?, 'measure', 'percentage', '%', 1, 'high', 'quarterly', 'FQ',
                   'in-period', ?, ?, 5, 'none', 'active', ?)""",
            (f"BENCH-{number:03d}", f"bench-{number:03d}", f"Bench measure {number:03d}",
             f"Children counted at the top of {number}", f"Children in all of {number}",
             90000 + number))
        measure = run("SELECT last_insert_rowid()").fetchone()[0]
        for position, group in enumerate(groups):
            run("INSERT INTO measure_breakdown VALUES (?, ?, ?)", (measure, position, group))
    for index, period in enumerate(quarters()):
        run("""INSERT INTO collection_round (period, opens_on, closes_on, opened_by, opened_at)
               VALUES (?, ?, ?, ?, 0)""", (period, 15000 + index, 30000, person))
        round_ = run("SELECT last_insert_rowid()").fetchone()[0]
        for part in range(5):
            run("""INSERT INTO figure_return (round_id, slug, title, position)
                   VALUES (?, ?, ?, ?)""", (round_, f"part-{part}", f"Part {part}", part))
            return_ = run("SELECT last_insert_rowid()").fetchone()[0]
            for number in range(part, MEASURES, 5):
                run("""INSERT INTO return_entry (return_id, position, measure, period, due_on)
                       VALUES (?, ?, ?, ?, 30000)""",
                    (return_, number, f"BENCH-{number:03d}", period))
    database.commit()


def rows(change):
    for period in quarters():
        for number in range(MEASURES):
            for group in range(-1, GROUPS):
                top = 40 + (number + group + change) % 50
                yield [f"BENCH-{number:03d}", f"Bench measure {number:03d}", period,
                       f"BG{group}" if group >= 0 else "", top, 100 + number,
                       "Final" if group < 0 else "",
                       f"As in the quarter before, seen {change} times" if group < 0 else ""]


def files(folder):
    with open(f"{folder}/rows.csv", "w", encoding="utf-8") as file:
        for row in [COLUMNS, *rows(0)]:
            file.write(",".join(f'"{cell}"' if "," in str(cell) else str(cell) for cell in row))
            file.write("\r\n")
    xlsx(f"{folder}/rows.xlsx", [COLUMNS, *rows(1)])
    ods(f"{folder}/rows.ods", [COLUMNS, *rows(2)])


def xlsx(path, table):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    strings, order, sheet = {}, [], []
    for number, row in enumerate(table, 1):
        cells = []
        for place, cell in enumerate(row):
            name = f"{chr(65 + place)}{number}"
            if isinstance(cell, int):
                cells.append(f'<c r="{name}"><v>{cell}</v></c>')
            elif cell:
                if cell not in strings:
                    strings[cell] = len(order)
                    order.append(cell)
                cells.append(f'<c r="{name}" t="s"><v>{strings[cell]}</v></c>')
        sheet.append(f'<row r="{number}">{"".join(cells)}</row>')
    relation = '<Relationship Id="{}" Type="{}/{}" Target="{}"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        archive.writestr(
            "_rels/.rels", f'<Relationships xmlns="{package}">'
            + relation.format("a", types, "officeDocument", "xl/workbook.xml")
            + "</Relationships>")
        archive.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{types}"><sheets>'
            '<sheet name="Figures" sheetId="1" r:id="b"/></sheets></workbook>')
        archive.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">'
            + relation.format("b", types, "worksheet", "worksheets/sheet1.xml")
            + relation.format("c", types, "sharedStrings", "sharedStrings.xml")
            + "</Relationships>")
        archive.writestr(
            "xl/sharedStrings.xml", f'<sst xmlns="{main}">'
            + "".join(f"<si><t>{escape(text)}</t></si>" for text in order) + "</sst>")
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{main}"><sheetData>{"".join(sheet)}</sheetData></worksheet>')


def ods(path, table):
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    lines = []
    for row in table:
        cells = []
        for cell in row:
            if isinstance(cell, int):
                cells.append(
                    f'<table:table-cell office:value-type="float" office:value="{cell}">'
                    f"<text:p>{cell}</text:p></table:table-cell>")
            elif cell:
                cells.append(
                    '<table:table-cell office:value-type="string">'
                    f"<text:p>{escape(cell)}</text:p></table:table-cell>")
            else:
                cells.append("<table:table-cell/>")
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), kind)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{space}manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" '
            'manifest:media-type="text/xml"/></manifest:manifest>')
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{space}office:1.0" '
            f'xmlns:table="{space}table:1.0" xmlns:text="{space}text:1.0" '
            'office:version="1.3"><office:body><office:spreadsheet>'
            f'<table:table table:name="Figures">{"".join(lines)}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>")


class Browser:
    def __init__(self, url):
        self.url = url
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path):
        with self.opener.open(self.url + path) as answer:
            return answer.read().decode()

    def form(self, path):
        page = self.get(path)
        main = page[page.index("<main"):page.index("</main>")]
        return dict(
            (re.search(r'name="([^"]*)"', control).group(1),
             re.search(r'value="([^"]*)"', control).group(1))
            for control in re.findall(r'<input type="hidden"[^>]*>', main))

    def post(self, path, fields, file=None):
        if file is None:
            body = urllib.parse.urlencode(fields).encode()
            kind = "application/x-www-form-urlencoded"
        else:
            mark = uuid.uuid4().hex
            body = b"".join(
                f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                .encode() for name, value in fields.items())
            with open(file, "rb") as source:
                body += (
                    f'--{mark}\r\nContent-Disposition: form-data; name="file"; '
                    f'filename="{os.path.basename(file)}"\r\n\r\n').encode()
                body += source.read() + f"\r\n--{mark}--\r\n".encode()
            kind = f"multipart/form-data; boundary={mark}"
        request = urllib.request.Request(
            self.url + path, body, {"Content-Type": kind, "Origin": self.url})
        with self.opener.open(request) as answer:
            return answer.geturl()[len(self.url):]

    def wait(self, path, *states):
        """Until the page says one of the states; it is asked for every 100 ms."""
        seen = set()
        while True:
            page = self.get(path)
            state = re.search(r'<dt>State</dt><dd><span[^>]*>([^<]*)', page).group(1)
            if state in states:
                return state, len(seen)
            seen.add(re.search(r"<strong>([^<]*)</strong>", page).group(1))
            time.sleep(0.1)


def peak(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) // 1024


def used(pid):
    """Seconds of processor time, which others on the machine do not lengthen."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as status:
        fields = status.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(url, pid, folder):
    browser = Browser(url)
    fields = browser.form("/sign-in")
    page = browser.post("/sign-in", {**fields, "name": "bench", "password": PASSWORD})
    assert "sign-in" not in page, page
    print(f"peak memory before: {peak(pid)} MB")
    for form in ["csv", "xlsx", "ods"]:
        file = f"{folder}/rows.{form}"
        fields = browser.form("/uploads/new")
        start, before = time.monotonic(), used(pid)
        path = browser.post("/uploads/new", fields, file)
        sent = time.monotonic() - start
        state, steps = browser.wait(path, "Not imported yet", "Cannot be read")
        read = time.monotonic() - start
        counts = re.findall(r"<dt>(New|Changed|Unchanged|Refused)</dt><dd>([^<]*)",
                            browser.get(path))
        print(f"{form}: {os.path.getsize(file) >> 10} KB; answered after {sent:.2f} s, "
              f"previewed after {read:.2f} s, {used(pid) - before:.2f} s of processor ({state}; {steps} steps of progress seen; {counts}); "
              f"peak {peak(pid)} MB")
        fields = browser.form(path)
        start, before = time.monotonic(), used(pid)
        browser.post(path, fields)
        state, steps = browser.wait(path, "Imported", "Not imported yet")
        print(f"{form}: applied after {time.monotonic() - start:.2f} s, "
              f"{used(pid) - before:.2f} s of processor ({state}; {steps} steps "
              f"of progress seen); peak {peak(pid)} MB")
    fields = browser.form(path + "/undo")
    start = time.monotonic()
    browser.post(path + "/undo", fields)
    state, _ = browser.wait(path, "Undone", "Imported")
    print(f"undone after {time.monotonic() - start:.2f} s ({state}); peak {peak(pid)} MB")


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    {"fill": fill, "files": files, "measure": measure}[command](*arguments)
