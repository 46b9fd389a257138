#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No keyring at all: the secret is typed into the connection's dialog, and kept in memory for this run."""
import json

import a11y
from keyrings import says
from program import HOME, SESSION, DesktopTest, Proxy, files_with, main, run
from test_damagedrecord import check

RECEIPT = "EAC9999103402"


class Absent(DesktopTest):
    def give_secret(self, window, secret):
        a11y.press(window.get("menu item", "Settings…"))
        a11y.set_text(window.get(name="Client secret", role="password text"), secret)
        window.press("Save", "push button")
        says(window, "its client secret is not", "keyring")
        window.press("Keep for this run only", "push button")
        says(window, "kept until the program ends")
        window.press("Close", "push button")

    def test_fault48_set_secret_says_so(self):
        server = self.serve()
        data = self.folder / "data"
        self.connect(data, server.url, server, secret=False)
        done = run("--data-dir", data, "--set-secret", "Office", stdin=server.secret + "\n")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("keyring", done.stderr.lower())
        self.assertEqual(files_with(server.secret, data, HOME, SESSION), [])

    def test_no_import_without_a_place_for_the_key(self):
        copy = self.folder / "copy.jsonl"
        copy.write_text(json.dumps(check(0)) + "\n", encoding="utf-8")
        for language, said in (("en", "Nothing was imported: This computer has no keyring."),
                               ("es", "No se importó nada: Esta computadora no tiene llavero.")):
            done = run("--data-dir", self.folder / "data", "--language", language, "--import-history", copy)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn(said, done.stderr)
            self.assertEqual([file.name for file in (self.folder / "data").iterdir()], [])

    def test_fault48_works_with_the_secret_in_memory(self):
        server = self.serve()
        proxy = Proxy(server.url)
        self.addCleanup(proxy.end)
        data = self.folder / "data"
        self.connect(data, proxy.url, server, secret=False)
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en")
        says(window, "keyring")
        self.give_secret(window, server.secret)
        a11y.set_text(window.get("text", "Receipt number"), RECEIPT)
        window.press("Check status", "push button")
        window.wait_status("Case Approval Was Affirmed")
        window.wait_history(RECEIPT)
        self.assertEqual(window.close()[0], 0)
        for secret in (server.secret, *proxy.tokens):
            self.assertEqual(files_with(secret, data, HOME, SESSION), [])


if __name__ == "__main__":
    main()
