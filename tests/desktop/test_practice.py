#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Practice mode in the window: the status in both languages, the links, and that it stays apart from real history."""
from program import HOME, DesktopTest, main

RECEIPT = "EAC9999103402"
TITLE_EN = "Case Approval Was Affirmed"
TITLE_ES = "Aprobación De Caso Reafirmada"
LINK = "https://www.uscis.gov/addresschange"


class Practice(DesktopTest):
    def links(self, window):
        return [node for node in window.all(text="uscis.gov/addresschange")
                if node.get_role_name() in ("link", "push button", "list item")]

    def test_both_languages(self):
        window = self.start("--practice", "--language", "en", RECEIPT)
        english = window.wait_status(TITLE_EN)
        self.assertIn(RECEIPT, english)
        self.assertIn("www.uscis.gov/addresschange", english)
        self.assertEqual(len(self.links(window)), 1)
        for name in ("Receipt number", "Check status", "English", "Español", "Cases", "Export history"):
            window.get(name=name)

        window.press("Español")
        spanish = window.wait_status(TITLE_ES)
        self.assertIn(RECEIPT, spanish)
        self.assertIn("www.uscis.gov/addresschange", spanish)
        self.assertNotIn("�", spanish)
        self.assertEqual(len(self.links(window)), 1)
        window.get("text", "Número de recibo")
        window.get("push button", "Consultar estado")
        self.assertFalse(window.all("push button", "Check status"))

        window.press("English")
        window.wait_status(TITLE_EN)
        window.get("push button", "Check status")

    def test_starts_in_spanish(self):
        window = self.start("--practice", "--language", "es", RECEIPT)
        window.wait_status(TITLE_ES)
        window.get("push button", "Consultar estado")

    def test_apart_from_real_history(self):
        window = self.start("--practice", "--language", "en", RECEIPT)
        window.wait_history(RECEIPT)
        self.assertEqual(window.close()[0], 0)
        practice = {file for file in HOME.rglob("*.db*")}
        self.assertTrue(practice, "practice keeps its history too")
        window = self.start("--language", "en")
        self.assertEqual(window.history(), [])
        self.assertEqual(window.close()[0], 0)
        folders = {file.parent for file in practice}
        real = {file.parent for file in HOME.rglob("*.db*")} - folders
        for folder in real:
            for other in folders:
                self.assertNotEqual(folder, other)


if __name__ == "__main__":
    main()
