#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deleting one case, and erasing everything: what is left on the disk and in a real keyring afterwards."""
import subprocess

import a11y
from keyrings import lock_keyring, says
from program import DesktopTest, main

RECEIPT = "EAC9999103402"


def entries():
    """What the keyring holds of Linterna, in the words of secret-tool."""
    found = subprocess.run(["secret-tool", "search", "--all", "server", "linterna"], capture_output=True, text=True,
                           timeout=a11y.PATIENCE, check=False)
    return found.stdout + found.stderr


class Forgetting(DesktopTest):
    def begin(self):
        """A window with one check in its history; gives it and its folder."""
        server = self.serve()
        data = self.folder / "data"
        self.connect(data, server.url, server)
        (data / "notes.txt").write_text("not Linterna's", encoding="utf-8")
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en", RECEIPT)
        window.wait_history(RECEIPT)
        return window, data

    def erase(self, window):
        a11y.press(window.get("menu item", "Erase everything…"))
        a11y.set_text(window.get("text", "To confirm, type “erase”:"), "erase")
        window.press("Erase everything", "push button")

    def left(self, data):
        """Whatever lies there but for how the window is found."""
        return sorted(str(file.relative_to(data)) for file in data.rglob("*") if not file.name.startswith("window."))

    def test_erases_disk_and_keyring(self):
        window, data = self.begin()
        self.assertIn("record/data-key", entries())
        self.assertIn("connection/Office/client-secret", entries())
        self.erase(window)
        says(window, "everything is erased")
        says(window, "record/data-key")
        window.press("Close Linterna", "push button")
        self.assertEqual(window.process.wait(20), 0)
        self.assertEqual(self.left(data), ["notes.txt"])
        self.assertNotIn("record/data-key", entries())
        self.assertNotIn("client-secret", entries())

    def test_names_what_a_locked_keyring_keeps(self):
        window, data = self.begin()
        lock_keyring()
        self.erase(window)
        says(window, "not everything could be erased")
        says(window, "record/data-key")
        window.press("Close Linterna", "push button")
        self.assertEqual(window.process.wait(20), 0)
        self.assertEqual(self.left(data), ["notes.txt"])

    def test_deletes_a_case_and_takes_it_back(self):
        window, data = self.begin()
        window.press("Delete case…", "menu item")
        window.press("Delete", "push button")
        a11y.poll("an empty list", lambda: not window.all("table cell", text=RECEIPT))
        window.press("Undo", "push button")
        window.wait_history(RECEIPT)
        self.assertEqual(window.close()[0], 0)
        again = self.start("--data-dir", data, "--connection", "Office", "--language", "en")
        again.wait_history(RECEIPT)


if __name__ == "__main__":
    main()
