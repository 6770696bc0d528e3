"""Compares workbooks with what is known to be in them, as several programs read them.

Usage: check.py FOLDER, which holds NAME.xlsx, NAME.ods and NAME.json for each sample.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree
import zipfile
from decimal import Decimal

folder = pathlib.Path(sys.argv[1])
failures = []
skipped = []
counts = {}


def check(reader, place, found, wanted):
    counts[reader] = counts.get(reader, 0) + 1
    if found != wanted:
        failures.append(f"{reader} {place}: {found!r} instead of {wanted!r}"[:300])


def cells(samples):
    """Every cell that has something in it: sheet, row and column from 1, kind, text."""
    for sheet, rows in samples.items():
        for row, line in enumerate(rows, 1):
            for column, (kind, text) in enumerate(line, 1):
                yield sheet, row, column, kind if text else "blank", text


def same_number(found, digits):
    """Spreadsheets keep 15 to 17 digits."""
    return abs(Decimal(str(found)) - Decimal(digits)) <= abs(Decimal(digits)) * Decimal("1e-14")


def xml_parts(path):
    """CRCs are right, and every part is well formed."""
    with zipfile.ZipFile(path) as archive:
        check("zip", path.name, archive.testzip(), None)
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            data = archive.read(name)
            if shutil.which("xmllint"):
                result = subprocess.run(
                    ["xmllint", "--noout", "--huge", "-"], input=data, capture_output=True)
                check("xmllint", f"{path.name} {name}", result.returncode, 0)
            else:
                tree.fromstring(data)
            if name.startswith("xl/worksheets/"):
                check("no formula", f"{path.name} {name}", b"<f>" in data or b"<f " in data, False)
            if name == "content.xml":
                check("no formula", f"{path.name} {name}", b"table:formula" in data, False)


def excel_escaped(text):
    """What openpyxl gives for characters that XML cannot hold: it leaves the escape as it is."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", lambda m: f"_x{ord(m[0]):04X}_", text)


def openpyxl_reads(path, samples):
    import openpyxl
    book = openpyxl.load_workbook(path)
    check("openpyxl", f"{path.name} sheets", sorted(book.sheetnames), sorted(samples))
    kinds = {"text": "s", "number": "n", "percentage": "n", "boolean": "b", "date": "d", "blank": "n"}
    for sheet, row, column, kind, text in cells(samples):
        cell = book[sheet].cell(row, column)
        place = f"{path.name} {sheet}!{cell.coordinate}"
        check("openpyxl", place + " kind", cell.data_type, kinds[kind])
        if kind == "text":
            check("openpyxl", place, cell.value, excel_escaped(text))
            check("openpyxl", place + " format", cell.number_format, "@")
        elif kind in ("number", "percentage"):
            check("openpyxl", place, same_number(cell.value, text), True)
            check("openpyxl", place + " %", cell.number_format.endswith("%"), kind == "percentage")
        elif kind == "boolean":
            check("openpyxl", place, cell.value, text == "true")
        elif kind == "date":
            check("openpyxl", place, cell.value.isoformat()[:len(text)], text)
        else:
            check("openpyxl", place, cell.value, None)
    if path.name.startswith("template"):
        template(book, path.name, "openpyxl")


