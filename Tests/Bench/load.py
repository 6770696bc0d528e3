"""Loads one file of figures with sqlite3 and with the portal, in turn, and prints what each took.

    load.py PORTAL FILE FOLDER     FOLDER is empty, with room for a few copies of the file

While the portal loads, another writer takes the database's write lock over and over, and the
longest that it has to wait is printed: so long may an officer wait who saves.
"""
import csv
import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time

portal, path, folder = sys.argv[1:4]
ROUNDS = 3
KEY = "measure_code, area_code, period_label, period_type, breakdown, status"


def timed(words, **options):
    """Seconds, seconds of CPU and megabytes at most."""
    began = time.monotonic()
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(words)}: exit status {process.returncode}")
    return (time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def remove(database):
    for suffix in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(database + suffix):
            os.remove(database + suffix)


class Waiting(threading.Thread):
    """A writer beside the load, as an officer is who saves every 20 milliseconds."""

    def __init__(self, database):
        super().__init__()
        self.database, self.isOver, self.longest, self.refused = database, False, 0.0, 0

    def run(self):
        connection = sqlite3.connect(self.database, timeout=5, isolation_level=None)
        while not self.isOver:
            began = time.monotonic()
            try:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
            except sqlite3.OperationalError:
                self.refused += 1
            self.longest = max(self.longest, time.monotonic() - began)
            time.sleep(0.02)
        connection.close()


def main():
    plain = os.path.join(folder, "rows.csv")
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as source:
        with open(plain, "wb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
    with open(plain, encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    table = ", ".join(f"{name} TEXT" for name in columns)
    loaded = os.path.join(folder, "loaded.sqlite")
    subprocess.run([portal, "load", "--database", loaded], check=True, stdout=subprocess.DEVNULL)
    imports, loads, again, waits = [], [], [], []
    for _ in range(ROUNDS):
        database = os.path.join(folder, "import.sqlite")
        imports.append(timed([
            "sqlite3", database, f"CREATE TABLE figures ({table}, PRIMARY KEY ({KEY}))",
            f".import --csv --skip 1 {plain} figures"]))
        rows = sqlite3.connect(database).execute("SELECT count(*) FROM figures").fetchone()[0]
        remove(database)
        database = os.path.join(folder, "portal.sqlite")
        shutil.copy(loaded, database)
        words = [portal, "load", "--database", database, "--figures", path]
        loads.append(timed(words))
        again.append(timed(words))
        remove(database)
        shutil.copy(loaded, database)
        waiting = Waiting(database)
        waiting.start()
        timed(words)
        waiting.isOver = True
        waiting.join()
        waits.append((waiting.longest, waiting.refused))
        remove(database)
    print(f"# {rows:,} rows of {os.path.basename(path)}, the median of {ROUNDS}\n")
    print("| | seconds | of CPU | MB at most | CPU beside .import |")
    print("| --- | ---: | ---: | ---: | ---: |")
    base = sorted(imports)[ROUNDS // 2][1]
    for name, runs in (("sqlite3 .import, one indexed table of text", imports),
                       ("portal load --figures", loads), ("the same again: nothing to do", again)):
        wall, cpu, most = (sorted(run[place] for run in runs)[ROUNDS // 2] for place in range(3))
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {most:.0f} | {cpu / base:.2f} |")
    print(f"\nAnother writer waited {max(wait for wait, _ in waits):.2f} s at most and was refused "
          f"{sum(refused for _, refused in waits)} times in {ROUNDS} loads.")


main()
