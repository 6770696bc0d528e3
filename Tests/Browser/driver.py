"""A browser led through the W3C WebDriver protocol, with nothing but Python's own library."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Failure(Exception):
    """What was not as it should be."""


class Driver:
    """A running chromedriver."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True)
        for line in self.process.stdout:
            if "successfully on port" in line:
                self.port = int(line.split("on port")[1].strip().rstrip("."))
                self._await()
                return
        raise Failure("chromedriver did not start")

    def _await(self):
        """It says its port before it listens."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/status", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)
        raise Failure("chromedriver does not answer")

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Browser:
    """One browser with cookies of its own, as one person has it."""

    def __init__(self, driver, base, width=1280, height=1800):
        self.base = base
        self.address = f"http://127.0.0.1:{driver.port}"
        self.folder = tempfile.mkdtemp()
        arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--disable-dev-shm-usage", f"--user-data-dir={self.folder}/profile",
            f"--window-size={width},{height}",
        ]
        options = {
            "args": arguments,
            "prefs": {"download.default_directory": self.folder,
                      "download.prompt_for_download": False},
        }
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"}}}})
        self.session = f"/session/{answer['sessionId']}"
        self.resize(width, height)

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise Failure(f"{method} {path}: {value['error']}: {value['message'][:400]}") from None

    def resize(self, width, height):
        """Sets the size of the page, which phones have narrower than a window can be."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height,
                      deviceScaleFactor=1, mobile=width < 600)

    def devtools(self, command, **parameters):
        return self._call("POST", f"{self.session}/goog/cdp/execute",
                          {"cmd": command, "params": parameters})

    def open(self, path):
        self._call("POST", f"{self.session}/url", {"url": self.base + path})

    def reload(self):
        self._call("POST", f"{self.session}/refresh", {})

    @property
    def path(self):
        return self._call("GET", f"{self.session}/url").removeprefix(self.base)

    @property
    def title(self):
        return self._call("GET", f"{self.session}/title")

    @property
    def text(self):
        return self.script("return document.body.innerText")

    def script(self, source, *arguments):
        """Asks the page something; nothing is done by it."""
        return self._call("POST", f"{self.session}/execute/sync",
                          {"script": source, "args": list(arguments)})

    def find(self, selector):
        """The element of a CSS selector."""
        found = self.all(selector)
        if not found:
            raise Failure(f"nothing is at {selector} on {self.path}: {self.title}")
        return found[0]

    def all(self, selector):
        found = self._call("POST", f"{self.session}/elements",
                           {"using": "css selector", "value": selector})
        return [one[ELEMENT] for one in found]

    def with_words(self, words, selector="main a, main button"):
        """The first of the elements whose words are these."""
        found = self.script(
            "return [...document.querySelectorAll(arguments[0])].find(e =>"
            " e.innerText.replace(/\\s+/g, ' ').trim() === arguments[1])"
            " || [...document.querySelectorAll(arguments[0])].find(e =>"
            " e.innerText.replace(/\\s+/g, ' ').trim().startsWith(arguments[1]))", selector, words)
        if found is None:
            raise Failure(f"nothing says “{words}” on {self.path}: {self.title}")
        return found[ELEMENT]

    def press(self, words):
        """Presses the button or follows the link with these words, and waits for its page."""
        self.script("window.wasPressed = true")
        self.click(self.with_words(words))
        self.wait(lambda: self.script(
            "return !window.wasPressed && document.readyState === 'complete'"),
            f"the page after “{words}”")

    def download(self, words, ending):
        """Follows a link to a file; the file."""
        self.click(self.with_words(words))
        return self.downloaded(ending)

    def click(self, element):
        self._call("POST", f"{self.session}/element/{element}/click", {})

    def tick(self, selector):
        element = self.find(selector)
        if not self._call("GET", f"{self.session}/element/{element}/selected"):
            self.click(element)

    def type(self, selector, text):
        """Types into a field in the place of what is in it."""
        element = self.find(selector)
        self._call("POST", f"{self.session}/element/{element}/clear", {})
        if text:
            self._call("POST", f"{self.session}/element/{element}/value", {"text": text})

    def choose(self, selector, value):
        """Chooses an entry of a list by its value."""
        self.click(self.find(f"{selector} option[value='{value}']"))

    def attach(self, selector, file):
        """Puts a file into a field for files."""
        element = self.find(selector)
        self._call("POST", f"{self.session}/element/{element}/value",
                   {"text": os.path.abspath(file)})

    def wait(self, condition, what, seconds=30):
        """Waits until something holds of the page."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            time.sleep(0.2)
        raise Failure(f"{what}: not within {seconds} s on {self.path}: {self.text[:600]}")

    def downloaded(self, ending, seconds=20):
        """The file that has been downloaded."""
        def files():
            return [name for name in os.listdir(self.folder) if name.endswith(ending)]
        self.wait(files, f"download of a file *{ending}", seconds)
        return os.path.join(self.folder, files()[0])

    def messages(self):
        """What the console has complained of since it was last asked."""
        return [entry["message"] for entry in
                self._call("POST", f"{self.session}/se/log", {"type": "browser"})
                if entry["level"] == "SEVERE"]

    def picture(self, file):
        """Draws the whole page."""
        height = self.script("return document.documentElement.scrollHeight")
        width = self.script("return document.documentElement.clientWidth")
        image = self.devtools("Page.captureScreenshot", captureBeyondViewport=True, clip={
            "x": 0, "y": 0, "width": width, "height": min(height, 12000), "scale": 1})
        with open(file, "wb") as out:
            out.write(base64.b64decode(image["data"]))

    def stop(self):
        self._call("DELETE", self.session)
        shutil.rmtree(self.folder, ignore_errors=True)