def template(book, name, reader):
    """What an officer needs of a template."""
    sheet = book["Return"]
    # Without a window LibreOffice keeps no panes.
    if reader == "openpyxl":
        check(reader, name + " panes", sheet.freeze_panes, "C3")
    check(reader, name + " titles", sheet.print_title_rows, "$1:$2")
    check(reader, name + " paper", sheet.page_setup.orientation, "landscape")
    check(reader, name + " fit", sheet.sheet_properties.pageSetUpPr.fitToPage, True)
    check(reader, name + " protection", sheet.protection.sheet, True)
    check(reader, name + " box", sheet["D3"].protection.locked, False)
    check(reader, name + " read", sheet["A3"].protection.locked, True)
    check(reader, name + " ground", sheet["D3"].fill.fgColor.rgb, "FFFFFFCC")
    check(reader, name + " bold", sheet["A2"].font.bold, True)
    check(reader, name + " wrapped", sheet["A2"].alignment.wrap_text, True)
    check(reader, name + " format", sheet["A40"].number_format if reader == "openpyxl" else
          sheet["A20"].number_format, "General" if reader == "openpyxl" else "@")
    lists = [(v.formula1, str(v.sqref)) for v in sheet.data_validations.dataValidation]
    check(reader, name + " list", lists,
          [('"Final,Provisional,Estimated,Nothing to report"', "F3:F32")])
    check(reader, name + " width", 38 < sheet.column_dimensions["B"].width < 46, True)
    check(reader, name + " title", book.properties.title, "Return for Q1 2026-27")
    check(reader, name + " language", book.properties.language, "en-GB")


SPACES = {part: "{urn:oasis:names:tc:opendocument:xmlns:" + part + ":1.0}"
          for part in ("office", "table", "text")}


def ods_text(paragraph):
    """The text of a paragraph by the rules for white space of OpenDocument 1.3 part 3, 6.1.2."""
    def collapsed(text):
        return re.sub("[ \t\r\n]+", " ", text or "")
    result = collapsed(paragraph.text)
    for child in paragraph:
        if child.tag == SPACES["text"] + "s":
            result += "\0" * int(child.get(SPACES["text"] + "c", "1"))
        elif child.tag == SPACES["text"] + "tab":
            result += "\t"
        result += collapsed(child.tail)
    # What stands at an end or beside another space would be dropped.
    return re.sub("^ | $", "", result).replace("\0", " ")


