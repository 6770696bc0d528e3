"""A portal of a script's own, and a browser without pictures: Python's own library and no more."""

import html.parser
import http.client
import http.cookiejar
import os
import re
import signal
import sqlite3
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Failure(Exception):
    """What was not as it should be."""


class Portal:
    """A portal over a database in a folder of its own, which can be killed and started again."""

    def __init__(self, binary, today="2026-11-21", settings=None, place=None):
        """`place` is a folder for the database, where it is not to be beside the rest."""
        self.binary = os.path.abspath(binary)
        self.folder = tempfile.TemporaryDirectory(prefix="portal-script-")
        self.database = os.path.join(place or self.folder.name, "portal.sqlite")
        self.settings = os.path.join(self.folder.name, "portal.conf")
        self.log = os.path.join(self.folder.name, "portal.log")
        self.today = today
        self.process = None
        self.port = None
        # Words before the program, options after it, and what its environment has besides.
        self.before = []
        self.options = []
        self.environment = {}
        chosen = {"second_factor": "optional", "password_cost": "1"} | (settings or {})
        with open(os.path.join(ROOT, "Resources/Settings/portal.conf"), encoding="utf-8") as given:
            lines = [line for line in given
                     if line.split("=")[0].strip() not in chosen]
        with open(self.settings, "w", encoding="utf-8") as out:
            out.writelines(lines)
            out.writelines(f"{key} = {value}\n" for key, value in chosen.items())
        self.command("load")

    def command(self, *words, said=""):
        """Runs a subcommand on the database; what it prints."""
        done = self.attempt(*words, said=said)
        if done.returncode:
            raise Failure(f"portal {' '.join(words[:2])}: {done.stderr.strip()}")
        return done.stdout

    def attempt(self, *words, said=""):
        """Runs a subcommand that may fail; what became of it."""
        return subprocess.run(
            [self.binary, *words, *self.place],
            input=said, capture_output=True, text=True, check=False)

    @property
    def place(self):
        """The options that every subcommand takes."""
        return ["--root", ROOT, "--database", self.database, "--settings", self.settings]

    def check(self):
        """Holds the database against its own rules, by SQLite's means and by the portal's own."""
        self.check_file()
        done = self.attempt("check")
        if done.returncode:
            raise Failure(f"portal check: {done.stderr.strip()[:600]}")

    def check_file(self):
        """Holds the database against SQLite's rules alone."""
        for pragma in ("integrity_check", "foreign_key_check"):
            found = self.ask(f"PRAGMA {pragma}")
            if [row for row in found if row != ("ok",)]:
                raise Failure(f"{pragma}: {found[:3]}")

    def add_person(self, name, *roles, scope=None):
        """Adds somebody; the one-time link to a first password."""
        role = [word for one in roles for word in ("--role", one)]
        printed = self.command(
            "user", "add", "--user-name", name, "--name", name.capitalize(),
            "--email", f"{name}@example.org", *role)
        link = re.search(r"(/link/[\w-]+)", printed)
        if not link:
            raise Failure(f"no link for {name}: {printed}")
        return link.group(1)

    def start(self):
        """Starts serving, on a port of its own that stays the same."""
        if self.port is None:
            import socket
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*self.before, self.binary, "serve", *self.place, "--port", str(self.port),
                 "--today", self.today, *self.options],
                stdout=log, stderr=log, start_new_session=True,
                env=os.environ | self.environment)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
                connection.request("GET", "/health")
                if connection.getresponse().status == 200:
                    return
            except OSError:
                time.sleep(0.02)
            if self.process.poll() is not None:
                break
        raise Failure("the portal did not start: " + self.said()[-800:])

    def said(self):
        """What it has said since it was made."""
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        """Ends it as a power cut would."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self):
        """Ends it as its keeper would."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait()

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}"

    def ask(self, sql, *values):
        """Rows of the database."""
        connection = sqlite3.connect(self.database, timeout=20)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def change(self, sql, *values):
        """Changes a row behind the portal's back, such as to let time pass for a session."""
        connection = sqlite3.connect(self.database, timeout=20)
        try:
            with connection:
                connection.execute(sql, values)
        finally:
            connection.close()


