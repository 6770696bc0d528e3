"""The story of a quarter's figures, from the opening of the round to a revision, in Chromium.

Usage: story.py BINARY        pictures of each step go to the folder PICTURES names.
"""

import csv
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Faults"))

from driver import Browser, Driver, Failure  # noqa: E402
from portal import Portal, Person  # noqa: E402

PICTURES = os.environ.get("PICTURES", ".build/pictures")
PASSWORDS = {name: f"a rather long secret of {name}" for name in ("lea", "olive", "omar")}
# The return that is walked through: the first half is typed, the second comes with a file.
TYPED = {
    "CYP-A1-01": {"n": "212", "d": "65000"}, "CYP-A1-02": {"n": "160"}, "CYP-A1-04": {"v": "41"},
    "CYP-A1-05": {"n": "300", "d": "240"}, "CYP-A1-07": {"v": "18"},
}
FILED = {
    "CYP-A1-03": ("412", "65000"), "CYP-A1-06a": ("9", "300"), "CYP-A1-06b": ("38", "211"),
    "CYP-A1-08": ("25", ""),
}
taken = 0


def check(condition, words):
    if not condition:
        raise Failure(words)


def step(words):
    print(f"  {words}", flush=True)


def look(browser, name):
    """Pictures at the widths of a desk and of a phone, and no complaint of the console."""
    global taken
    taken += 1
    for width in (1280, 390):
        browser.resize(width, 1800)
        browser.picture(f"{PICTURES}/{taken:02}-{name}-{width}.png")
        wide = browser.script("return document.documentElement.scrollWidth")
        check(wide <= width, f"{name} is {wide} pixels wide on a screen of {width}")
    browser.resize(1280, 1800)
    # The status of a form with something wrong is no mistake of the page.
    complaints = [words for words in browser.messages() if "422" not in words and "409" not in words]
    check(not complaints, f"the console complains on {name}: {complaints}")


def sign_in(browser, name):
    if "/sign-in" not in browser.path:
        browser.open("/sign-in")
    browser.type("#name", name)
    browser.type("#password", PASSWORDS[name])
    browser.press("Sign in")