def ods_expected(text):
    """CR ends a line, and what XML cannot hold has been replaced."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def ods_reads(path, samples):
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        check("ods", path.name + " mimetype", (first.filename, first.compress_type, first.extra),
              ("mimetype", 0, b""))
        root = tree.fromstring(archive.read("content.xml"))
        check("ods", path.name + " version", root.get(SPACES["office"] + "version"), "1.3")
    office, table = SPACES["office"], SPACES["table"]
    sheets = {sheet.get(table + "name"): list(sheet.iter(table + "table-row"))
              for sheet in root.iter(table + "table")}
    check("ods", path.name + " sheets", sorted(sheets), sorted(samples))
    for sheet, row, column, kind, text in cells(samples):
        cell = sheets[sheet][row - 1][column - 1]
        place = f"{path.name} {sheet} row {row} column {column}"
        wanted = {"text": "string", "number": "float", "blank": None}.get(kind, kind)
        check("ods", place + " kind", cell.get(office + "value-type"), wanted)
        if kind == "text":
            lines = "\n".join(ods_text(p) for p in cell.iter(SPACES["text"] + "p"))
            check("ods", place, lines, ods_expected(text))
        elif kind in ("number", "percentage"):
            check("ods", place, cell.get(office + "value"), text)
        elif kind in ("boolean", "date"):
            check("ods", place, cell.get(f"{office}{kind}-value"), text)


def odfpy_reads(path, samples):
    from odf.opendocument import load
    from odf.table import Table
    book = load(str(path))
    names = [sheet.getAttribute("name") for sheet in book.spreadsheet.getElementsByType(Table)]
    check("odfpy", path.name, sorted(names), sorted(samples))


def quoted_rows(text):
    """The cells of a CSV file with whether they were quoted, which LibreOffice does with text."""
    rows, row, at = [], [], 0
    while at < len(text):
        if text[at] == '"':
            end = at + 1
            while text[end] != '"' or text[end + 1:end + 2] == '"':
                end += 2 if text[end] == '"' else 1
            row.append((text[at + 1:end].replace('""', '"'), True))
            at = end + 1
        else:
            end = at
            while end < len(text) and text[end] not in ",\n":
                end += 1
            row.append((text[at:end], False))
            at = end
        if at >= len(text) or text[at] == "\n":
            rows.append(row)
            row = []
        at += 1
    return rows


def soffice(target, out, *paths):
    out.mkdir(exist_ok=True)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", target, "--outdir", str(out), *map(str, paths)],
        check=True, capture_output=True, timeout=300)


def libreoffice_reads(path, samples, out):
    for sheet, rows in samples.items():
        # LibreOffice does not put a slash into a file name, and sheets have none.
        file = out / f"{path.stem}-{sheet}.csv"
        if not file.exists():
            check("LibreOffice", f"{path.name} {sheet}", "no file", "a file")
            continue
        found = quoted_rows(file.read_bytes().decode())
        for _, row, column, kind, text in cells({sheet: rows}):
            place = f"{path.name} {sheet} row {row} column {column}"
            try:
                shown, is_text = found[row - 1][column - 1]
            except IndexError:
                shown, is_text = "", False
            if kind == "text":
                # LibreOffice loses the tabs of any OpenDocument file, its own included.
                wanted = ods_expected(text).replace("\t", "") if path.suffix == ".ods" \
                    else xlsx_in_libreoffice(text)
                check("LibreOffice", place, (shown, is_text), (wanted, True))
            elif kind in ("number", "percentage"):
                check("LibreOffice", place, (not is_text and shown_number(shown, text)) or shown, True)
            elif kind == "boolean":
                check("LibreOffice", place, shown, text.upper())
            elif kind == "date":
                check("LibreOffice", place, is_text, False)
            else:
                check("LibreOffice", place, shown, "")


def shown_number(shown, digits):
    """A percentage is shown as one, and a number in the standard format."""
    if shown.endswith("%"):
        return same_number(Decimal(shown[:-1]) / 100, digits)
    return same_number(shown, digits)


def xlsx_in_libreoffice(text):
    """LibreOffice makes CR LF one line end and keeps the other characters."""
    return text.replace("\r\n", "\n")


samples = {p.stem: json.loads(p.read_text()) for p in sorted(folder.glob("*.json"))}
if not samples:
    sys.exit("FAIL there are no samples")
for name, wanted in samples.items():
    xlsx, ods = folder / f"{name}.xlsx", folder / f"{name}.ods"
    xml_parts(xlsx)
    xml_parts(ods)
    ods_reads(ods, wanted)
    try:
        openpyxl_reads(xlsx, wanted)
    except ImportError:
        skipped.append("openpyxl")
    try:
        odfpy_reads(ods, wanted)
    except ImportError:
        skipped.append("odfpy")
if not shutil.which("xmllint"):
    skipped.append("xmllint (Python's parser read the parts)")
if shutil.which("soffice"):
    # Separator, quote, UTF-8, from line 1; text quoted, numbers whole, no formulas, every sheet.
    filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
    for ending in ("xlsx", "ods"):
        out = folder / f"csv-{ending}"
        soffice(filter, out, *[folder / f"{name}.{ending}" for name in samples])
        for name, wanted in samples.items():
            libreoffice_reads(folder / f"{name}.{ending}", wanted, out)
    if "openpyxl" not in skipped:
        import openpyxl
        soffice("xlsx", folder / "converted", folder / "template.ods")
        converted = openpyxl.load_workbook(folder / "converted" / "template.xlsx")
        template(converted, "template.ods", "LibreOffice to openpyxl")
else:
    skipped.append("LibreOffice")

for failure in failures:
    print("FAIL", failure)
for name in dict.fromkeys(skipped):
    print("skipped:", name, "is not there and could not be installed")
total = ", ".join(f"{name} {count}" for name, count in counts.items())
print(f"sheets: {sum(counts.values())} comparisons ({total}), {len(failures)} failed")
sys.exit(1 if failures else 0)
