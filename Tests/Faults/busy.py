"""Another program that keeps the database for up to 20 seconds, again and again.

Readers never wait for it. Officers' saves are done, or are refused with when to try again and with
what was typed; sent again until they are taken, all are there once.
"""

import random
import sqlite3
import threading
import time

import saves
from portal import Failure, Person

SECONDS = 45
# Far longer than any page takes, and far shorter than the database is kept.
PATIENCE = 4


class Storm:
    def __init__(self, portal, seed):
        self.portal = portal
        self.random = random.Random(seed)
        self.is_over = threading.Event()
        self.faults = []
        self.pages = 0
        self.slowest = 0
        self.locks = 0

    def keep_locked(self):
        """Takes the lock of writing, mostly for some seconds and at first for twenty."""
        lengths = [20.0]
        while not self.is_over.is_set():
            length = lengths.pop() if lengths else self.random.choice([0.3, 1, 3, 7, 12])
            connection = sqlite3.connect(self.portal.database, timeout=20, isolation_level=None)
            connection.execute("BEGIN IMMEDIATE")
            self.locks += 1
            self.is_over.wait(length)
            connection.execute("ROLLBACK")
            connection.close()
            time.sleep(self.random.uniform(0, 0.5))

    def read(self):
        reader = Person(self.portal, "a reader")
        while not self.is_over.is_set():
            for path in ("/", "/scorecards", "/measures"):
                began = time.monotonic()
                reader.get(path)
                self.slowest = max(self.slowest, time.monotonic() - began)
                self.pages += 1
            if self.slowest > PATIENCE:
                raise Failure(f"a page took {self.slowest:.1f} s while another wrote")
            time.sleep(0.05)

    def save(self, officer):
        while not self.is_over.is_set():
            if officer.save():
                continue
            while officer.refused and not self.is_over.wait(1):
                try:
                    officer.send_again()
                except Failure as failure:
                    if "cannot be sent again" not in str(failure):
                        raise
                    officer.refused.pop()
            time.sleep(0.02)

    def watch(self, work, *arguments):
        def run():
            try:
                work(*arguments)
            except (Failure, OSError, sqlite3.Error) as failure:
                self.faults.append(failure)
                self.is_over.set()
        thread = threading.Thread(target=run)
        thread.start()
        return thread


def run(binary, seed):
    portal, olive = saves.begin(binary)
    try:
        other = Person(portal, "sam")
        other.sign_in(saves.PASSWORD)
        officers = [olive, saves.Saves(portal, other, first=20)]
        storm = Storm(portal, seed)
        threads = [storm.watch(storm.keep_locked), storm.watch(storm.read), storm.watch(storm.read)]
        threads += [storm.watch(storm.save, officer) for officer in officers]
        storm.is_over.wait(SECONDS)
        storm.is_over.set()
        for thread in threads:
            thread.join(60)
        if storm.faults:
            raise Failure(f"while the database was kept: {storm.faults[0]}")
        for officer in officers:
            while officer.refused:
                officer.send_again()
            officer.check()
            if not officer.save():
                raise Failure("nobody keeps the database, and a save is refused")
        portal.check()
        refused = sum(officer.times_refused for officer in officers)
        saved = sum(len(officer.acknowledged) for officer in officers)
        if not refused:
            raise Failure("nobody was ever refused: the database was not kept for long enough")
        return [(f"database kept by another {storm.locks} times, for up to 20 s: saves",
                 saved + refused, saved, refused, "all sent again and taken, each once"),
                ("pages read meanwhile", storm.pages, "", 0,
                 f"none waited (the slowest {storm.slowest * 1000:.0f} ms)")]
    finally:
        portal.kill()
