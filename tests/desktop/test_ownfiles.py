#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Linterna's own files, damaged in every way, and locks that nobody holds: each is named and kept, and work goes on."""
import shutil
import signal
import sqlite3

import a11y
from keyrings import says
from program import DesktopTest, connection_file, main, run

FIRST, SECOND = "EAC9999103402", "EAC9999103403"
FILES = ("settings.ini", "privacy.json", "connections.json", "requests.db", "history.db")


def folder_instead(file):
    file.unlink()
    file.mkdir()


DAMAGES = {
    "empty": lambda file: file.write_bytes(b""),
    "NUL": lambda file: file.write_bytes(b"\0" * file.stat().st_size),
    "cut": lambda file: file.write_bytes(file.read_bytes()[:file.stat().st_size // 2 - 3]),
    "random bits": lambda file: file.write_bytes(bytes(byte ^ (0x80 if i % 7 == 3 or i == 0 else 0)
                                                       for i, byte in enumerate(file.read_bytes()))),
    "a folder": folder_instead,
    "gone": lambda file: file.unlink(),
}


class OwnFiles(DesktopTest):
    def begin(self, data, *receipts):
        return self.start("--practice", "--data-dir", data, "--language", "en", *receipts)

    def export(self, data):
        file = data.parent / "out.csv"
        done = run("--practice", "--data-dir", data, "--export-history", file)
        self.assertEqual(done.returncode, 0, done.stderr)
        text = file.read_text("utf-8-sig")
        return [receipt for receipt in (FIRST, SECOND) if receipt in text]

    def test_fault75_every_file_and_damage(self):
        sound = self.folder / "sound"
        file = connection_file(self.folder / "office.json", "Office", "http://127.0.0.1:9", "me")
        self.assertEqual(run("--data-dir", sound, "--import-connection", file).returncode, 0)
        window = self.begin(sound, FIRST)
        window.wait_history(FIRST)
        self.assertEqual(window.close()[0], 0)
        for name, damage in DAMAGES.items():
            with self.subTest(name):
                data = self.folder / name.replace(" ", "-")
                shutil.copytree(sound, data, ignore=shutil.ignore_patterns("*.socket"))
                for each in FILES:
                    damage(data / each)
                left = {each: (data / each).read_bytes() for each in FILES if (data / each).is_file()}
                window = self.begin(data, SECOND)
                window.wait_history(SECOND)  # work goes on
                # What was there is known from privacy.json: where that is lost too, nothing else is missed.
                for each in FILES if name != "gone" else ():
                    if name == "empty" and each.endswith(".db"):
                        continue
                    unreadable = each == "history.db" and name in ("NUL", "cut", "random bits")
                    says(window, "saved history was damaged" if unreadable else each)
                self.assertEqual(window.close()[0], 0)
                after = [file.read_bytes() for file in data.iterdir() if file.is_file()]
                for each, content in left.items():
                    self.assertIn(content, after, f"{each} was not kept")

    def test_fault75_one_file_gone(self):
        data = self.folder / "data"
        file = connection_file(self.folder / "office.json", "Office", "http://127.0.0.1:9", "me")
        self.assertEqual(run("--data-dir", data, "--import-connection", file).returncode, 0)
        window = self.begin(data, FIRST)
        window.wait_history(FIRST)
        self.assertEqual(window.close()[0], 0)
        for each in ("settings.ini", "connections.json", "requests.db", "history.db"):
            (data / each).unlink()
        window = self.begin(data)
        for each in ("settings.ini", "connections.json", "requests.db", "history.db"):
            says(window, f"{each} is gone")
        self.assertEqual(window.close()[0], 0)

    def test_fault73_undo_after_an_export_beside_and_a_kill(self):
        data = self.folder / "data"
        window = self.begin(data, FIRST, SECOND)
        window.wait_history(FIRST)
        window.wait_history(SECOND)
        for undo in (True, False):
            a11y.set_text(window.get("text", "Receipt number"), FIRST)  # so that the card shows it, also after Undo
            window.press("Check status", "push button")
            window.wait_status("Case Approval")
            window.press("Delete case…", "menu item")
            window.press("Delete", "push button")
            a11y.poll("one row", lambda: len(window.history()) == 1)
            self.assertEqual(len(self.export(data)), 1)
            if undo:
                window.press("Undo", "push button")
                a11y.poll("two rows", lambda: len(window.history()) == 2)
        window.process.send_signal(signal.SIGKILL)
        window.process.wait(a11y.PATIENCE)
        self.assertEqual(len(self.export(data)), 1)  # and nobody purged
        with sqlite3.connect(f"file:{data}/history.db?mode=ro", uri=True) as record:
            self.assertEqual(record.execute("SELECT count(*), sum(removal <> 0) FROM checks").fetchone()[1], 3)
        record.close()
        window = self.begin(data)
        a11y.poll("one row", lambda: len(window.history()) == 1)
        self.assertEqual(window.close()[0], 0)
        with sqlite3.connect(f"file:{data}/history.db?mode=ro", uri=True) as record:
            self.assertEqual(record.execute("SELECT count(*) FROM checks").fetchone(), (1,))
        record.close()

    def test_fault77_locked_by_another_program(self):
        data = self.folder / "data"
        window = self.begin(data, FIRST)
        window.wait_history(FIRST)
        other = sqlite3.connect(data / "history.db", isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        a11y.set_text(window.get("text", "Receipt number"), SECOND)
        window.press("Check status", "push button")
        says(window, "another program holds the history")
        window.wait_status("Case")  # the answer is on the card meanwhile
        other.execute("ROLLBACK")
        window.wait_history(SECOND)
        self.assertEqual(window.close()[0], 0)
        other.execute("BEGIN EXCLUSIVE")
        window = self.begin(data)
        says(window, "another program holds the history")
        other.execute("ROLLBACK")
        window.wait_history(FIRST)
        window.wait_history(SECOND)
        self.assertEqual(window.close()[0], 0)

    def test_fault80_locks_that_nobody_holds(self):
        data = self.folder / "data"
        data.mkdir(parents=True)
        for name in ("history.db.lock", "scratch.lock", "settings.ini.lock", "window.lock"):
            (data / name).write_bytes(b"1\nlinterna\nold-desk-3\n0123456789abcdef\n1111-2222\n")
        window = self.begin(data, FIRST)
        window.wait_history(FIRST)
        self.assertEqual(window.close()[0], 0)
        self.assertIn(FIRST, self.export(data))
        done = run("--practice", "--data-dir", data, "--backup", self.folder / "b.linterna-backup",
                   stdin="lantern window\n")
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    main()
