#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line where no window opens."""
import json
import os
import pty
import subprocess

import a11y
from program import LINTERNA, DesktopTest, connection_file, main, run

RECEIPT = "EAC9999103402"


class CommandLine(DesktopTest):
    def refused(self, *arguments, stdin="", naming=""):
        """Exit 2, one line on standard error that names what is wrong, and not a file more."""
        data = self.folder / "data"
        with self.subTest(arguments=arguments):
            done = run("--data-dir", data, *arguments, stdin=stdin)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertEqual(done.stdout, "")
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(naming, done.stderr)
            self.assertEqual([f for f in data.rglob("*") if f.is_file()], [])

    def test_bad_arguments(self):
        self.refused("--nonsense", naming="nonsense")
        self.refused("--language", "fr", naming="fr")
        self.refused("--language", naming="language")
        self.refused("--connection", "Nobody", naming="Nobody")
        self.refused("--practice", "EAC999910340", naming="EAC999910340")
        self.refused("--practice", "EAC99991O3402", naming='"O" cannot stand')  # nobody is there to compare
        self.refused(RECEIPT, "../../etc/passwd", naming="passwd")
        self.refused("--set-secret", "Nobody", stdin="secret\n", naming="Nobody")
        self.refused("--masked", naming="--masked")
        self.refused("--complete", RECEIPT, naming="--complete")
        self.refused("--export-history", self.folder / "out.csv", "--masked", "--complete", naming="exclude")
        self.refused("--export-history", self.folder / "out.csv", "--cases", "--complete", naming="exclude")
        self.refused("--cases", naming="--cases")
        self.refused("--replace", naming="--replace")
        self.refused("--backup", self.folder / "a", "--restore", self.folder / "b", naming="one run")
        self.refused("--data-dir", self.folder / "nowhere", "--backup", self.folder / "a", naming="no history")

    def test_backup_and_restore(self):
        data, backup = self.folder / "data", self.folder / "desk.linterna-backup"
        other = self.folder / "other"
        made = run("--practice", "--data-dir", other, "--restore", self.folder / "none", stdin="lantern window\n")
        self.assertEqual(made.returncode, 1)  # and an empty history is there now
        short = run("--practice", "--data-dir", other, "--backup", backup, stdin="short\n")
        self.assertEqual(short.returncode, 2)
        done = run("--practice", "--data-dir", other, "--backup", backup, stdin="lantern window\n")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("verified", done.stdout)
        wrong = run("--practice", "--data-dir", data, "--restore", backup, stdin="no such lantern\n")
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("passphrase", wrong.stderr)
        done = run("--practice", "--data-dir", data, "--restore", backup, stdin="lantern window\n")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_bad_connection_files(self):
        file = self.folder / "connection.json"
        self.refused("--import-connection", file, naming="connection.json")
        good = json.loads(connection_file(file, "Office", "http://127.0.0.1:1", "me").read_text())
        for change, naming in (
                ({"token_url": None}, "token_url"), ({"api_url": "http://gateway.example.org"}, "api_url"),
                ({"client_secret": "x"}, "client_secret"), ({"client_authentication": "x"}, "client_authentication"),
                ({"requests_per_second": 0}, "requests_per_second"), ({"name": ""}, "name")):
            changed = {k: v for k, v in (good | change).items() if v is not None}
            file.write_text(json.dumps(changed), encoding="utf-8")
            self.refused("--import-connection", file, naming=naming)
        file.write_text("{", encoding="utf-8")
        self.refused("--import-connection", file)

    def test_import(self):
        data = self.folder / "data"
        file = connection_file(self.folder / "connection.json", "Oficina Ñ", "http://127.0.0.1:1", "me",
                               headers={"demo_id": "1234"})
        done = run("--data-dir", data, "--import-connection", file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("Oficina Ñ", (data / "connections.json").read_text(encoding="utf-8"))

    def test_version_and_help(self):
        self.assertRegex(run("--version").stdout, r"(?i)^linterna \d+\.\d+\.\d+\n$")
        told = run("--help")
        self.assertEqual(told.returncode, 0)
        for option in ("--practice", "--connection", "--data-dir", "--language", "--import-connection", "--set-secret",
                       "--export-history", "--cases", "--masked", "--complete", "--backup", "--restore", "--replace",
                       "--version"):
            self.assertIn(option, told.stdout)

    def test_a_secret_typed_at_a_terminal_is_not_shown(self):
        data = self.folder / "data"
        file = connection_file(self.folder / "connection.json", "Office", "http://127.0.0.1:1", "me")
        self.assertEqual(run("--data-dir", data, "--import-connection", file).returncode, 0)
        person, terminal = pty.openpty()
        program = subprocess.Popen([LINTERNA, "--data-dir", data, "--set-secret", "Office"], stdin=terminal,
                                   stdout=terminal, stderr=terminal)
        shown = b""
        while b"not shown" not in shown:
            shown += os.read(person, 1000)
        os.write(person, b"typed:%+/&=secret\n")
        self.assertEqual(program.wait(60), 0)
        os.set_blocking(person, False)
        shown += os.read(person, 10000)
        self.assertIn(b"stored in the keychain", shown)
        self.assertNotIn(b"typed", shown)
        os.close(person)
        os.close(terminal)
        self.assertEqual(subprocess.run(["secret-tool", "lookup", "server", "linterna", "user",
                                         "connection/Office/client-secret"], capture_output=True, text=True,
                                        timeout=a11y.PATIENCE, check=False).stdout, "typed:%+/&=secret")


if __name__ == "__main__":
    main()
