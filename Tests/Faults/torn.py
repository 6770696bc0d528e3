"""A write-ahead log that is torn after a crash.

What the disk was told to keep before a save was acknowledged is there, so that a real tear can
only be behind that: cut or damaged there, nothing acknowledged may be lost. Torn anywhere, the
database opens, is sound, and holds the saves up to some moment and none after it.
"""

import os
import random
import shutil
import struct
import threading

import saves
from portal import Failure

SAVES = 6


def commits(path):
    """Where the log ends after each of its commits.

    See SQLite's «File Format», 4: a header of 32 bytes; then frames of a head of 24 and a page.
    Checksums are left to SQLite: a frame that is not of this log has other salts.
    """
    with open(path, "rb") as file:
        log = file.read()
    size = struct.unpack(">I", log[8:12])[0]
    salts = log[16:24]
    ends = []
    for start in range(32, len(log) - size - 23, 24 + size):
        if log[start + 8:start + 16] != salts:
            break
        if struct.unpack(">I", log[start + 4:start + 8])[0]:
            ends.append(start + 24 + size)
    return ends


class Torn:
    def __init__(self, binary, seed):
        self.random = random.Random(seed)
        self.portal, self.officer = saves.begin(binary)
        self.portal.stop()
        # The log begins anew with each round, so that none of it is in the database yet.
        self.kept = os.path.join(self.portal.folder.name, "kept.sqlite")
        shutil.copy(self.portal.database, self.kept)
        self.log_path = self.portal.database + "-wal"

    def crash(self):
        """Some saves, and a crash; the bytes that the last acknowledged one needs."""
        for ending in ("-wal", "-shm"):
            if os.path.exists(self.portal.database + ending):
                os.remove(self.portal.database + ending)
        shutil.copy(self.kept, self.portal.database)
        officer = self.officer
        officer.acknowledged, officer.refused, officer.unknown = [], [], []
        self.portal.start()
        for _ in range(SAVES):
            officer.save()
        needed = commits(self.log_path)[-1]
        # One more, in the middle of which everything ends.
        fields = officer.fields()

        def last():
            try:
                officer.save(fields)
            except OSError:
                pass

        thread = threading.Thread(target=last)
        thread.start()
        thread.join(self.random.uniform(0, 0.012))
        self.portal.kill()
        thread.join(30)
        if len(officer.acknowledged) > SAVES:
            needed = max(needed, commits(self.log_path)[-1])
        return needed

    def tear(self, least):
        """Damages the log behind a place: cut off, with other bits, or with rubbish at its end."""
        size = os.path.getsize(self.log_path)
        place = self.random.randint(least, max(size, least))
        ways = ["cut", "junk"] + (["bits", "zeros"] if place < size else [])
        way = self.random.choice(ways)
        with open(self.log_path, "r+b") as file:
            if way == "cut":
                file.truncate(place)
            elif way == "bits":
                file.seek(place)
                byte = file.read(1)[0]
                file.seek(place)
                file.write(bytes([byte ^ (1 << self.random.randrange(8))]))
            elif way == "zeros":
                file.seek(place)
                file.write(bytes(min(size - place, self.random.randint(1, 9000))))
            else:
                file.seek(0, os.SEEK_END)
                file.write(self.random.randbytes(self.random.randint(1, 9000)))
        if self.random.random() < 0.5 and os.path.exists(self.portal.database + "-shm"):
            os.remove(self.portal.database + "-shm")

    def behind(self):
        """Torn behind what was acknowledged: nothing is lost."""
        self.tear(self.crash())
        self.portal.start()
        self.officer.check()
        self.portal.check()
        self.portal.kill()

    def anywhere(self):
        """Torn anywhere: what is left is what was saved up to some moment."""
        self.crash()
        self.tear(self.random.choice([0, 32, 32, 32]))
        self.portal.start()
        self.portal.check()
        order = self.officer.acknowledged + self.officer.unknown
        text = " ".join(row[0] for row in self.portal.ask(
            "SELECT content FROM return_entry_version"))
        there = [f"Number {number}." in text for number in order]
        if there != sorted(there, reverse=True):
            raise Failure(f"a save is lost and a later one is there: {there}")
        self.portal.kill()
        return sum(there)


def run(binary, seed):
    torn = Torn(binary, seed)
    try:
        for _ in range(25):
            torn.behind()
        kept = sum(torn.anywhere() for _ in range(25))
        return [("killed, and the log torn behind the last save: saves", 25, 25 * SAVES, "",
                 "nothing lost"),
                ("killed, and the log torn anywhere", 25, kept, "",
                 f"sound, and all up to some moment of {25 * SAVES} saves and more")]
    finally:
        torn.portal.kill()
