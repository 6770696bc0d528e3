"""Every fault that the portal is tried with, and a table of what became of each.

Usage: faults.py BINARY [PART…]      KILLS is how often it is killed (default: 500)
                                     SEED is where the moments come from (default: 1)
"""

import os
import sys
import time
import traceback

import busy
import clocks
import disk
import injections
import kills
import limits
import loads
import migrations
import outside
import reports
import restoring
import torn
from portal import Failure

# What is killed, and of how many kills it has how many.
KILLED = {
    "kills": (kills.run, 62), "reports": (reports.run, 18), "migrations": (migrations.run, 10),
    "loads": (loads.run, 10),
}
HURT = {
    "disk": disk.run, "busy": busy.run, "torn": torn.run, "clocks": clocks.run,
    "limits": limits.run, "injections": injections.run, "restoring": restoring.run,
    "outside": outside.run,
}


def run(name, binary, seed, number):
    """What became of one part, a line for each thing that was tried."""
    began = time.monotonic()
    print(f"test-faults: {name}", flush=True)
    try:
        if name in KILLED:
            work, share = KILLED[name]
            lines = work(binary, max(1, round(number * share / 100)), seed)
        else:
            lines = HURT[name](binary, seed)
    except (Failure, OSError) as failure:
        traceback.print_exc()
        words = " ".join(str(failure).split())[:400]
        lines = [(name, "", "", "", f"FAILED (seed {seed}): {words}")]
    for line in lines:
        print("  " + ", ".join(str(cell) for cell in line if cell != ""), flush=True)
    print(f"  {time.monotonic() - began:.0f} s", flush=True)
    return lines


def main():
    binary = os.path.abspath(sys.argv[1])
    names = sys.argv[2:] or [*KILLED, *HURT]
    number, seed = int(os.environ.get("KILLS", "500")), int(os.environ.get("SEED", "1"))
    began = time.monotonic()
    lines = [line for name in names for line in run(name, binary, seed, number)]
    titles = ("What was done, and to what", "times", "saved", "refused", "and then")
    widths = [max(len(str(row[cell])) for row in [titles, *lines]) for cell in range(4)]
    print()
    for row in [titles, *lines]:
        print("  ".join(str(row[cell]).ljust(widths[cell]) for cell in range(4)), str(row[4]))
    killed = sum(int(line[1]) for line in lines if "kill" in line[0] and line[1] != "")
    failed = [line for line in lines if line[4].startswith("FAILED")]
    skipped = [line for line in lines if line[4].startswith("SKIPPED")]
    print(f"\ntest-faults: {killed} kills and {len(lines) - len(skipped)} faults in "
          f"{time.monotonic() - began:.0f} s: {len(failed)} failed, {len(skipped)} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
