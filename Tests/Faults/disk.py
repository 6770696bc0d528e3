"""A disk that is full, and one that can only be read.

Small disks in memory are mounted for this, of the database, of the folder for uploads and of the
access log, and bound again to be read only: for which one must be root, or seem so.
"""

import glob
import os
import re
import shutil
import subprocess
import tempfile
import time

import saves
from portal import ROOT, Failure, Person, Portal


class Disk:
    """A small disk in memory."""

    def __init__(self, megabytes):
        self.folder = tempfile.mkdtemp(prefix="portal-disk-")
        self.filler = os.path.join(self.folder, "filler")
        mount("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", self.folder)

    def fill(self):
        """Leaves no room at all."""
        with open(self.filler, "ab", buffering=0) as file:
            for size in (65536, 4096, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue

    def make_room(self):
        os.remove(self.filler)

    def end(self):
        subprocess.run(["umount", "--lazy", self.folder], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


def mount(*words):
    done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise PermissionError(f"mount {' '.join(words)}: {done.stderr.strip()}")


def can_mount():
    try:
        Disk(1).end()
    except (OSError, FileNotFoundError):
        return False
    return True


def words(text):
    return re.sub(r"<[^>]+>|\s+", " ", text.split("<main")[-1])


def full_database(binary):
    """Saves on a disk that becomes full, is made room on, and is full again when all is killed."""
    disk = Disk(12)
    try:
        portal, officer = saves.begin(binary, place=disk.folder)
        for _ in range(3):
            officer.save()
        lines = []
        for _ in range(2):
            disk.fill()
            officer.save_until_refused()
            for _ in range(5):
                officer.save()
            saves.read(portal)
            officer.person.get("/returns")
            lines += [others_on_a_full_disk(portal, officer)]
            commands_on_a_full_disk(portal)
            if not portal.is_running:
                raise Failure("the portal has ended")
            officer.check()
            disk.make_room()
            officer.send_again()
            for _ in range(3):
                if not officer.save():
                    raise Failure("there is room, and saving does not go on")
            officer.check()
            portal.check()
        disk.fill()
        officer.save_until_refused()
        portal.kill()
        verdict = start_on_a_full_disk(portal)
        disk.make_room()
        if not portal.is_running:
            portal.start()
        officer.check()
        portal.check()
        if not officer.save():
            raise Failure("there is room, and saving does not go on after a start")
        portal.stop()
        return [officer.line("full disk: saves", f"nothing lost; pages read on; {verdict}")]
    finally:
        portal.kill()
        disk.end()


def others_on_a_full_disk(portal, officer):
    """Who signs in, sends a file or changes a password is told, too."""
    newcomer = Person(portal, "sam")
    status, _, text = newcomer.ask(
        "/sign-in", saves.urllib.parse.urlencode(
            newcomer.filled("/sign-in", {"name": "sam", "password": saves.PASSWORD})).encode())
    if status != 303 and (status not in saves.Saves.REFUSALS or saves.PASSWORD in text):
        raise Failure(f"who signs in on a full disk is answered with {status}: {words(text)[:300]}")
    content = b"Measure code,Value\r\n" + b"CYP-A1-01,1\r\n" * 20_000
    status, _, text = officer.person.send_file("/uploads/new", {}, "file", "f.csv", content)
    if status not in saves.Saves.REFUSALS or "Nothing that you sent was saved" not in words(text):
        raise Failure(f"a file on a full disk is answered with {status}: {words(text)[:300]}")
    return status


def commands_on_a_full_disk(portal):
    """Subcommands that write say so in a line and leave the database as it was."""
    other = os.path.join(portal.folder.name, "Catalogue")
    if not os.path.exists(other):
        shutil.copytree(os.path.join(ROOT, "Resources/Catalogue"), other)
        path = os.path.join(other, "measures.csv")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("Percentage of", "Share of"))
    before = portal.ask("SELECT digest FROM load")
    saves.refuses(portal, "load", "--catalogue", other)
    if portal.ask("SELECT digest FROM load") != before:
        raise Failure("a load that failed has changed the database")
    demo = os.path.join(os.path.dirname(portal.database), "demo.sqlite")
    done = subprocess.run(
        [portal.binary, "demo", "--root", portal.place[1], "--database", demo,
         "--settings", portal.settings], capture_output=True, text=True, check=False)
    if done.returncode != 1 or len(done.stderr.strip().splitlines()) != 1:
        raise Failure(f"portal demo ended with {done.returncode} and {done.stderr[:300]}")
    if glob.glob(demo + "*"):
        raise Failure(f"portal demo has left {glob.glob(demo + '*')}")
    portal.command("audit", "verify")


def start_on_a_full_disk(portal):
    """It starts, or says in a line why not."""
    said = len(portal.said())
    try:
        portal.start()
        saves.read(portal)
        return "starts on a full disk"
    except Failure as failure:
        line = portal.said()[said:].strip()
        if portal.is_running or len(line.splitlines()) != 1:
            raise Failure(f"on a full disk: {line}") from failure
        return f"does not start on a full disk: «{line[-120:]}»"


def full_temporary_folder(binary):
    """Files that find no room while they come in."""
    disk = Disk(3)
    portal = Portal(binary)
    portal.options = ["--temporary-folder", disk.folder]
    try:
        portal.start()
        officer = saves.people(portal)
        content = b"Measure code,Value\r\n" + b"CYP-A1-01,1\r\n" * 400_000
        refused = 0
        for _ in range(5):
            status, _, text = officer.person.send_file("/uploads/new", {}, "file", "f.csv", content)
            if status != 507 or "Nothing was saved or changed" not in words(text):
                raise Failure(f"a file without room: {status}: {words(text)[:300]}")
            refused += 1
            officer.save()
            saves.read(portal)
        subprocess.run(["mount", "-o", "remount,size=30m", disk.folder], check=True)
        if officer.person.send_file("/uploads/new", {}, "file", "f.csv", content)[0] != 303:
            raise Failure("there is room, and the file is still not taken")
        officer.check()
        portal.check()
        return [("full folder for uploads: files sent", 6, 1, refused,
                 "told so; saves and pages go on; taken when there is room")]
    finally:
        portal.kill()
        disk.end()


def full_log(binary):
    """An access log that cannot grow keeps nobody from anything."""
    disk = Disk(1)
    portal = Portal(binary)
    portal.options = ["--access-log", os.path.join(disk.folder, "access.log")]
    try:
        portal.start()
        officer = saves.people(portal)
        disk.fill()
        for _ in range(20):
            if not officer.save():
                raise Failure("a full log refuses a save")
            saves.read(portal, "/", "/measures")
        time.sleep(1.5)
        if "access log cannot be written" not in portal.said():
            raise Failure(f"nobody was told that the log is full: {portal.said()[-300:]}")
        disk.make_room()
        saves.read(portal, "/help")
        end = time.monotonic() + 20
        while "/help" not in open(portal.options[1], encoding="utf-8").read():
            if time.monotonic() > end:
                raise Failure("the log does not go on when there is room")
            time.sleep(0.2)
        officer.check()
        return [officer.line("full disk of the access log: saves",
                             "nothing waits; told once; goes on when there is room")]
    finally:
        portal.kill()
        disk.end()


def read_only(binary):
    """A database that can only be read, after an orderly end and after a crash."""
    lines = []
    for crashed, what in ((False, "after an orderly end"), (True, "after a crash")):
        place = tempfile.mkdtemp(prefix="portal-disk-")
        portal, officer = saves.begin(binary, place=place)
        try:
            for _ in range(5):
                officer.save()
            fields = officer.fields()
            portal.kill() if crashed else portal.stop()
            mount("--bind", place, place)
            mount("-o", "remount,bind,ro", place)
            for command in (["load", "--catalogue", "/nowhere"],
                            ["user", "add", "--user-name", "new", "--name", "New",
                             "--email", "new@example.org", "--role", "officer"]):
                saves.refuses(portal, *command)
            said = len(portal.said())
            refused = 0
            try:
                portal.start()
                saves.read(portal)
                officer.person.get("/returns")
                for _ in range(3):
                    if officer.save(fields):
                        raise Failure("a save was acknowledged that cannot be")
                    refused += 1
                officer.refused.clear()
                verdict = "pages are shown, forms are refused in words"
            except Failure:
                line = portal.said()[said:].strip()
                if portal.is_running or len(line.splitlines()) != 1:
                    raise
                verdict = f"does not start: «{line[-140:]}»"
            portal.kill()
            subprocess.run(["umount", "--lazy", place], check=False)
            portal.start()
            officer.check()
            portal.check()
            if not officer.save():
                raise Failure("it can be written again, and saving does not go on")
            lines.append((f"database that can only be read, {what}", refused + 6, 6, refused,
                          verdict))
        finally:
            portal.kill()
            subprocess.run(["umount", "--lazy", place], stderr=subprocess.DEVNULL, check=False)
            shutil.rmtree(place, ignore_errors=True)
    return lines


def run(binary, seed):
    if not can_mount():
        return [("full disk, database that can only be read", "", "", "",
                 "SKIPPED: nothing can be mounted here; it needs root")]
    return [*full_database(binary), *full_temporary_folder(binary), *full_log(binary),
            *read_only(binary)]
