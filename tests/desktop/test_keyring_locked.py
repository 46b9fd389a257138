#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyring is locked while encrypted history is there."""
import json

import a11y
from keyrings import hashes, lock_keyring, says, unlock_keyring
from program import DesktopTest, main, run
from test_damagedrecord import check

RECEIPT = "EAC9999103402"


class Locked(DesktopTest):
    def test_fault47_says_unlock_and_touches_nothing(self):
        server = self.serve()
        data = self.folder / "data"
        self.connect(data, server.url, server)
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en", RECEIPT)
        window.wait_history(RECEIPT)
        self.assertEqual(window.close()[0], 0)
        before = hashes(data)["history.db"]

        lock_keyring()
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en", "EAC9999103403")
        says(window, "unlock", "keyring")
        self.assertEqual(window.close()[0], 0)
        copy = self.folder / "copy.jsonl"
        copy.write_text(json.dumps(check(0)) + "\n", encoding="utf-8")
        done = run("--data-dir", data, "--language", "en", "--import-history", copy)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("Unlock the keyring", done.stderr)
        self.assertEqual(hashes(data)["history.db"], before)

    def test_fault47_opens_in_the_same_run(self):
        server = self.serve()
        data = self.folder / "data"
        self.connect(data, server.url, server)
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en", RECEIPT)
        window.wait_history(RECEIPT)
        self.assertEqual(window.close()[0], 0)

        lock_keyring()
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en")
        says(window, "unlock", "keyring")
        unlock_keyring()
        window.press("Try again", "push button")
        window.wait_history(RECEIPT)
        self.assertEqual(window.close()[0], 0)

        lock_keyring()  # or by itself, when something else finds the keyring open
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en")
        says(window, "unlock", "keyring")
        unlock_keyring()
        a11y.set_text(window.get("text", "Receipt number"), "EAC9999103403")
        window.press("Check status", "push button")
        window.wait_history("EAC9999103403")
        window.wait_history(RECEIPT)
        self.assertEqual(len(window.history()), 2)
        self.assertEqual(window.close()[0], 0)
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en")
        window.wait_history("EAC9999103403")
        self.assertEqual(len(window.history()), 2)
        self.assertEqual(window.close()[0], 0)


if __name__ == "__main__":
    main()
