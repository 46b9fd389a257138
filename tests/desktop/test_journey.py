#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the connection file to the spreadsheet, with a real window and an unlocked keyring, and what is left on disk."""
import base64
import csv
import io
import subprocess
import a11y
from program import SESSION, DesktopTest, Proxy, keys, main, run, traces

RECEIPT = "EAC9999103402"
SECOND = "EAC9999103403"
TITLE = "Case Approval Was Affirmed"
CLIENT = "Quetzalina Ñúñez"
TAG = "tamarindo"
NOTE = "Her sister Ixchel waits in Tegucigalpa"
SEARCHED = "quetzalina approved"
FILTER = "Waiting for jacaranda"


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
        window.type(SECOND)
        keys("Return")
        window.wait_status("Case Was Approved")
        window.wait_history(SECOND)
        self.assertEqual(len(proxy.token_requests), 1)
        self.describe_case(window)
        self.save_filter(window)
        self.assertEqual(window.close()[0], 0)

        again = self.start("--data-dir", data, "--connection", "Office", "--language", "en")
        again.wait_history(RECEIPT, TITLE)
        again.wait_history(SECOND, CLIENT)
        self.choose_filter(again)
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
            self.assertTrue({TITLE, CLIENT, TAG, NOTE} <= set(cells))
        by_case = self.folder / "by case.csv"
        done = run("--data-dir", data, "--export-history", by_case, "--cases")
        self.assertEqual((done.returncode, done.stdout), (0, f"2 cases written to {by_case}\n"), done.stderr)
        rows = self.check_csv(by_case)
        self.assertEqual(rows[0][-3:], ["last_checked_at", "last_outcome", "changed_at"])
        self.assertEqual({row[1]: row[-2] for row in rows[1:]}, {RECEIPT: "ok", "EAC9999103403": "ok"})
        self.nothing_left_behind(server, proxy, data, (by_window, by_command, by_case))

    def describe_case(self, window):
        """What only the office knows of the case that is shown."""
        window.press("Add client, tags or a note", "push button")
        a11y.set_text(window.get("text", "Client's name or file number"), CLIENT)
        a11y.set_text(window.get("text", "Tags"), TAG)
        a11y.set_text(window.get("text", "Note"), NOTE)
        window.press("Save", "push button")
        window.get("push button", "Edit case details")
        window.wait_history(SECOND, CLIENT)

    def save_filter(self, window):
        """Searches, saves that as a filter, and finds it again."""
        a11y.set_text(window.get("text", "Search"), SEARCHED)
        a11y.poll("only that case", lambda: [SECOND in " ".join(row) for row in window.history()] == [True])
        window.press("Filter", "push button")
        window.press("Save this filter…", "push button")
        a11y.set_text(window.get("text", "Name"), FILTER)
        window.press("Save", "push button")
        a11y.poll("the name is taken", lambda: not window.all("text", "Name"))

    def choose_filter(self, window):
        """The one that was saved: the first in its menu. And all of the list again."""
        window.press("Filter", "push button")
        window.get("push button", "Saved filters").get_component_iface().grab_focus()
        window.activate()
        keys("space", "Down", "Return")
        a11y.poll("only that case", lambda: [SECOND in " ".join(row) for row in window.history()] == [True])
        self.assertEqual(a11y.text_of(window.get("text", "Search")), SEARCHED)
        a11y.set_text(window.get("text", "Search"), "")
        window.wait_history(RECEIPT, TITLE)

    def choose_file(self, window, file):
        entry = window.get("text", "File name:")
        a11y.set_text(entry, str(file))
        window.press("Save", "push button")

    def nothing_left_behind(self, server, proxy, data, exported):
        self.assertTrue(proxy.tokens)
        self.assertIn(server.secret, "".join(proxy.token_requests))
        # fault52: the record is encrypted, the logs are masked. SESSION holds the home, the run-time folder, the folder for
        # temporary files, the data directory and what the program said; the server's log is the test's own.
        self.assertTrue(data.is_relative_to(SESSION))
        words = [RECEIPT, SECOND, TITLE, CLIENT, TAG, NOTE, SEARCHED, FILTER, "Quetzalina", "jacaranda", server.secret,
                 *proxy.tokens]
        self.assertEqual(traces(words, SESSION, but=(*exported, server.log)), [])
        found = traces(words, self.folder)
        for word in (RECEIPT, SECOND, TITLE, CLIENT, TAG, NOTE):  # that it would be found
            self.assertIn(f"{exported[1]}: {word} (UTF-8)", found)
        for number, word in enumerate(words):
            planted = SESSION / "tmp" / f"planted {number}"
            planted.write_bytes(b"\0" * number + base64.b64encode(b"x" * number + word.encode() + b"yz"))
            self.assertTrue(traces([word], SESSION / "tmp"), word)
            planted.unlink()
        found = subprocess.run(["secret-tool", "search", "--all", "server", "linterna"], capture_output=True, text=True,
                               check=False, timeout=a11y.PATIENCE)
        self.assertNotIn("error", found.stderr.lower())


if __name__ == "__main__":
    main()
