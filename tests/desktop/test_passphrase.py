#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No keyring: the history is kept under a passphrase, or not at all."""
import json

import a11y
from keyrings import hashes, says
from program import HOME, SESSION, DesktopTest, files_with, main, run
from test_damagedrecord import check

RECEIPT = "EAC9999103402"
PASSPHRASE = "una linterna en la ventana"


class Passphrase(DesktopTest):
    def setUp(self):
        super().setUp()
        self.server = self.serve()
        self.data = self.folder / "data"
        self.connect(self.data, self.server.url, self.server, secret=False)

    def open(self, *arguments):
        return self.start("--data-dir", self.data, "--connection", "Office", "--language", "en", *arguments)

    def look_up(self, window):
        a11y.press(window.get("menu item", "Settings…"))
        a11y.set_text(window.get(name="Client secret", role="password text"), self.server.secret)
        window.press("Save", "push button")
        window.press("Keep for this run only", "push button")
        says(window, "kept until the program ends")
        window.press("Close", "push button")
        a11y.set_text(window.get("text", "Receipt number"), RECEIPT)
        window.press("Check status", "push button")
        window.wait_history(RECEIPT)

    def enter(self, window, **texts):
        for name, text in texts.items():
            a11y.set_text(window.get("password text", name.replace("_", " ")), text)

    def protect(self, window):
        window.press("Choose how to keep it…", "push button")
        window.press("Keep it so", "push button")
        self.enter(window, New_passphrase=PASSPHRASE, The_same_once_more=PASSPHRASE)
        window.press("Protect", "push button")
        says(window, "the history is kept, under its passphrase")

    def test_fault48_kept_under_a_passphrase(self):
        window = self.open()
        self.look_up(window)
        self.protect(window)
        window.wait_history(RECEIPT)  # what was looked up before came along
        self.assertEqual(window.close()[0], 0)
        before = hashes(self.data)["history.db"]

        window = self.open()
        self.enter(window, Passphrase="no such lantern")
        window.press("Open the history", "push button")
        says(window, "not the passphrase of the history")
        self.enter(window, Passphrase=PASSPHRASE)
        window.press("Open the history", "push button")
        window.wait_history(RECEIPT)
        self.assertEqual(window.close()[0], 0)

        window = self.open()
        window.press("Not now", "push button")
        says(window, "closed until its passphrase is entered")
        self.assertEqual(window.history(), [])
        self.assertEqual(window.close()[0], 0)
        self.assertEqual(hashes(self.data)["history.db"], before)

        out = self.folder / "history.csv"
        done = run("--data-dir", self.data, "--export-history", out, stdin="wrong\n")
        self.assertEqual((done.returncode, out.exists()), (1, False))
        self.assertIn("passphrase", done.stderr)
        done = run("--data-dir", self.data, "--export-history", out, stdin=PASSPHRASE + "\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(RECEIPT, out.read_text(encoding="utf-8-sig"))
        copy = self.folder / "copy.jsonl"
        copy.write_text(json.dumps(check(0)) + "\n", encoding="utf-8")
        take_in = ("--data-dir", self.data, "--language", "en", "--import-history", copy)
        done = run(*take_in, stdin="wrong\n")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("passphrase", done.stderr)
        done = run(*take_in, stdin=PASSPHRASE + "\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("1 check was taken in.", done.stdout)
        out.unlink()
        for secret in (PASSPHRASE, self.server.secret, RECEIPT):
            self.assertEqual(files_with(secret, self.data, HOME, SESSION), [])

    def test_fault48_nothing_is_kept(self):
        window = self.open()
        says(window, "this computer has no keyring")
        window.press("Choose how to keep it…", "push button")
        a11y.press(window.get("radio button", "Keep nothing on this computer"))
        window.press("Keep it so", "push button")
        self.look_up(window)
        self.assertEqual(window.close()[0], 0)
        self.assertEqual(hashes(self.data).keys() & {"history.db"}, set())

        window = self.open()  # and is a calm state from then on
        says(window, "history for this run only")
        self.assertEqual(window.all("push button", "Choose how to keep it…"), [])
        a11y.press(window.get("menu item", "How the history is kept…"))
        a11y.press(window.get("radio button", "Under a passphrase"))
        window.press("Keep it so", "push button")
        self.enter(window, New_passphrase=PASSPHRASE, The_same_once_more=PASSPHRASE)
        window.press("Protect", "push button")
        says(window, "history encrypted")
        self.assertEqual(window.close()[0], 0)


if __name__ == "__main__":
    main()
