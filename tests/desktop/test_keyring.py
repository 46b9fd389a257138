#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyring that is absent or locked. Each class needs a session of its own: session.sh --keyring none or locked."""
import hashlib
import os
import a11y
from program import HOME, SESSION, DesktopTest, Proxy, files_with

RECEIPT = "EAC9999103402"
KEYRING = os.environ["LINTERNA_SESSION_KEYRING"]


def hashes(folder):
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.rglob("*")
            if file.is_file() and file.suffix in (".db", ".sqlite")}


def says(window, *words):
    """Until some control shows all of these words; case counts for nothing."""
    def found():
        for node, _ in a11y.walk(window.app):
            shown = f"{node.get_name()} {node.get_description()} {a11y.text_of(node)}".lower()
            if all(word in shown for word in words):
                return shown
        return None
    return a11y.poll(f"something says {words}", found)


@unittest.skipUnless(KEYRING == "none", "another session's")
class Absent(DesktopTest):
    def test_fault48_works_with_the_secret_in_memory_only(self):
        server = self.serve()
        proxy = Proxy(server.url)
        self.addCleanup(proxy.end)
        data = self.folder / "data"
        self.connect(data, proxy.url, server, secret=False)
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en")
        says(window, "keyring")
        raise NotImplementedError


@unittest.skipUnless(KEYRING == "locked", "another session's")
class Locked(DesktopTest):
    def test_fault47_says_unlock_and_touches_nothing(self):
        raise NotImplementedError


if __name__ == "__main__":
    main()
