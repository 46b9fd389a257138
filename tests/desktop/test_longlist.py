#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A record of more cases than one page: what a screen reader gets of the list, and how long it waits (printed, not
asserted; stack trap 19)."""
import json
import time

import a11y
from program import DesktopTest, main

CASES = 2_345
PAGE = 2_000  # the most that the list shows at once


def check(number):
    """A line of a complete export: lib/exchange/checkjson.h."""
    minute = f"2026-{1 + number // 1440:02}-01T{number // 60 % 24:02}:{number % 60:02}:00.000Z"
    return {"linterna_check": 1, "checked_at": minute, "receipt_number": f"EAC99{number:08}", "connection": "Office",
            "asked_by": "batch", "http_status": 200, "outcome": "ok",
            "answer": {"form_type": "I-130", "submitted_date": "09-05-2023 14:28:46",
                       "modified_date": "09-05-2023 14:28:46", "title_en": "Case Was Received",
                       "title_es": "Caso Fue Recibido", "description_en": f"We received case {number}.",
                       "description_es": f"Recibimos el caso {number}.", "timeline": [], "message": "",
                       "repaired": False, "mended": []},
            "raw_reply": "", "requests": [],
            "case": {"client": f"Client {number:04}", "note": "", "tags": [], "on_hold": False}}


def timed(what, work):
    begun = time.monotonic()
    result = work()
    print(f"{what}: {time.monotonic() - begun:.3f} s", flush=True)
    return result


class LongList(DesktopTest):
    def open(self):
        """A window on a record of CASES, taken in as a person takes one in from another desk."""
        file = self.folder / "desk.jsonl"
        file.write_text("".join(json.dumps(check(number)) + "\n" for number in range(CASES)), encoding="utf-8")
        window = self.start("--practice", "--data-dir", self.folder / "data", "--language", "en")
        window.press("Import history…", "menu item")
        a11y.set_text(window.get("text", "File name:"), str(file))
        window.press("Open", "push button")
        window.get(text="The checks are here")
        window.press("Close", "push button")
        return window

    def test_every_child_of_the_list_comes_at_once(self):
        window = self.open()
        table = window.get("table", "Cases")
        grid = table.get_table_iface()
        a11y.poll("a full page", lambda: grid.get_n_rows() == PAGE)
        columns = grid.get_n_columns()
        # With a heading above each column, and one (unseen) before each row.
        count = (PAGE + 1) * (columns + 1)
        self.assertEqual(table.get_child_count(), count)
        for turn in ("first", "second"):
            children = timed(f"all {count} children of the list, {turn} time", lambda: a11y.children_at_once(table))
            self.assertEqual(len(children), count)
            self.assertEqual(len(set(children)), count)

        names = timed("names of the first 12 rows",
                      lambda: [grid.get_accessible_at(row, 0).get_name() for row in range(12)])
        for row, name in enumerate(names):
            number = CASES - 1 - row  # newest first
            self.assertIn(f"EAC99{number:08}", name)
            self.assertIn(f"Client {number:04}", name)

        # One by one, as a client without GetChildren does. Each is a way to the program and back.
        cells = timed("the first 500 children of the list, one by one",
                      lambda: [table.get_child_at_index(index) for index in range(500)])
        self.assertNotIn(None, cells)
        self.assertIn("EAC99", grid.get_accessible_at(PAGE - 1, 0).get_name())
        self.assertEqual(window.close()[0], 0)


if __name__ == "__main__":
    main()