class Forms(html.parser.HTMLParser):
    """The forms of a page: where each goes, and what it holds as it was drawn."""

    def __init__(self, text):
        super().__init__()
        self.forms = []
        self.area = self.select = None
        self.feed(text)

    def handle_starttag(self, tag, pairs):
        found = dict(pairs)
        if tag == "form":
            self.forms.append({"action": found.get("action"), "fields": [],
                               "method": found.get("method", "get").lower()})
        if not self.forms:
            return
        fields = self.forms[-1]["fields"]
        name = found.get("name")
        if tag == "input" and name:
            kind = found.get("type", "text")
            if kind in ("submit", "button", "file"):
                return
            if kind in ("checkbox", "radio") and "checked" not in found:
                return
            fields.append((name, found.get("value") or ("on" if kind == "checkbox" else "")))
        elif tag == "textarea" and name:
            self.area = [name, ""]
        elif tag == "select" and name:
            self.select = [name, None, None]
        elif tag == "option" and self.select:
            value = found.get("value", "")
            if self.select[1] is None:
                self.select[1] = value
            if "selected" in found:
                self.select[2] = value

    def handle_data(self, data):
        if self.area:
            self.area[1] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            self.forms[-1]["fields"].append(
                (self.area[0], self.area[1].removeprefix("\n")))
            self.area = None
        elif tag == "select" and self.select:
            name, first, chosen = self.select
            self.forms[-1]["fields"].append((name, chosen if chosen is not None else first or ""))
            self.select = None


class Person:
    """Somebody's browser."""

    class NoRedirect(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *arguments):
            return None

    def __init__(self, portal, name):
        self.portal = portal
        self.name = name
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self.cookies), self.NoRedirect())

    def ask(self, path, body=None, content_type="application/x-www-form-urlencoded"):
        """Status, address it leads to, and text; the fields of the answer are kept."""
        request = urllib.request.Request(
            self.portal.base + path, body, {"Accept": "text/html", "Origin": self.portal.base})
        if body is not None:
            request.add_header("Content-Type", content_type)
        try:
            answer = self.opener.open(request, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            text = answer.read().decode("utf-8", "replace")
            self.headers = answer.headers
            return answer.status, answer.headers.get("Location"), text

    def get(self, path):
        status, _, text = self.ask(path)
        if status != 200:
            raise Failure(f"{self.name}: {path} answered {status}")
        return text

    def form(self, action, page=None):
        """The form of a page that goes to `action`, as it was drawn."""
        page = page or action
        for form in Forms(self.get(page)).forms:
            if form["method"] == "post" and (form["action"] or page) == action:
                return form["fields"]
        raise Failure(f"{self.name}: no form to {action} on {page}")

    def filled(self, action, typed, page=None):
        """The fields of a form with what is typed in the place of what it holds."""
        drawn = [(name, value) for name, value in self.form(action, page) if name not in typed]
        return drawn + list(typed.items())

    def post(self, action, typed, page=None):
        """Fills in a form and sends it; the address it leads to."""
        return self.send(action, self.filled(action, typed, page))

    def send(self, action, fields):
        """Sends fields; the address they lead to."""
        return self.led(action, *self.ask(action, urllib.parse.urlencode(fields).encode()))

    def led(self, action, status, location, text):
        if status != 303:
            words = re.sub(r"<[^>]+>|\s+", " ", text.split("<main")[-1])[:500]
            raise Failure(f"{self.name}: {action} answered {status}: {words}")
        return location

    def post_file(self, action, typed, field, name, content, page=None):
        """Fills in a form with a file and sends it; the address it leads to."""
        return self.led(action, *self.send_file(action, typed, field, name, content, page))

    def send_file(self, action, typed, field, name, content, page=None):
        """Fills in a form with a file and sends it; status, address and text."""
        boundary = "boundary-of-a-script"
        parts = b""
        for key, value in self.filled(action, typed, page):
            parts += (f"--{boundary}\r\nContent-Disposition: form-data; name=\"{key}\"\r\n\r\n"
                      f"{value}\r\n").encode()
        parts += (f"--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; "
                  f"filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n").encode()
        parts += content + f"\r\n--{boundary}--\r\n".encode()
        return self.ask(action, parts, f"multipart/form-data; boundary={boundary}")

    def take_link(self, link, password):
        """Chooses a first password and signs in."""
        self.post(link, {"password": password})
        self.sign_in(password)

    def sign_in(self, password):
        self.post("/sign-in", {"name": self.name, "password": password})
