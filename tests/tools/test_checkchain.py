#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""checkchain.py: against the test vectors, and over small records that are damaged in every way that it can name."""
import base64
import contextlib
import io
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import checkchain  # noqa: E402
import eventwriter as writer  # noqa: E402

VECTORS = HERE.parent / "fixtures/events/vectors.json"
KEY = bytes(range(32))
NAME = "Juana Perez"


def sample():
    """Two desks with events of several kinds. Of the first one's events 2 and 3 have no content any more."""
    desk = writer.Desk(b"a" * 16)
    desk.add("desk", {"program": "0.17.0", "continues": None})
    for _ in range(6):
        desk.add("check", writer.check(connection=NAME))
    desk.add("edit", {"receipt": "EAC9999103402", "field": writer.Word("client"), "value": NAME, "replaces": None})
    desk.add("deletion", {"targets": [[desk.uuid, 2, 3]]})
    desk.add("destroyed", {"targets": [[desk.uuid, 2, 3]]})
    desk.events[1]["gone"] = desk.events[2]["gone"] = True
    desk.add("damaged", {"checked_at": 0, "raw": b"raw"})
    desk.add("k" * 30, {"of_a_later_version": 1})
    other = writer.Desk(b"b" * 16)
    other.add("desk", {"program": "0.17.0", "continues": [desk.uuid, 12, desk.link]})
    other.add("check", writer.check())
    return [desk, other]


class OverVectors(unittest.TestCase):
    vectors = json.loads(VECTORS.read_text())

    def test_vectors_are_those_of_the_writer(self):
        self.assertEqual(self.vectors, json.loads(json.dumps(writer.vectors())))

    def test_what_is_not_deterministic_is_refused(self):
        for refused in self.vectors["refused"]:
            canonical = bytes.fromhex(refused["bytes"])
            with self.subTest(refused["why"]), self.assertRaises((ValueError, IndexError)):
                value, end = checkchain.decode(canonical)
                if end != len(canonical) or not isinstance(value, dict):
                    raise ValueError

    def test_parts(self):
        for part in self.vectors["parts"]:
            canonical = bytes.fromhex(part["canonical"])
            self.assertEqual(writer.cbor(checkchain.decode(canonical)[0]), canonical)

    def test_leaves_and_links(self):
        for desk in self.vectors["desks"]:
            previous = bytes(32)
            for event in desk["events"]:
                uuid, salt, canonical, leaf, link = (bytes.fromhex(event[name]) for name in
                                                     ("uuid", "salt", "canonical", "leaf", "link"))
                self.assertEqual(checkchain.leaf_of(salt, canonical), leaf)
                row = checkchain.Row(uuid, event["number"], event["at"], b"", leaf, link, b"")
                self.assertEqual(bytes.fromhex(event["previous"]), previous)
                self.assertEqual(checkchain.link_of(row, bytes.fromhex(desk["desk"]), previous), link)
                content, end = checkchain.decode(canonical)
                self.assertEqual((content["kind"], content["uuid"], end), (event["kind"], uuid, len(canonical)))
                previous = link

    def test_sealing(self):
        sealed = {name: bytes.fromhex(value) for name, value in self.vectors["sealed"].items()}
        self.assertEqual(checkchain.sealing_key(sealed["data_key"]), sealed["event_key"])
        opened = checkchain.unsealed(sealed["sealed"], sealed["uuid"], b"event", sealed["event_key"])
        self.assertEqual(opened, sealed["plain"])


