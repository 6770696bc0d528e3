#!/usr/bin/env python3
"""Makes a larger file of published figures out of one: the same rows for invented further areas.

    multiply.py FACTOR IN OUT     each a .csv or a .csv.gz

FACTOR is how many times as many rows OUT has. The file is written FACTOR times; from the second time on each area's
code ends in -copy-N and its name in (copy N), so that nobody takes a row for a published one. A memory of one block is
enough for any factor.
"""
import csv
import gzip
import io
import sys


def opened(path, mode):
    if path.endswith(".gz"):
        stream = gzip.open(path, mode + "b", **({"compresslevel": 4} if mode == "w" else {}))
        return io.TextIOWrapper(stream, encoding="utf-8", newline="")
    return open(path, mode, encoding="utf-8", newline="")


def main():
    if len(sys.argv) != 4 or not sys.argv[1].isdigit() or sys.argv[1] == "0":
        sys.exit(__doc__.strip())
    factor, source, target = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    rows = 0
    with opened(target, "w") as out:
        writer = csv.writer(out, lineterminator="\n")
        for copy in range(factor):
            with opened(source, "r") as file:
                reader = csv.reader(file)
                header = next(reader)
                code, name = header.index("area_code"), header.index("area_name")
                if copy == 0:
                    writer.writerow(header)
                for row in reader:
                    if copy:
                        row[code] += f"-copy-{copy}"
                        row[name] += f" (copy {copy})"
                    writer.writerow(row)
                    rows += 1
    print(f"{rows} rows in {target}")


main()
