"""Saves one figure at a time, for tools that kill, starve or hurt the portal meanwhile.

Usage: saving.py prepare BINARY FOLDER      a portal with a round and an officer, in FOLDER
       saving.py write FOLDER NUMBER        saves the number, and prints it if that was acknowledged
       saving.py check FOLDER [DATABASE]    reads numbers, and fails if one was not kept just once
"""

import collections
import json
import os
import sqlite3
import sys

from portal import Failure, Person, Portal

PASSWORD = "a rather long secret of olive"


class Prepared:
    """What a person asks of a portal that somebody else has started."""

    def __init__(self, folder):
        with open(f"{folder}/portal.json", encoding="utf-8") as file:
            self.__dict__.update(json.load(file))

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}"


def prepare(binary, folder):
    portal = Portal(binary)
    portal.start()
    links = {"lea": portal.add_person("lea", "approver"),
             "olive": portal.add_person("olive", "officer")}
    lea, olive = (Person(portal, name) for name in links)
    lea.take_link(links["lea"], PASSWORD)
    olive.take_link(links["olive"], PASSWORD)
    lea.post("/rounds/new", {})
    entries = portal.ask("SELECT id, return_id FROM return_entry ORDER BY id")
    portal.stop()
    os.makedirs(folder, exist_ok=True)
    for name in ("portal.sqlite", "portal.conf"):
        os.replace(f"{portal.folder.name}/{name}", f"{folder}/{name}")
    cookies = [(cookie.name, cookie.value) for cookie in olive.cookies]
    with open(f"{folder}/portal.json", "w", encoding="utf-8") as file:
        json.dump({"port": portal.port, "cookies": cookies, "entries": entries}, file)
    print(portal.port)


def write(folder, number):
    portal = Prepared(folder)
    entry, owner = portal.entries[int(number) % len(portal.entries)]
    olive = Person(portal, "olive")
    olive.opener.addheaders = [
        ("Cookie", "; ".join(f"{name}={value}" for name, value in portal.cookies))]
    path = f"/returns/{owner}/figures/{entry}"
    olive.post(path, {f"e{entry}-comment": f"Number {number}.", "do": "draft"})
    print(number)


def check(folder, database=None):
    wanted = [line.strip() for line in sys.stdin if line.strip()]
    connection = sqlite3.connect(database or f"{folder}/portal.sqlite", timeout=20)
    kept = collections.Counter(
        json.loads(content).get("comment", "")
        for content, in connection.execute("SELECT content FROM return_entry_version"))
    wrong = [number for number in wanted if kept[f"Number {number}."] != 1]
    if wrong:
        raise Failure(f"not kept just once: {wrong[:5]}")


def main():
    try:
        {"prepare": prepare, "write": write, "check": check}[sys.argv[1]](*sys.argv[2:])
    except (Failure, OSError) as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
