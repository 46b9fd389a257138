#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the connection file to the spreadsheet, with a real window and an unlocked keyring, and what is left on disk."""
import csv
import io
import subprocess
import a11y
from program import HOME, SESSION, DesktopTest, Proxy, files_with, keys, main, run

RECEIPT = "EAC9999103402"
TITLE = "Case Approval Was Affirmed"


class Journey(DesktopTest):
    def check_csv(self, file):
        raw = file.read_bytes()
        self.assertTrue(raw.startswith(b"\xef\xbb\xbf"), "a byte order mark for spreadsheets")
        self.assertNotIn(b"\n", raw.replace(b"\r\n", b""))
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
        self.assertGreater(len(rows), 1)
        self.assertTrue(all(len(row) == len(rows[0]) for row in rows))
        return rows

    def test_from_entry_to_csv(self):
        server = self.serve()
        proxy = Proxy(server.url)
        self.addCleanup(proxy.end)
        data = self.folder / "data"
        self.connect(data, proxy.url, server)

        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en")
        entry = window.get("text", "Receipt number")
        a11y.set_text(entry, "eac 99-991 03402")
        window.press("Check status", "push button")
        text = window.wait_status(TITLE)
        self.assertIn(RECEIPT, text)
        window.wait_history(RECEIPT, TITLE)

        # A second one by keys alone: the entry has the keyboard again, or gets it.
        entry.get_component_iface().grab_focus()
        window.activate()
        keys("ctrl+a")
        window.type("EAC9999103403")
        keys("Return")
        window.wait_status("Case Was Approved")
        window.wait_history("EAC9999103403")
        self.assertEqual(len(proxy.token_requests), 1)
        self.assertEqual(window.close()[0], 0)

        again = self.start("--data-dir", data, "--connection", "Office", "--language", "en")
        again.wait_history(RECEIPT, TITLE)
        again.wait_history("EAC9999103403")
        by_window = self.folder / "by window.csv"
        again.press("Export history", "push button")
        again.press("Choose a file…", "push button")
        self.choose_file(again, by_window)
        again.get(text="2 cases exported to")  # before that the dialog still stands in front of the window
        self.assertTrue(by_window.exists())
        self.assertEqual(again.close()[0], 0)

        by_command = self.folder / "by command.csv"
        done = run("--data-dir", data, "--export-history", by_command)
        self.assertEqual(done.returncode, 0, done.stderr)
        for file in (by_window, by_command):  # a line for each case, and for each check
            rows = self.check_csv(file)
            self.assertEqual(len(rows), 3)
            cells = [cell for row in rows for cell in row]
            self.assertIn(RECEIPT, "".join(cells))
            self.assertIn(TITLE, cells)
        by_case = self.folder / "by case.csv"
        done = run("--data-dir", data, "--export-history", by_case, "--cases")
        self.assertEqual((done.returncode, done.stdout), (0, f"2 cases written to {by_case}\n"), done.stderr)
        rows = self.check_csv(by_case)
        self.assertEqual(rows[0][-3:], ["last_checked_at", "last_outcome", "changed_at"])
        self.assertEqual({row[1]: row[-2] for row in rows[1:]}, {RECEIPT: "ok", "EAC9999103403": "ok"})
        self.nothing_left_behind(server, proxy, data, (by_window, by_command, by_case))

    def choose_file(self, window, file):
        entry = window.get("text", "File name:", seconds=30)
        a11y.set_text(entry, str(file))
        window.press("Save", "push button")

    def nothing_left_behind(self, server, proxy, data, exported):
        self.assertTrue(proxy.tokens)
        self.assertIn(server.secret, "".join(proxy.token_requests))
        for secret in (server.secret, *proxy.tokens):
            self.assertEqual(files_with(secret, data, HOME, SESSION), [])
            self.assertEqual(files_with(secret.encode("utf-16-le"), data, HOME, SESSION), [])
        for receipt in (RECEIPT, "EAC9999103403"):  # fault52: the record is encrypted, the logs are masked
            self.assertEqual(files_with(receipt, data, HOME, but=exported), [])
        found = subprocess.run(["secret-tool", "search", "--all", "server", "linterna"], capture_output=True, text=True,
                               check=False, timeout=20)
        self.assertNotIn("error", found.stderr.lower())


if __name__ == "__main__":
    main()
