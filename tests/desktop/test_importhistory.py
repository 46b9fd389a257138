#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import of a complete export without a window: into a new history and beside what is there, beside a window, in both
languages; and every refusal."""
import json
import os
import pty
import sqlite3
import subprocess

import a11y
from program import LINTERNA, DesktopTest, files_with, main, run
from test_damagedrecord import CASES, CHECKS, check, receipt


class ImportHistory(DesktopTest):
    def setUp(self):
        super().setUp()
        self.data = self.folder / "data"
        self.file = self.write("desk.jsonl", *map(check, range(CHECKS)))

    def write(self, name, *checks):
        file = self.folder / name
        file.write_text("".join(json.dumps(each) + "\n" for each in checks), encoding="utf-8")
        return file

    def practice(self, *arguments, data=None):
        return run("--practice", "--data-dir", data or self.data, "--language", "en", *arguments)

    def refused(self, file, *words, code=2, data=None, files=()):
        """Nothing on standard output, why on standard error, and no file more."""
        data = data or self.folder / "refused"
        with self.subTest(file=file):
            done = self.practice("--import-history", file, data=data)
            self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
            self.assertIn("Nothing was imported", done.stderr)
            for word in words:
                self.assertIn(word, done.stderr)
            self.assertEqual(sorted(each.name for each in data.rglob("*") if each.is_file()), sorted(files))

    def exported(self, data, target, *options):
        done = self.practice("--export-history", target, *options, data=data)
        self.assertEqual(done.returncode, 0, done.stderr)
        return target.read_bytes()

    def checks(self, data, target, *options):
        """The lines of an export that hold checks: the events are also of the desk that exports."""
        return [each for each in self.exported(data, target, *options).splitlines() if b'"linterna_event"' not in each]

    def test_comes_back_as_it_was(self):
        done = self.practice("--import-history", self.file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn(f"{CHECKS} checks were taken in", done.stdout)
        self.assertIn(str(self.file), done.stdout)  # which is not encrypted
        for ending in ("jsonl", "csv"):  # and once more, at another desk
            there = self.folder / f"as {ending}"
            written = self.checks(self.data, self.folder / f"copy.{ending}", "--complete")
            self.assertEqual(self.practice("--import-history", self.folder / f"copy.{ending}", data=there).returncode, 0)
            self.assertEqual(self.checks(there, self.folder / f"again.{ending}", "--complete"), written)
        self.assertEqual(files_with(receipt(0), self.data), [])

    def test_with_the_key_in_the_keyring_in_spanish(self):
        done = run("--data-dir", self.data, "--language", "es", "--import-history", self.file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn(f"Se importaron {CHECKS} consultas.", done.stdout)
        out = self.folder / "out.csv"
        self.assertEqual(run("--data-dir", self.data, "--export-history", out, "--cases").returncode, 0)
        self.assertEqual(len(out.read_text(encoding="utf-8-sig").splitlines()), CASES + 1)
        again = run("--data-dir", self.data, "--language", "es", "--import-history", self.file)
        self.assertEqual((again.returncode, again.stderr), (0, ""))
        self.assertIn(f"No trae nada nuevo.\n{CHECKS} consultas ya constaban aquí.", again.stdout)

    def test_every_refusal_says_why(self):
        everyday = self.folder / "everyday.csv"
        self.assertEqual(self.practice("--import-history", self.file).returncode, 0)
        self.exported(self.data, everyday)
        self.refused(everyday, "everyday.csv", "“A complete copy”")
        self.refused(self.folder / "gone.jsonl", "gone.jsonl", "No such file")
        self.refused(self.folder, "not a file")
        pipe = self.folder / "pipe.jsonl"
        os.mkfifo(pipe)
        self.refused(pipe, "not a file")
        self.refused(self.write("empty.jsonl"), "nothing in")
        self.refused(self.write("newer.jsonl", check(0) | {"linterna_check": 2}), "newer version")
        self.refused(self.write("wrong.jsonl", check(0) | {"http_status": "x"}), "damaged in row 1", "http_status")
        self.refused(self.write("other.jsonl", {"name": 1}), "linterna_check")
        done = self.practice("--import-history", "-", data=self.folder / "refused")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("needs a file", done.stderr)
        self.assertFalse((self.folder / "refused").exists())
        before = self.exported(self.data, self.folder / "before.jsonl", "--complete")
        lines = before.splitlines(keepends=True)
        files = [each.name for each in self.data.rglob("*") if each.is_file()]
        altered = self.folder / "altered.jsonl"
        events = [json.loads(line) for line in lines if b'"linterna_event"' in line]
        number = next(at for at, event in enumerate(events) if event["kind"] == "check")
        events[number]["leaf"] = "0" * 64
        altered.write_bytes(b"".join(json.dumps(each).encode() + b"\n" for each in events) + b"".join(lines[len(events):]))
        self.refused(altered, f"damaged in row {number + 1}", "changed after it was exported", data=self.data, files=files)
        twice = self.folder / "twice.jsonl"
        twice.write_bytes(before + before)
        self.refused(twice, f"several exports, the second from row {len(lines) + 1}", data=self.data, files=files)
        self.assertEqual(self.exported(self.data, self.folder / "after.jsonl", "--complete"), before)

    def test_beside_what_is_there(self):
        """What two desks have goes both ways, and what they wrote differently is asked about in the window."""
        other = self.folder / "other"
        self.assertEqual(self.practice("--import-history", self.write("first.jsonl", check(0), check(1))).returncode, 0)
        self.assertEqual(self.practice("--import-history", self.write("second.jsonl", check(1), check(2)), data=other).returncode, 0)
        self.exported(other, self.folder / "theirs.jsonl", "--complete")
        done = self.practice("--import-history", self.folder / "theirs.jsonl")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("1 check was taken in.\n1 check had been here before.", done.stdout)
        again = self.practice("--import-history", self.folder / "theirs.jsonl")
        self.assertIn("Nothing in it is new.\n2 checks had been here before.", again.stdout)
        different = self.write("different.jsonl", check(0) | {"case": {"client": "Somebody else", "note": "", "tags": [],
                                                                       "on_hold": False}})
        done = self.practice("--import-history", different)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("1 field has different values and waits for your choice.", done.stdout)
        self.assertIn("Choose in the window, with File, Review differences.", done.stdout)

    def test_all_or_nothing(self):
        cut = self.folder / "cut.jsonl"
        cut.write_bytes(self.file.read_bytes()[:-20])
        self.assertEqual(self.practice("--import-history", cut).returncode, 2)
        self.assertEqual(self.exported(self.data, self.folder / "out.csv").count(b"\n"), 1)  # the headings
        self.assertEqual(self.practice("--import-history", self.file).returncode, 0)

    def test_nothing_is_kept_where_that_was_chosen(self):
        for name, words in (("settings.ini", "[history]\nkeepNothing=true\n"), ("privacy.json", "damaged")):
            data = self.folder / name
            data.mkdir()
            (data / name).write_text(words, encoding="utf-8")
            done = run("--data-dir", data, "--language", "en", "--import-history", self.file)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn("chosen that nothing is kept", done.stderr)
            self.assertEqual([each.name for each in data.iterdir()], [name])

    def test_beside_a_window(self):
        window = self.start("--practice", "--data-dir", self.data, "--language", "en")
        done = self.practice("--import-history", self.file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        a11y.set_text(window.get("text", "Receipt number"), "EAC9999103402")
        window.press("Check status", "push button")
        window.wait_history("EAC9999103402")
        rows = window.wait_history(receipt(0))
        self.assertEqual(len(rows), CASES + 1)
        self.assertEqual(window.close()[0], 0)

    def test_waits_for_another_program(self):
        for locking in ("NORMAL", "EXCLUSIVE"):  # only to be written, and not even to be read
            data = self.folder / locking
            self.assertEqual(self.practice("--restore", self.folder / "none", data=data).returncode, 1)  # makes it
            with self.subTest(locking=locking):
                other = sqlite3.connect(data / "history.db", isolation_level=None)
                self.addCleanup(other.close)
                other.execute(f"PRAGMA locking_mode={locking}")
                other.execute("BEGIN EXCLUSIVE")
                process = subprocess.Popen(
                    [LINTERNA, "--practice", "--data-dir", data, "--language", "en", "--import-history", self.file],
                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                self.addCleanup(process.kill)
                while "Another program holds the history" not in (said := process.stderr.readline()):
                    self.assertTrue(said)  # it has not ended
                other.execute("COMMIT")
                other.close()
                said, _ = process.communicate(timeout=a11y.PATIENCE)
                self.assertEqual(process.returncode, 0)
                self.assertIn(f"{CHECKS} checks were taken in", said)

    def test_a_terminal_shows_how_far_it_has_come(self):
        many = self.write("many.jsonl", *[check(number) for number in range(CHECKS)] * 1000)
        person, terminal = pty.openpty()
        program = subprocess.Popen([LINTERNA, "--practice", "--data-dir", self.data, "--language", "en",
                                    "--import-history", many], stdin=terminal, stdout=subprocess.DEVNULL, stderr=terminal)
        self.addCleanup(program.kill)
        os.close(terminal)
        shown = b""
        while b"checks read" not in shown:
            shown += os.read(person, 1000)
        self.assertEqual(program.wait(a11y.PATIENCE), 0)
        os.close(person)


if __name__ == "__main__":
    main()
