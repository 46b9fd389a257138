#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes events as lib/record/EVENTS.md describes them, without a line of the program: what the program and
checkchain.py are measured against.

    eventwriter.py vectors                  tests/fixtures/events/vectors.json, to standard output
    eventwriter.py record FILE KEYFILE N    a record's file with N events of one desk, and its key

In the values below a str is a text (a byte string in WTF-8), bytes are bytes, and Word is one of the few words that are
CBOR text.
"""
import hashlib
import json
import os
import sqlite3
import struct
import sys

NO_LINK = bytes(32)


class Word(str):
    """CBOR text, which is ASCII."""


def wtf8(text):
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return joined.encode("utf-8", "surrogatepass")


def head(major, number):
    if number < 24:
        return bytes([major << 5 | number])
    for more, (size, form) in enumerate([(1, ">B"), (2, ">H"), (4, ">I"), (8, ">Q")]):
        if number < 1 << (8 * size):
            return bytes([major << 5 | (24 + more)]) + struct.pack(form, number)
    raise ValueError("too large")


def cbor(value):
    if value is None or isinstance(value, bool):
        return {False: b"\xf4", True: b"\xf5", None: b"\xf6"}[value]
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, Word):
        return head(3, len(value)) + value.encode("ascii")
    if isinstance(value, str):
        return cbor(wtf8(value))
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    members = sorted((cbor(Word(key)), cbor(member)) for key, member in value.items())
    return head(5, len(members)) + b"".join(key + member for key, member in members)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf_of(salt, canonical):
    return sha256(b"\x00", salt, canonical)


def link_of(uuid, desk, number, at, leaf, previous):
    return sha256(b"\x01", uuid, desk, struct.pack(">qq", number, at), leaf, previous)


def derived(data_key, subkey, size):
    """crypto_kdf_derive_from_key() of libsodium, context "linterna"."""
    return hashlib.blake2b(key=data_key, digest_size=size, salt=struct.pack("<QQ", subkey, 0),
                           person=b"linterna".ljust(16, b"\0")).digest()


def seal(data_key, uuid, plain, nonce=None, column=b"event"):
    from nacl import bindings
    nonce = nonce or os.urandom(24)
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, uuid + column, nonce,
                                                                       derived(data_key, 1, 32))


def plain_of(salt, canonical, local=b""):
    return salt + struct.pack(">I", len(canonical)) + canonical + local


class Desk:
    """The events of a desk, in order: dictionaries with what a row of the file holds, and the canonical bytes."""

    def __init__(self, uuid):
        self.uuid, self.link, self.events = uuid, NO_LINK, []

    def add(self, kind, content, uuid=None, at=None, salt=None, canonical=None):
        uuid, salt = uuid or os.urandom(16), salt or os.urandom(32)
        number = len(self.events) + 1
        at = 1_796_000_000_000 + number if at is None else at
        content = {"format": 1, "kind": Word(kind), "uuid": uuid, "person": "Ana", **content}
        canonical = canonical or cbor(content)
        leaf = leaf_of(salt, canonical)
        event = {"kind": kind, "uuid": uuid, "number": number, "at": at, "content": content, "canonical": canonical,
                 "salt": salt, "leaf": leaf, "previous": self.link, "gone": False}
        self.link = event["link"] = link_of(uuid, self.uuid, number, at, leaf, self.link)
        self.events.append(event)
        return event


def check(**changed):
    return {"receipt": "EAC9999103402", "checked_at": 1_796_000_000_123, "connection": "Legal Aid of Springfield",
            "asked_by": "person", "http_status": 200, "outcome": "ok", "answer": sha256(b"answer"),
            "description_en": sha256(b"en"), "description_es": sha256(b"es"), "raw_reply": sha256(b"raw"),
            "transcripts": sha256(b"transcripts"), **changed}


TABLES = """
CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE carried_key (id INTEGER PRIMARY KEY, uid BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE TABLE desks (id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, place BLOB NOT NULL) STRICT;
CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, desk INTEGER NOT NULL,
    number INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, key INTEGER NOT NULL, leaf BLOB NOT NULL,
    link BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX events_by_desk ON events (desk, number);
CREATE TABLE event_copies (id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL, desk INTEGER NOT NULL,
    number INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, key INTEGER NOT NULL, leaf BLOB NOT NULL,
    link BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
"""


def write_record(path, data_key, desks, carried_under=None):
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous=OFF")
    database.executescript(TABLES)
    database.execute("INSERT INTO words VALUES (1, ?)", [derived(data_key, 3, 16)[:8].hex()])
    if carried_under:
        uid = os.urandom(16)
        database.execute("INSERT INTO carried_key (uid, sealed) VALUES (?, ?)",
                         [uid, seal(carried_under, uid, data_key, column=b"carried_key")])
    for row, desk in enumerate(desks, 1):
        database.execute("INSERT INTO desks VALUES (?, ?, x'')", [row, desk.uuid])
        database.executemany(
            "INSERT INTO events (uuid, desk, number, at, kind, key, leaf, link, sealed) VALUES (?,?,?,?,?,1,?,?,?)",
            ((e["uuid"], row, e["number"], e["at"], e["kind"], e["leaf"], e["link"], b"" if e["gone"] else
              seal(data_key, e["uuid"], plain_of(e["salt"], e["canonical"], b"local"))) for e in desk.events))
    database.commit()
    database.close()


def write_large_record(path, key_path, count):
    """As write_record(), with as many checks of the same content as asked for."""
    data_key, desk, number, link, placeholder = os.urandom(32), os.urandom(16), 0, NO_LINK, os.urandom(16)
    write_record(path, data_key, [Desk(desk)])
    template = cbor({"format": 1, "kind": Word("check"), "uuid": placeholder, "person": "Ana", **check()})
    database = sqlite3.connect(path)

    def rows():
        nonlocal number, link
        for number in range(1, count + 1):
            uuid, salt, at = os.urandom(16), os.urandom(32), 1_796_000_000_000 + number
            canonical = template.replace(placeholder, uuid)
            leaf = leaf_of(salt, canonical)
            link = link_of(uuid, desk, number, at, leaf, link)
            yield uuid, number, at, leaf, link, seal(data_key, uuid, plain_of(salt, canonical))
    database.executemany("INSERT INTO events (uuid, desk, number, at, kind, key, leaf, link, sealed) "
                         "VALUES (?, 1, ?, ?, 'check', 1, ?, ?, ?)", rows())
    database.commit()
    with open(key_path, "wb") as file:
        file.write(data_key)


# The test vectors. Names, keys and salts are made up, and simple enough to be followed by hand.

ANSWER = {"receipt": "EAC9999103402", "form_type": "I-130", "submitted_date": "09-05-2023 14:28:46",
          "modified_date": "09-05-2023 14:28:46", "title_en": "Case Was Received", "title_es": "El caso fue recibido",
          "timeline": [["2023-09-05", "Card Was Mailed", "Se envi\u00f3 la tarjeta"], ["", "Case Was Received", ""]],
          "message": "Query was successful for receipt number: EAC9999103402"}
FAILURE = {"error": "tls", "http_status": 0, "retry_at": None, "server_message": "", "detail": "api.example",
           "tls": {"problem": "expired", "date": 1_700_000_000_000, "names": ["api.example"]}}
LIMITED = {"error": "rate-limited", "http_status": 429, "retry_at": 1_796_000_060_000, "server_message": "Slow down",
           "detail": "", "tls": None}
TRANSCRIPTS = [
    {"method": b"POST", "url": b"https://api.example/oauth/accesstoken",
     "request_headers": [[b"Authorization", "Basic \u2022\u2022\u2022\u2022\u2022\u2022".encode()], [b"demo_id", b"1"],
                         [b"demo_id", b"2"]],
     "request_body": b"grant_type=client_credentials", "sent_at": 1_796_000_000_001, "took_ms": 321,
     "http_status": 200, "reply_headers": [[b"X-Odd", b"\xff\x01"]], "reply_body": None, "tls": "TLSv1.3"},
    {"method": b"", "url": b"", "request_headers": [], "request_body": b"", "sent_at": None, "took_ms": 0,
     "http_status": 0, "reply_headers": [], "reply_body": b"", "tls": ""}]
TEXTS = ["", "plain", "se\u00f1al", "\U0001F526", "\ufeff\ufeffmarks", "a\0b", "\ud800", "x\udc00\ud800y", "\ud83d\udd26"]
PARTS = [("answer", ANSWER), ("answer", FAILURE), ("answer", LIMITED), ("transcripts", TRANSCRIPTS)]
EDITS = {"client": "Juana P\u00e9rez", "file_number": "2026/17", "note": "line\n\ud800", "tags": ["urgent", "H-1B"],
         "on_hold": True, "owner": "Ana", "next_step": "Call", "due_date": "2026-12-24"}
EMPTY_EDITS = {"client": "", "tags": [], "on_hold": False, "due_date": None}
REFUSED = {
    "1817": "23 with a head of two bytes", "1900ff": "255 with a head of three bytes",
    "1a0000ffff": "65,535 with a head of five bytes", "1b00000000ffffffff": "2^32 - 1 with a head of nine bytes",
    "3817": "-24 with a head of two bytes", "580161": "a length with a head of two bytes",
    "1b8000000000000000": "2^63", "3b8000000000000000": "-2^63 - 1", "1c": "a head that is not defined",
    "5f416161ff": "a byte string in pieces", "9f01ff": "an array without a length", "bf616101ff": "a map without a length",
    "ff": "an end without a beginning", "f93c00": "a half float", "fa3f800000": "a float", "fb3ff0000000000000": "a double",
    "f7": "undefined", "f0": "another simple value", "f814": "false in two bytes", "c000": "a tag",
    "61e9": "text that is not ASCII", "62c3a9": "the same in UTF-8", "a1410100": "a key that is not text",
    "4261": "bytes that end too soon", "8201": "an array that ends too soon", "a16161": "a map that ends too soon",
    "5bffffffffffffffff": "a length of 2^64 - 1", "5b7fffffffffffffff61": "a length of 2^63 - 1",
    "9bffffffffffffffff": "2^64 - 1 members", "bb7fffffffffffffff": "2^63 - 1 members",
    "19": "a head that ends too soon", "a2616101616102": "a key twice", "a2616201616101": "keys in another order",
    "a26261620161ff01": "a longer key before a shorter one", "81" * 8 + "00": "nine containers inside of one another",
}  # each as the one value of a map
REFUSED = {"": "nothing", "a000": "more behind the map", "80": "no map", **{"a1616b" + k: v for k, v in REFUSED.items()}}


def plain_json(value):
    """Texts as they are; bytes as {"hex": …}; words as {"word": …}; all else as it is."""
    if isinstance(value, bytes):
        return {"hex": value.hex()}
    if isinstance(value, Word):
        return {"word": str(value)}
    if isinstance(value, dict):
        return {key: plain_json(member) for key, member in value.items()}
    return [plain_json(member) for member in value] if isinstance(value, list) else value


def vector_events():
    names = (bytes([n]) * 16 for n in range(1, 100))
    first, second = Desk(b"D" * 16), Desk(b"E" * 16)

    def add(desk, kind, content):
        uuid = next(names)
        desk.add(kind, content, uuid, at=1_796_000_000_000 + 1000 * uuid[0], salt=bytes([0x80 + uuid[0]]) * 32)
    add(first, "desk", {"program": "0.17.0", "continues": None})
    hashes = {"answer": sha256(cbor(ANSWER)), "description_en": sha256(b"<p>Your card</p>"), "description_es": sha256(b""),
              "raw_reply": sha256(b"{}"), "transcripts": sha256(cbor(TRANSCRIPTS))}
    none = dict.fromkeys(hashes)
    add(first, "check", check(**hashes))
    add(first, "check", check(**{**none, "answer": sha256(cbor(FAILURE))}, outcome="tls", http_status=0, asked_by="watch"))
    add(first, "check", check(**{**hashes, "transcripts": None}, asked_by="batch", taken_over=1_796_000_000_000))
    before = None
    for field, value in list(EDITS.items()) + list(EMPTY_EDITS.items()):
        add(first, "edit", {"receipt": "IOE*123456789", "field": Word(field), "value": value, "replaces": before})
        before = first.events[-1]["uuid"]
    add(first, "filters", {"filters": [], "replaces": None})
    add(first, "filters", {"filters": [b"\xa0", b"opaque"], "replaces": first.events[-1]["uuid"]})
    add(first, "deletion", {"targets": [[first.uuid, 2, 3], [first.uuid, 6, 6]]})
    add(first, "restored", {"deletion": first.events[-1]["uuid"]})
    add(first, "destroyed", {"targets": [[first.uuid, 2, 3], [second.uuid, 1, 2**63 - 1]]})
    add(first, "destroyed", {"targets": []})
    add(first, "damaged", {"checked_at": -1, "raw": b"\x00\xff"})
    add(second, "desk", {"program": "0.17.0", "continues": [first.uuid, first.events[-1]["number"], first.link]})
    add(second, "roster", {"of_a_later_version": [1, -1, None]})
    chosen = [event["uuid"] for event in first.events[4:6]]
    add(second, "edit", {"receipt": "IOE*123456789", "field": Word("client"), "value": "Zoë", "replaces": chosen})
    add(second, "filters", {"filters": [b"\xa0"], "replaces": chosen})
    return [first, second]


def vectors():
    key, uuid = b"0123456789abcdef0123456789abcdef", bytes(range(16))
    plain = plain_of(b"\x99" * 32, cbor({"format": 1}), b"local")
    return {
        "about": "Test vectors for lib/record/EVENTS.md, written by tests/tools/eventwriter.py. Bytes are hexadecimal.",
        "texts": [{"utf16": text.encode("utf-16-be", "surrogatepass").hex(), "wtf8": wtf8(text).hex()} for text in TEXTS],
        "refused": [{"why": why, "bytes": given} for given, why in REFUSED.items()],
        "parts": [{"part": part, "value": plain_json(value), "canonical": cbor(value).hex(),
                   "sha256": sha256(cbor(value)).hex()} for part, value in PARTS],
        "desks": [{"desk": desk.uuid.hex(), "events": [
            {name: value.hex() if isinstance(value, bytes) else plain_json(value) for name, value in event.items()
             if name != "gone"} for event in desk.events]} for desk in vector_events()],
        "sealed": {"data_key": key.hex(), "event_key": derived(key, 1, 32).hex(),
                   "key_name": derived(key, 3, 16)[:8].hex(), "uuid": uuid.hex(), "associated_data": (uuid + b"event").hex(),
                   "nonce": (b"N" * 24).hex(), "plain": plain.hex(), "sealed": seal(key, uuid, plain, b"N" * 24).hex()},
    }


if __name__ == "__main__":
    if sys.argv[1:] == ["vectors"]:
        print(json.dumps(vectors(), indent=1))
    elif sys.argv[1:2] == ["record"] and len(sys.argv) == 5:
        write_large_record(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        sys.exit(__doc__)
