#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies the events of all desks in the file of a record, as lib/record/EVENTS.md describes them.

KEYFILE: the data key, 32 bytes or the same as base64 text. A head is what was printed of a desk earlier, kept
elsewhere: it shows what was cut off, or written anew, since. Never prints what events say. Exit code 0: all holds.
"""
import argparse
import base64
import bisect
import collections
import hashlib
import pathlib
import sqlite3
import struct
import sys

from nacl import bindings, exceptions

Row = collections.namedtuple("Row", "uuid number at kind leaf link sealed")
ALL = "({0} events UNION ALL {0} event_copies)".format(f"SELECT id, desk, {', '.join(Row._fields)} FROM")


def sealing_key(data_key):
    return hashlib.blake2b(key=data_key, digest_size=32, salt=b"\1".ljust(16, b"\0"),
                           person=b"linterna".ljust(16, b"\0")).digest()


def unsealed(sealed, uuid, column, key):
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], uuid + column, sealed[:24], key)
    except (exceptions.CryptoError, ValueError):
        return None


def leaf_of(salt, canonical):
    return hashlib.sha256(b"\0" + salt + canonical).digest()


def link_of(row, desk, previous, number=None, leaf=None):
    place = struct.pack(">qq", number or row.number, row.at)
    return hashlib.sha256(b"\1" + row.uuid + desk + place + (leaf or row.leaf) + previous).digest()


def decode(data, at=0, depth=0):
    """A value of deterministic CBOR and where it ends; ValueError or IndexError where there is none."""
    major, number, at = data[at] >> 5, data[at] & 31, at + 1
    if number > 27 or major == 6 or (major == 7 and number not in (20, 21, 22)):
        raise ValueError
    if number > 23:
        size = 1 << (number - 24)
        number, at = int.from_bytes(data[at:at + size], "big"), at + size
        if at > len(data) or number < (24 if size == 1 else 1 << size * 4):
            raise ValueError
    if major == 7:
        return {20: False, 21: True, 22: None}[number], at
    if number >= (1 << 63 if major < 2 else len(data) - at + 1) or (major > 3 and depth == 8):
        raise ValueError  # each member takes a byte at least
    if major < 2:
        return (number, -1 - number)[major], at
    if major < 4:
        return data[at:at + number] if major == 2 else data[at:at + number].decode("ascii"), at + number
    members = []
    for _ in range(number * (major - 3)):  # keys and values of a map in turn
        begin, (value, at) = at, decode(data, at, depth + 1)
        members.append((data[begin:at], value))
    values, keys = [value for _, value in members], [encoded for encoded, _ in members[::2]]
    if major == 4:
        return values, at
    if keys != sorted(set(keys)) or not all(isinstance(key, str) for key in values[::2]):
        raise ValueError
    return dict(zip(values[::2], values[1::2])), at


class Record:
    def __init__(self, path, key):
        self.database = sqlite3.connect(pathlib.Path(path).resolve().as_uri() + "?mode=ro", uri=True)
        self.database.text_factory = bytes
        for uid, sealed in self.database.execute("SELECT uid, sealed FROM carried_key"):
            carried = unsealed(sealed, uid, b"carried_key", sealing_key(key))
            key = carried if carried and len(carried) == 32 else key
        self.key = sealing_key(key)
        self.faults = collections.defaultdict(list)  # (desk, what): ranges of numbers
        self.gone, self.destroyed, self.heads = [], [], []

    def fault(self, desk, what, first, last=None):
        ranges = self.faults[desk, what]
        ranges.append((ranges.pop()[0] if ranges and ranges[-1][1] + 1 == first else first, last or first))

    def read_content(self, desk, row):
        """The leaf that the content gives, and other events that it names; None, [] where it cannot be read."""
        plain = unsealed(row.sealed, row.uuid, b"event", self.key)
        end = 36 + int.from_bytes(plain[32:36], "big") if plain else 0
        if plain is None or len(plain) < max(36, end):
            self.fault(desk, "the content does not open: changed, of another event, or under another key", row.number)
            return None, []
        canonical, named = plain[36:end], []
        # "kind" and "uuid" are the first keys of a map that has no shorter ones: most need not be read whole.
        begin = b"dkind%c%bduuid\x50%b" % (0x60 | min(len(row.kind), 24), row.kind, row.uuid)
        if row.kind in (b"destroyed", b"desk") or canonical[1:1 + len(begin)] != begin:
            try:
                content, end = decode(canonical)
                if (content["kind"].encode(), content["uuid"], end) != (row.kind, row.uuid, len(canonical)):
                    raise ValueError
                lists = content["targets"] if row.kind == b"destroyed" else [content.get("continues")]
                named = [(one, [type(member) for member in one]) for one in lists if one]
            except (AttributeError, LookupError, TypeError, ValueError):
                self.fault(desk, "the content is not one of this kind and UUID", row.number)
        return leaf_of(plain[:32], canonical), named

    def check_desk(self, desk_id, desk):
        last, previous, instead, misplaced, gone = 0, bytes(32), None, [], len(self.gone)
        for count, row in enumerate(map(Row._make, self.database.execute(
                f"SELECT {', '.join(Row._fields)} FROM {ALL} WHERE desk = ? ORDER BY number, id", (desk_id,))), 1):
            if row.number <= last or (len(row.uuid), len(row.leaf), len(row.link)) != (16, 32, 32):
                self.fault(desk, "there twice" if row.number == last > 0 else
                           "no event: a number below 1, or UUID, leaf or link of another length", row.number)
                continue
            if row.number != last + 1:
                self.fault(desk, "missing", last + 1, row.number - 1)
                previous = instead = None  # what this one is linked to is not there
            leaf, named = self.read_content(desk, row) if row.sealed else (None, [])
            if instead and link_of(row, desk, previous) != row.link == link_of(row, desk, instead):
                misplaced.pop()
                self.fault(desk, "the link was changed", last)
                previous = instead
            computed = previous and link_of(row, desk, previous)
            holds = computed in (None, row.link)
            if leaf and leaf != row.leaf:
                changed = previous and link_of(row, desk, previous, leaf=leaf) == row.link
                self.fault(desk, "the leaf was changed" if changed else "the content is not the leaf's", row.number)
                holds, named = holds or changed, []
            if not holds:
                misplaced.append((row._replace(sealed=b""), previous))
                named = []
            self.destroyed += [one for one, shape in named if shape == [bytes, int, int]]
            self.heads += [one for one, shape in named if shape == [bytes, int, bytes]]
            self.gone += [] if row.sealed else [(desk, row.number)]
            last, previous, instead = row.number, row.link, None if holds else computed
        for row, _ in misplaced:
            self.fault(desk, "the link does not hold: UUID, number, time, leaf or link was changed", row.number)
        self.find_swapped(desk, misplaced[:30])
        head = f"{desk.hex()}:{last}:{(previous or b'').hex()}"
        print(f"{desk.hex()}: {count} events, {len(self.gone) - gone} without content; head {head}")

    def find_swapped(self, desk, misplaced):
        """Each link tells, by trying, at which number and after which other link it was written."""
        links = {link for row, before in misplaced for link in (row.link, before) if link}
        written = {row.number: other.number for row, _ in misplaced for other, _ in misplaced for link in links
                   if row is not other and link_of(row, desk, link, other.number) == row.link}
        for here, there in written.items():
            if here < there and written.get(there) == here:
                self.fault(desk, f"swapped with number {there}", here)

    def check(self, heads):
        """What does not hold, a line each."""
        if self.database.execute("PRAGMA integrity_check(1)").fetchone()[0] != b"ok":
            self.fault(b"", "the structures of SQLite are damaged", 0)
        desks = {desk_id: uuid or b"" for desk_id, uuid in self.database.execute(
            f"SELECT desk, uuid FROM (SELECT DISTINCT desk FROM {ALL}) LEFT JOIN desks ON id = desk")}
        for desk_id, desk in desks.items():
            self.check_desk(desk_id, desk)
        for desk_id, number in self.database.execute("SELECT desk, number FROM events WHERE uuid IN "
                                                     "(SELECT uuid FROM events GROUP BY uuid HAVING COUNT(*) > 1)"):
            self.fault(desks[desk_id], "doubled: another event has the same UUID", number)
        gone, named = sorted(self.gone), set()
        for desk, first, last in self.destroyed:
            named.update(gone[bisect.bisect(gone, (desk, first - 1)):bisect.bisect(gone, (desk, last))])
        for desk, number in sorted(set(gone) - named):
            self.fault(desk, "the content is gone, and no event says that it was destroyed", number)
        for desk, number, link in heads + self.heads:
            found = self.database.execute(f"SELECT link FROM {ALL} AS one JOIN desks ON desks.id = desk "
                                          "WHERE desks.uuid = ? AND number = ?", (desk, number)).fetchone()
            if found != (link,):
                self.fault(desk, "written anew: a head names another link" if found else
                           "cut off: a head names this event, and it is not there", number)
        return [f"{desk.hex() or 'no desk'}: number {first}{f' to {last}' if last > first else ''}: {what}"
                for (desk, what), ranges in self.faults.items() for first, last in ranges]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--key", required=True, metavar="KEYFILE")
    parser.add_argument("--head", action="append", default=[], metavar="DESK:NUMBER:LINK")
    given = parser.parse_args()
    try:
        heads = [(bytes.fromhex(desk), int(number), bytes.fromhex(link))
                 for desk, number, link in (head.split(":") for head in given.head)]
        key = pathlib.Path(given.key).read_bytes()
        faults = Record(given.file, key if len(key) == 32 else base64.b64decode(key)).check(heads)
    except (OSError, OverflowError, TypeError, ValueError, sqlite3.Error) as error:
        sys.exit(f"cannot be looked at: {error}")
    print("\n".join(faults) or "everything holds")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