class Story:
    def __init__(self, binary):
        self.portal = Portal(binary)
        self.people = {}

    def begin(self):
        self.portal.start()
        links = {
            "lea": self.portal.add_person("lea", "approver"),
            "olive": self.portal.add_person("olive", "officer"),
            "omar": self.portal.add_person("omar", "officer"),
        }
        for name, link in links.items():
            Person(self.portal, name).take_link(link, PASSWORDS[name])

    def entry(self, code):
        """The numbers of an entry and of its return."""
        rows = self.portal.ask(
            "SELECT id, return_id FROM return_entry WHERE measure = ?", code)
        check(rows, f"the round does not ask for {code}")
        return rows[0]

    def control(self, code, field):
        """The selector of a box of the grid."""
        return f"#e{self.entry(code)[0]}-{field}"

    def open_round(self):
        step("the lead opens a round")
        lea = self.lea
        lea.open("/rounds/new")
        sign_in(lea, "lea")
        check("Open a round" in lea.text, "the lead is not led back to the page asked for")
        look(lea, "open-a-round")
        lea.press("Open the round")
        check("/rounds/" in lea.path, f"opening leads to {lea.path}")
        look(lea, "round")
        self.round = self.portal.ask("SELECT id FROM collection_round")[0][0]
        self.first = self.entry("CYP-A1-01")[1]

    def fill_half(self):
        step("the officer fills half of a return, and is signed out meanwhile")
        olive = self.olive
        sign_in(olive, "olive")
        olive.open("/returns")
        look(olive, "returns")
        olive.open(f"/returns/{self.first}")
        look(olive, "grid-empty")
        for code, boxes in TYPED.items():
            for box, text in boxes.items():
                olive.type(self.control(code, box), text)
            olive.choose(self.control(code, "figure"), "final")
        # An hour without a request, as far as the portal can tell.
        self.portal.stop()
        self.portal.change(
            "UPDATE session SET seen_at = seen_at - 7200, began_at = began_at - 7200"
            " WHERE person_id = (SELECT id FROM person WHERE user_name = 'olive')")
        self.portal.start()
        olive.press("Save draft")
        check("signed out" in olive.text, f"no word of being signed out: {olive.text[:400]}")
        look(olive, "signed-out")
        sign_in(olive, "olive")
        for code, boxes in TYPED.items():
            for box, text in boxes.items():
                kept = olive.script(
                    "return document.querySelector(arguments[0]).value", self.control(code, box))
                check(kept.replace(",", "") == text, f"{code} {box} was {text} and is {kept} after signing in")
        look(olive, "after-signing-in")

    def answer_doubt(self):
        step("a doubt is asked and answered")
        olive = self.olive
        olive.press("Save and check")
        check("300" in olive.text and "240" in olive.text and "greater" in olive.text,
              "300 of 240 is not doubted")
        look(olive, "grid-checked")
        olive.tick(self.control("CYP-A1-05", "right"))
        olive.type(self.control("CYP-A1-05", "right-because"),
                   "Sixty referrals were open from the quarter before.")
        olive.press("Save and check")
        stored = self.portal.ask(
            "SELECT readiness FROM return_entry WHERE id = ?", self.entry("CYP-A1-05")[0])
        check(stored == [("ready",)], f"the answered doubt leaves the figure {stored}")

    def upload_rest(self):
        step("the second half comes by a workbook that LibreOffice made")
        olive = self.olive
        olive.open(f"/returns/{self.first}")
        with open(olive.download("CSV", ".csv"), newline="", encoding="utf-8-sig") as file:
            rows = list(csv.reader(file))
        columns = rows[0]
        at = {name: columns.index(name) for name in
              ("Measure code", "Top number", "Bottom number", "Value", "Figure is")}
        for row in rows[1:]:
            if row[at["Measure code"]] in FILED:
                top, bottom = FILED[row[at["Measure code"]]]
                row[at["Top number" if bottom else "Value"]] = top
                row[at["Bottom number"]] = bottom
                row[at["Figure is"]] = "Final"
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/half.csv", "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows(rows)
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                 "--convert-to", "xlsx", "--outdir", folder, f"{folder}/half.csv"],
                check=True, capture_output=True, timeout=180)
            olive.open("/uploads/new")
            olive.attach("input[type=file]", f"{folder}/half.xlsx")
            look(olive, "upload")
            olive.press("Upload")
        olive.wait(lambda: "/uploads/" in olive.path and self.upload_state() == "previewed",
                   "the preview of the file")
        olive.reload()
        look(olive, "preview")
        olive.press("Import")
        olive.wait(lambda: self.upload_state() == "applied", "the taking in of the file")
        olive.reload()
        look(olive, "taken-in")

    def upload_state(self):
        return self.portal.ask("SELECT state FROM upload ORDER BY id DESC LIMIT 1")[0][0]

    def submit(self):
        olive = self.olive
        olive.open(f"/returns/{self.first}/check")
        look(olive, "check")
        olive.tick("#declared, [name=declaration], [name=declared]")
        olive.press("Submit for approval")
        check("submitted" in olive.path, f"submitting leads to {olive.path}: {olive.text[:400]}")
        look(olive, "submitted")

    def send_back_and_approve(self):
        step("the lead sends one back, the officer mends it, the lead approves")
        lea, entry = self.lea, self.entry("CYP-A1-05")[0]
        lea.open("/approvals")
        look(lea, "approvals")
        lea.open(f"/approvals/{self.first}")
        look(lea, "approval")
        lea.open(f"/approvals/{self.first}/figures/{entry}/send-back")
        lea.type("#reason", "Count only the referrals of this quarter.")
        lea.press("Send back")
        lea.open(f"/approvals/{self.first}")
        lea.press("Approve the ticked figures")
        self.approve_rest()
        olive = self.olive
        olive.open("/returns")
        check("Count only the referrals of this quarter." in olive.text,
              "the officer is not told why it was sent back")
        look(olive, "sent-back")
        olive.open(f"/returns/{self.first}/figures/{entry}")
        look(olive, "figure")
        olive.type(f"#e{entry}-n", "200")
        olive.press("Save and check")
        self.submit()
        self.approve_rest()

    def approve_rest(self):
        """Ticks what is unusual, too, once it was looked at."""
        lea = self.lea
        lea.open(f"/approvals/{self.first}")
        boxes = lea.script(
            "return [...document.querySelectorAll('main input[type=checkbox]')].map(e => e.id)")
        for box in boxes:
            lea.tick(f"#{box}")
        if boxes:
            lea.press("Approve the ticked figures")

    def publish(self):
        step("the lead publishes, and a board member sees the new figures")
        lea = self.lea
        slug = self.portal.ask("SELECT slug FROM measure WHERE code = 'CYP-A1-05'")[0][0]
        visitor = self.visitor
        visitor.open(f"/measures/{slug}")
        check("83.3%" not in visitor.text, "a figure is seen before it is published")
        lea.open(f"/rounds/{self.round}/publish")
        look(lea, "publish")
        lea.press("Publish")
        check(lea.path.startswith(f"/rounds/{self.round}"), f"publishing leads to {lea.path}")
        look(lea, "round-published")
        visitor.open(f"/measures/{slug}")
        check("83.3%" in visitor.text, "200 of 240 is not seen as 83.3%")
        look(visitor, "measure")
        visitor.open("/measures/" + self.portal.ask(
            "SELECT slug FROM measure WHERE code = 'CYP-A1-07'")[0][0])
        check("18" in visitor.text, "the family group conferences are not seen")

    def revise(self):
        step("a revision shows [r], and the old value in the history")
        olive, entry = self.olive, self.entry("CYP-A1-05")[0]
        olive.open(f"/returns/{self.first}/figures/{entry}/revise")
        look(olive, "revise")
        olive.type("#reason", "A referral was counted twice.")
        olive.press("Revise this figure")
        olive.open(f"/returns/{self.first}/figures/{entry}")
        olive.type(f"#e{entry}-n", "190")
        olive.press("Save and check")
        self.submit()
        self.approve_rest()
        slug = self.portal.ask("SELECT slug FROM measure WHERE code = 'CYP-A1-05'")[0][0]
        visitor = self.visitor
        visitor.open(f"/measures/{slug}")
        check("83.3%" in visitor.text and "79.2%" not in visitor.text,
              "a revision is seen before it is published")
        self.lea.open(f"/rounds/{self.round}/publish")
        self.lea.press("Publish")
        visitor.open(f"/measures/{slug}")
        check("79.2%" in visitor.text, "190 of 240 is not seen as 79.2%")
        check("[r]" in visitor.text, "a revised figure has no [r]")
        look(visitor, "measure-revised")
        visitor.open(f"/measures/{slug}/history")
        check("83.3%" in visitor.text and "79.2%" in visitor.text,
              "the history lacks the old value or the new one")
        check("A referral was counted twice." in visitor.text, "the history lacks the reason")
        look(visitor, "history")

    def run(self):
        self.begin()
        driver = Driver()
        try:
            self.lea, self.olive, self.visitor = (
                Browser(driver, self.portal.base) for _ in range(3))
            self.open_round()
            self.fill_half()
            self.answer_doubt()
            self.upload_rest()
            self.submit()
            self.send_back_and_approve()
            self.publish()
            self.revise()
        except Failure:
            for name in ("lea", "olive", "visitor"):
                if hasattr(self, name):
                    getattr(self, name).picture(f"{PICTURES}/failure-{name}.png")
            raise
        finally:
            driver.stop()


def main():
    os.makedirs(PICTURES, exist_ok=True)
    story = Story(sys.argv[1])
    try:
        story.run()
    except Failure as failure:
        print(f"test-browser: FAILED: {failure}")
        return 1
    finally:
        story.portal.kill()
    print(f"test-browser: the story holds; {taken * 2} pictures are in {PICTURES}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