class OverRecords(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file, self.key_file = pathlib.Path(folder.name, "record 1.db"), pathlib.Path(folder.name, "key")
        self.key_file.write_bytes(KEY)
        self.desks = sample()

    def write(self, **how):
        self.file.unlink(missing_ok=True)
        writer.write_record(self.file, KEY, self.desks, **how)

    def change(self, *statements):
        database = sqlite3.connect(self.file)
        database.execute("PRAGMA synchronous=OFF")
        for statement, *values in statements:
            database.execute(statement, values)
        database.commit()
        database.close()

    def run_tool(self, *heads):
        arguments = [argument for head in heads for argument in ("--head", head)]
        output = io.StringIO()
        with mock.patch("sys.argv", ["checkchain.py", str(self.file), "--key", str(self.key_file), *arguments]), \
                contextlib.redirect_stdout(output):
            try:
                code = checkchain.main()
            except SystemExit as ended:
                code = ended.code
        self.assertNotIn(NAME, output.getvalue() + str(code))
        self.assertNotIn("EAC9999103402", output.getvalue() + str(code))
        lines = output.getvalue().splitlines()
        return code, [line for line in lines if "; head " not in line], [line for line in lines if "; head " in line]

    def assert_faults(self, *expected, heads=()):
        code, lines, _ = self.run_tool(*heads)
        found = [line.split(": ", 1)[1] for line in lines if ": " in line]
        self.assertEqual((code, found), (True, list(expected)))

    def assert_change_found(self, statement, *expected):
        self.write()
        self.change(statement if isinstance(statement, tuple) else (statement,))
        self.assert_faults(*expected)

    def test_what_nobody_changed_holds(self):
        self.write()
        code, lines, shown = self.run_tool()
        self.assertEqual((code, lines), (False, ["everything holds"]))
        heads = [f"{desk.uuid.hex()}:{len(desk.events)}:{desk.link.hex()}" for desk in self.desks]
        self.assertEqual([line.split("; head ")[1] for line in shown], heads)
        self.assertIn(": 12 events, 2 without content;", shown[0])
        self.assertEqual(self.run_tool(*heads)[0], 0)

    def test_the_file_is_not_written_to(self):
        self.write()
        before = self.file.read_bytes()
        self.file.chmod(0o400)
        self.assertEqual(self.run_tool()[0], 0)
        self.assertEqual(self.file.read_bytes(), before)

    def test_key_as_text_and_carried(self):
        self.write()
        self.key_file.write_bytes(base64.b64encode(KEY) + b"\n")
        self.assertEqual(self.run_tool()[0], 0)
        self.write(carried_under=b"k" * 32)
        self.key_file.write_bytes(b"k" * 32)
        self.assertEqual(self.run_tool()[0], 0)

    def test_another_key_opens_nothing(self):
        self.write()
        self.key_file.write_bytes(b"x" * 32)
        code, lines, _ = self.run_tool()
        self.assertEqual(code, 1)
        self.assertTrue(lines[0].endswith("number 1: the content does not open: changed, of another event, or under "
                                          "another key"), lines)

    def test_changed_content(self):
        does_not_open = "number 5: the content does not open: changed, of another event, or under another key"
        for changed in ("substr(sealed, 1, 60) || x'00' || substr(sealed, 62)", "substr(sealed, 1, 30)", "x'00'",
                        "substr(sealed, 1, length(sealed) - 1)", "(SELECT sealed FROM events WHERE number = 6)"):
            with self.subTest(changed):
                self.assert_change_found(f"UPDATE events SET sealed = CAST({changed} AS BLOB) WHERE number = 5",
                                         does_not_open)

    def test_content_sealed_anew_is_not_the_leafs(self):
        uuid, salt = self.desks[0].events[4]["uuid"], self.desks[0].events[4]["salt"]
        canonical = self.desks[0].events[5]["canonical"].replace(self.desks[0].events[5]["uuid"], uuid)
        other = writer.seal(KEY, uuid, writer.plain_of(salt, canonical + b"x"))
        self.assert_change_found(("UPDATE events SET sealed = ? WHERE number = 5", other),
                                 "number 5: the content is not the leaf's")
        short = writer.seal(KEY, uuid, b"short")
        self.assert_change_found(("UPDATE events SET sealed = ? WHERE number = 5", short), "number 5: the content does "
                                 "not open: changed, of another event, or under another key")

    def test_content_of_another_event(self):
        """Leaf and link hold: whoever has the key wrote it so."""
        desk = self.desks[1]
        for kind, uuid in (("check", b"x" * 16), ("edit", b"y" * 16), ("check", b"z" * 16)):
            desk.add("check", {}, uuid, canonical=writer.cbor({"format": 1, "kind": writer.Word(kind), "uuid": b"x" * 16}))
        self.write()
        self.assert_faults("number 4 to 5: the content is not one of this kind and UUID")

    def test_changed_columns(self):
        bad_link = "the link does not hold: UUID, number, time, leaf or link was changed"
        of_desk = "WHERE desk = 1 AND number"
        for what, expected in {
                f"leaf = randomblob(32) {of_desk} = 5": ["number 5: the leaf was changed"],
                f"link = randomblob(32) {of_desk} = 5": ["number 5: the link was changed"],
                f"link = randomblob(32) {of_desk} IN (5, 7)": ["number 5: the link was changed",
                                                               "number 7: the link was changed"],
                f"leaf = randomblob(32) {of_desk} = 2": [f"number 2: {bad_link}"],
                f"at = at + 1 {of_desk} = 5": [f"number 5: {bad_link}"],
                f"at = -1 {of_desk} IN (5, 6)": [f"number 5 to 6: {bad_link}"],
                f"uuid = zeroblob(16) {of_desk} = 5": [
                    "number 5: the content does not open: changed, of another event, or under another key",
                    f"number 5: {bad_link}"],
                f"kind = 'edit' {of_desk} = 5": ["number 5: the content is not one of this kind and UUID"],
                f"kind = 'check' {of_desk} = 12": ["number 12: the content is not one of this kind and UUID"],
                f"uuid = x'00' {of_desk} = 2": [
                    "number 2: no event: a number below 1, or UUID, leaf or link of another length",
                    "number 2: missing"]}.items():
            with self.subTest(what):
                self.assert_change_found("UPDATE events SET " + what, *expected)

    def test_missing(self):
        self.assert_change_found("DELETE FROM events WHERE desk = 1 AND number = 5", "number 5: missing")
        self.assert_change_found("DELETE FROM events WHERE desk = 1 AND number BETWEEN 4 AND 6", "number 4 to 6: missing")
        self.assert_change_found("DELETE FROM events WHERE desk = 1 AND number = 1", "number 1: missing")

    def test_swapped(self):
        bad_link = "the link does not hold: UUID, number, time, leaf or link was changed"
        for first, second, broken in ((5, 6, ["5 to 7"]), (4, 8, ["4 to 5", "8 to 9"]), (6, 12, ["6 to 7", "12"])):
            self.write()
            swap = "UPDATE events SET number = ? WHERE desk = 1 AND number = ?"
            self.change((swap, 99, first), (swap, first, second), (swap, second, 99))
            heads = [f"number {first}: swapped with number {second}"]
            expected = [f"number {numbers}: {bad_link}" for numbers in broken] + heads
            if second == 12:  # the other desk's first event names the link of number 12
                expected.append("number 12: written anew: a head names another link")
            self.assert_faults(*expected)

    def test_doubled(self):
        columns = "desk, at, kind, key, leaf, link, sealed"
        doubled = [f"number {number}: doubled: another event has the same UUID" for number in (5, 13)]
        # A file whose indexes were taken away holds the same row twice.
        self.write()
        self.change(("CREATE TABLE others AS SELECT * FROM events",), ("DROP TABLE events",),
                    ("ALTER TABLE others RENAME TO events",),
                    (f"INSERT INTO events (id, uuid, number, {columns}) SELECT 99, uuid, number, {columns} FROM events "
                     "WHERE number = 5",))
        self.assert_faults("number 5: there twice", "number 5: doubled: another event has the same UUID",
                           "number 5: doubled: another event has the same UUID")
        self.change(("UPDATE events SET number = 13 WHERE id = 99",))
        self.assert_faults("number 13: the link does not hold: UUID, number, time, leaf or link was changed", *doubled)
        # With a UUID of its own.
        self.write()
        self.change((f"INSERT INTO events (uuid, number, {columns}) SELECT randomblob(16), 13, {columns} FROM events "
                     "WHERE number = 5",))
        self.assert_faults("number 13: the content does not open: changed, of another event, or under another key",
                           "number 13: the link does not hold: UUID, number, time, leaf or link was changed")

    def test_copies_of_events_in_the_chains_of_other_desks(self):
        columns = "uuid, desk, number, at, kind, key, leaf, link, sealed"
        self.write()
        self.change((f"INSERT INTO event_copies ({columns}) SELECT {columns} FROM events WHERE desk = 2",),
                    ("DELETE FROM events WHERE desk = 2",))
        self.assertEqual(self.run_tool()[:2], (0, ["everything holds"]))
        self.change(("UPDATE event_copies SET at = at + 1 WHERE number = 2",))
        self.assert_faults("number 2: the link does not hold: UUID, number, time, leaf or link was changed")

    def test_content_gone_without_a_word(self):
        gone = "the content is gone, and no event says that it was destroyed"
        self.assert_change_found("UPDATE events SET sealed = x'' WHERE desk = 1 AND number = 4", f"number 4: {gone}")
        self.assert_change_found("UPDATE events SET sealed = x'' WHERE desk = 2 AND number = 2", f"number 2: {gone}")
        # A deletion says nothing of destroyed content; what says so has to hold itself.
        self.assert_change_found("UPDATE events SET sealed = x'', kind = 'destroyed' WHERE desk = 1 AND number = 10",
                                 f"number 2 to 3: {gone}", f"number 10: {gone}")
        self.assert_change_found("UPDATE events SET at = 0 WHERE desk = 1 AND number = 10",
                                 "number 10: the link does not hold: UUID, number, time, leaf or link was changed",
                                 f"number 2 to 3: {gone}")

    def test_destroyed_content_that_overlaps(self):
        desk = self.desks[0]
        desk.add("destroyed", {"targets": [[desk.uuid, 1, 2**63 - 1], [desk.uuid, 5, 5], [b"b" * 16, 2, 2]]})
        for number in (5, 8):
            desk.events[number - 1]["gone"] = True
        self.desks[1].events[1]["gone"] = True
        self.write()
        self.assertEqual(self.run_tool()[:2], (0, ["everything holds"]))

    def test_odd_targets(self):
        desk = self.desks[1]
        for targets in (5, [5], [[]], [[1, 2, 3]], ["text"], [["text", 1, 2]]):
            desk.add("destroyed", {"targets": targets})
        desk.add("desk", {"program": "", "continues": [b"", "text", 5]})
        self.write()
        code, lines, _ = self.run_tool()
        self.assertEqual(code, 1)
        self.assertEqual(len(lines), 1, lines)  # 5 and [5] are no lists of lists
        self.assertIn("number 3 to 4: ", lines[0])
        self.assertTrue(all(line.endswith("the content is not one of this kind and UUID") for line in lines), lines)

    def test_tail_cut_off(self):
        head = f"{self.desks[1].uuid.hex()}:2:{self.desks[1].link.hex()}"
        self.write()
        self.change(("DELETE FROM events WHERE desk = 2 AND number = 2",))
        self.assertEqual(self.run_tool()[0], 0)  # nothing in the file tells
        self.assert_faults("number 2: cut off: a head names this event, and it is not there", heads=[head])
        self.change(("DELETE FROM events WHERE desk = 2",))
        self.assert_faults("number 2: cut off: a head names this event, and it is not there", heads=[head])
        # Of a desk that another one continues the file itself holds a head.
        self.assert_change_found("DELETE FROM events WHERE desk = 1 AND number = 12",
                                 "number 12: cut off: a head names this event, and it is not there")

    def test_written_anew(self):
        """Whoever has the key can write a chain anew that holds in itself; only a head tells."""
        head = f"{self.desks[1].uuid.hex()}:2:{self.desks[1].link.hex()}"
        self.desks[1] = writer.Desk(b"b" * 16)
        self.desks[1].add("desk", {"program": "0.17.0", "continues": None})
        self.desks[1].add("check", writer.check())
        self.write()
        self.assertEqual(self.run_tool()[0], 0)
        self.assert_faults("number 2: written anew: a head names another link", heads=[head])

    def test_hostile_numbers(self):
        for number in (-1, 0, 2**31, 2**32 + 1, 2**63 - 1):
            for column in ("number", "at", "desk", "key"):
                with self.subTest(f"{column} {number}"):
                    self.write()
                    self.change((f"UPDATE events SET {column} = ? WHERE desk = 1 AND number = 5", number))
                    self.assertEqual(self.run_tool()[0], column != "key")

    def test_no_record(self):
        self.file.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
        self.assertIn("cannot be looked at", self.run_tool()[0])
        self.file.unlink()
        self.assertIn("cannot be looked at", self.run_tool()[0])
        self.assertFalse(self.file.exists())

    def test_as_a_program(self):
        self.write()
        call = [sys.executable, HERE / "checkchain.py", self.file, "--key", self.key_file]
        done = subprocess.run(call, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout.splitlines()[-1]), (0, "everything holds"))
        self.change(("DELETE FROM events WHERE number = 5",))
        self.assertEqual(subprocess.run(call, capture_output=True).returncode, 1)
        self.key_file.write_bytes(b"short")
        self.assertEqual(subprocess.run(call, capture_output=True).returncode, 1)


if __name__ == "__main__":
    unittest.main()
