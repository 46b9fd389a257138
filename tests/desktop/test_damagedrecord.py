#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A record with one damaged number, or two exchanged ones, in the whole program: no run ends by itself, and nothing stands
under another receipt number. Time and memory are printed, not asserted."""
import csv
import json
import os
import random
import shutil
import sqlite3
import subprocess
import time

import a11y
from program import LINTERNA, DesktopTest, main

CHECKS, CASES = 20, 4
SEEDS = int(os.environ.get("LINTERNA_SEEDS", "200"))
WINDOWS = 6  # of the seeds, which are shown in a window too


def receipt(number):
    return f"EAC9999{number % CASES:06}"


def check(number):
    """A line of a complete export (lib/exchange/checkjson.h), each text of which says whose it is."""
    name = receipt(number)
    line = {"linterna_check": 1, "checked_at": f"2026-11-{1 + number:02}T10:00:00.000Z", "receipt_number": name,
            "connection": "Office", "asked_by": "batch", "raw_reply": "", "requests": [],
            "case": {"client": f"Client {name}", "note": "", "tags": [], "on_hold": False}}
    if number % 5 == 4:
        return line | {"http_status": 503, "outcome": "server",
                       "error": {"http_status": 503, "retry_at": "", "server_message": f"busy {name}", "detail": "",
                                 "tls": None}}
    return line | {"http_status": 200, "outcome": "ok",
                   "answer": {"form_type": "I-130", "submitted_date": "09-05-2023 14:28:46",
                              "modified_date": "09-05-2023 14:28:46", "title_en": f"{name} Was Received {number // 8}",
                              "title_es": f"{name} fue recibido", "description_en": f"We received {name}.",
                              "description_es": f"Recibimos {name}.", "timeline": [], "message": "",
                              "repaired": False, "mended": []}}


def cells(database):
    """Every cell of every table, by table, column and row; all names are the schema's."""
    found = []
    for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        for _, column, _, _, _, key in database.execute(f"PRAGMA table_info({table})").fetchall():
            rows = database.execute(f"SELECT rowid, {column} FROM {table} ORDER BY rowid").fetchall()
            found += [(table, column, bool(key), row, value) for row, value in rows]
    return found


def damage(file, seed):
    """Flips a bit of a number, or exchanges what two rows of a table say in a column. Gives what was done."""
    chance = random.Random(seed)
    database = sqlite3.connect(file, isolation_level=None)
    try:
        every = cells(database)
        while True:
            table, column, key, row, value = chance.choice(every)
            change = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"
            others = [cell for cell in every if cell[:2] == (table, column) and cell[4] != value]
            if isinstance(value, int) and chance.random() < 0.7:
                bit = chance.randrange(64)
                flipped = (value ^ 1 << bit) & 2 ** 64 - 1
                steps = [(flipped - 2 ** 64 if flipped >= 2 ** 63 else flipped, row)]
                what = f"bit {bit} of {table}.{column} in row {row}"
            elif others:
                other, there = chance.choice(others)[3:]
                aside = {int: -999, str: "aside", bytes: b"aside"}[type(value)]
                steps = [(aside, row), (value, other), (there, -999 if key else row)]
                what = f"{table}.{column} of rows {row} and {other}"
            else:
                continue
            try:
                database.execute("BEGIN")
                for step in steps:
                    database.execute(change, step)
                database.execute("COMMIT")
                return what
            except sqlite3.Error:  # two rows would be one
                database.execute("ROLLBACK")
    finally:
        database.close()


class DamagedRecord(DesktopTest):
    slowest, largest = (0, ""), (0, "")

    def make(self):
        data = self.folder / "whole"
        file = self.folder / "desk.jsonl"
        file.write_text("".join(json.dumps(check(number)) + "\n" for number in range(CHECKS)), encoding="utf-8")
        window = self.start("--practice", "--data-dir", data, "--language", "en")
        window.press("Import history…", "menu item")
        a11y.set_text(window.get("text", "File name:"), str(file))
        window.press("Open", "push button")
        window.get(text="The checks are here")
        window.press("Close", "push button")
        a11y.poll("the dialog has gone", lambda: not window.all(text="The checks are here"))
        self.assertEqual(window.close()[0], 0)
        return data

    def export(self, data, *options):
        """Lines of an export, or none where it was refused. Keeps the greatest time and memory."""
        target = data / "export.csv"
        begun = time.monotonic()
        process = subprocess.Popen([LINTERNA, "--practice", "--data-dir", data, "--export-history", target, *options],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        type(self).slowest = max(self.slowest, (time.monotonic() - begun, self.what))
        type(self).largest = max(self.largest, (used.ru_maxrss / 1024, self.what))
        self.assertEqual(process.returncode, 0, f"{self.what}: {said}")
        with target.open(encoding="utf-8-sig", newline="") as lines:
            return list(csv.DictReader(lines))

    def compare(self, lines):
        for line in lines:
            name = line["receipt_number"]
            for column in ("title_en", "title_es", "description_en", "description_es", "client", "server_message",
                           "raw_reply"):
                text = line.get(column) or ""
                if text and column != "raw_reply":
                    self.assertTrue(name and name in text, f"{self.what}: {column} {text!r} under {name!r}")

    def show(self, data):
        window = self.start("--practice", "--data-dir", data, "--language", "en")
        rows = a11y.poll("the list", window.history)
        names = {receipt(number) for number in range(CASES)}
        for row in rows:
            text = " ".join(row)
            self.assertLessEqual(len({name for name in names if name in text}), 1, f"{self.what}: {row}")
        table = window.get("table", "Cases").get_table_iface()
        for number in range(len(rows)):
            table.add_row_selection(number)
            for text in (a11y.text_of(node) for node in window.all(name="Case status")):
                self.assertLessEqual(len({name for name in names if name in text}), 1, f"{self.what}: {text}")
        self.assertEqual(window.close()[0], 0)

    def test_fault69_fault89_a_seeded_damage_shows_nothing_of_another_case(self):
        whole = self.make()
        self.what = "nothing"
        self.compare(self.export(whole))
        self.assertEqual(len(self.export(whole)), CHECKS)
        self.assertEqual(len(self.export(whole, "--cases")), CASES)
        for seed in range(SEEDS):
            data = self.folder / "damaged"
            shutil.rmtree(data, ignore_errors=True)
            shutil.copytree(whole, data)
            self.what = f"seed {seed}: {damage(data / 'history.db', seed)}"
            lines = self.export(data, *(("--cases",) if seed % 2 else ()))
            self.compare(lines)
            self.assertTrue(lines, self.what)
            if seed % (SEEDS // WINDOWS or 1) == 0:
                self.show(data)
        print(f"{SEEDS} damaged records: the slowest run took {self.slowest[0]:.2f} s ({self.slowest[1]}), "
              f"the largest {self.largest[0]:.0f} MB ({self.largest[1]})", flush=True)


if __name__ == "__main__":
    main()
