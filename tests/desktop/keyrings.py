# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of a locked and of an absent keyring share."""
import hashlib
import os
import subprocess

from gi.repository import Gio, GLib

import a11y


def lock_keyring():
    secrets = "/org/freedesktop/secrets"
    subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets", secrets,
                    "org.freedesktop.Secret.Service.Lock", f"array:objpath:{secrets}/collection/login"],
                   check=True, timeout=a11y.PATIENCE, stdout=subprocess.DEVNULL)


def unlock_keyring():
    """What gnome-keyring's own prompt does when the password was typed."""
    bus, secrets = Gio.bus_get_sync(Gio.BusType.SESSION), "/org/freedesktop/secrets"

    def call(interface, method, arguments):
        return bus.call_sync("org.freedesktop.secrets", secrets, interface, method, arguments, None, 0, 20_000).unpack()
    _, session = call("org.freedesktop.Secret.Service", "OpenSession",
                      GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
    password = (session, b"", os.environ["LINTERNA_SESSION_PASSWORD"].encode(), "text/plain")
    call("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", "UnlockWithMasterPassword",
         GLib.Variant("(o(oayays))", (f"{secrets}/collection/login", password)))


def hashes(folder):
    """Each file below the folder that holds a database, and the hash of its bytes."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest()
            for file in folder.rglob("*") if file.is_file() and file.read_bytes().startswith(b"SQLite format 3")}


def says(window, *words):
    """Until one control shows all of these words; case counts for nothing."""
    def shown():
        for node, _ in a11y.walk(window.app):
            text = f"{node.get_name()} {node.get_description()} {a11y.text_of(node)}".lower()
            if "showing" in a11y.states(node) and all(word in text for word in words):
                return text
        return None
    return a11y.poll(f"something that says {words}", shown)
