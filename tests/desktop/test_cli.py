#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line where no window opens."""
import json
import os
import pty
import socket
import stat
import subprocess
import threading

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
        for misread in ("I0E0912345678", "5RC2190123456", "lOE0912345678", "IOE091234567", "MSC21*0123456"):
            self.refused("--practice", RECEIPT, misread, naming=misread)  # fault 76
        self.refused(RECEIPT, "../../etc/passwd", naming="passwd")
        self.refused("--set-secret", "Nobody", stdin="secret\n", naming="Nobody")
        self.refused("--masked", naming="--masked")
        self.refused("--complete", RECEIPT, naming="--complete")
        self.refused("--export-history", self.folder / "out.csv", "--masked", "--complete", naming="exclude")
        self.refused("--export-history", self.folder / "out.csv", "--cases", "--complete", naming="exclude")
        self.refused("--cases", naming="--cases")
        self.refused("--import-history", "in.csv", "--complete", naming="--complete")
        self.refused("--import-history", "in.csv", "--export-history", "out.csv", naming="one run")
        self.refused("--import-history", "-", naming="needs a file")
        self.refused("--import-history", self.folder / "none.csv", naming="none.csv")
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

    def export(self, target, **more):
        """Of an empty history, which gives the headings."""
        data = self.folder / "data"
        run("--practice", "--data-dir", data, "--restore", self.folder / "none", stdin="lantern window\n")
        return subprocess.run([LINTERNA, "--practice", "--data-dir", data, "--export-history", target],
                              **{"capture_output": True, "timeout": a11y.PATIENCE, "check": False, **more})

    HEADINGS = b"\xef\xbb\xbfchecked_at,"

    def test_fault82_standard_output(self):
        for target in ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
            with self.subTest(target=target):
                done = self.export(target)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertTrue(done.stdout.startswith(self.HEADINGS), done.stdout)
                self.assertTrue(done.stdout.endswith(b"\r\n"), done.stdout)  # and no sentence behind
                self.assertIn(b"0 checks written", done.stderr)
        with (self.folder / "all.csv").open("ab") as before:
            before.write(b"before\n")
            before.flush()
            self.assertEqual(self.export("-", stdout=before, stderr=subprocess.PIPE, capture_output=False).returncode, 0)
        self.assertTrue((self.folder / "all.csv").read_bytes().startswith(b"before\n" + self.HEADINGS))

    def test_fault82_a_pipe_is_written_to(self):
        pipe = self.folder / "pipe.csv"
        os.mkfifo(pipe)
        read = []
        reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
        reader.start()
        done = self.export(pipe)
        self.assertEqual(done.returncode, 0, done.stderr)
        reader.join(a11y.PATIENCE)
        self.assertTrue(read[0].startswith(self.HEADINGS), read)
        self.assertTrue(stat.S_ISFIFO(pipe.lstat().st_mode))

    def test_fault82_links_and_devices_stay_what_they_are(self):
        sink, link, file = (self.folder / name for name in ("sink.csv", "link.csv", "file.csv"))
        sink.symlink_to("/dev/null")
        link.symlink_to(file)  # which is not there yet
        self.assertEqual(self.export(sink).returncode, 0)
        self.assertEqual(os.readlink(sink), "/dev/null")
        self.assertTrue(stat.S_ISCHR(sink.stat().st_mode))
        self.assertEqual(self.export(link).returncode, 0)
        self.assertTrue(link.is_symlink())
        self.assertTrue(file.read_bytes().startswith(self.HEADINGS))

    def test_fault82_what_cannot_take_it_is_named(self):
        where = self.folder / "socket.csv"
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(str(where))
            for target in (where, self.folder, "/dev/full"):
                with self.subTest(target=target):
                    done = self.export(target)
                    self.assertEqual(done.returncode, 1)
                    self.assertIn(str(target).encode(), done.stderr)
            self.assertTrue(stat.S_ISSOCK(where.lstat().st_mode))
        reading, writing = os.pipe()
        os.close(reading)  # whoever was to read has gone
        done = self.export("-", stdout=writing, stderr=subprocess.PIPE, capture_output=False)
        os.close(writing)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(b"/dev/stdout", done.stderr)

    def test_fault82_other_formats_are_refused(self):
        for name in ("out.xlsx", "out.pdf", "out.json", "out.ods", "out.tsv", "out.csv.gz"):
            self.refused("--export-history", self.folder / name, naming="CSV (.csv) and JSON Lines (.jsonl)")
            self.assertFalse((self.folder / name).exists())
        self.refused("--backup", self.folder / "desk.zip", naming=".linterna-backup")
        self.refused("--backup", "-", naming="needs a file")

    def test_fault82_a_backup_replaces_no_pipe_and_no_link(self):
        data, pipe, link, target = (self.folder / name for name in ("data", "pipe", "link", "target"))
        run("--practice", "--data-dir", data, "--restore", self.folder / "none", stdin="lantern window\n")
        os.mkfifo(pipe)
        link.symlink_to(target)
        for refused in (pipe, "/dev/stdout", "/dev/null"):
            done = run("--practice", "--data-dir", data, "--backup", refused, stdin="lantern window\n")
            self.assertEqual(done.returncode, 1)
            self.assertIn("not a file", done.stderr)
        self.assertTrue(stat.S_ISFIFO(pipe.lstat().st_mode))
        done = run("--practice", "--data-dir", data, "--backup", link, stdin="lantern window\n")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(link.is_symlink())
        self.assertTrue(target.is_file())

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

    def test_fault93_names_that_deceive(self):
        file = self.folder / "connection.json"
        good = json.loads(connection_file(file, "Office", "http://127.0.0.1:1", "me").read_text())
        for name in ("USC\u0406S sandbox", "USCIS\u00a0 sandbox", "uscls sandbox", "USCIS sand\u00adbox"):
            file.write_text(json.dumps(good | {"name": name}), encoding="utf-8")
            self.refused("--import-connection", file, naming='"$.name"')
        text = json.dumps(good)
        file.write_text(text[:-1] + ', "token_url": "https://evil.example/"}', encoding="utf-8")
        self.refused("--import-connection", file, naming='"$.token_url" stands there twice')
        file.write_text(text[:-1] + ', "headers": {"a": "1", "a": "2"}}', encoding="utf-8")
        self.refused("--import-connection", file, naming='"$.headers.a" stands there twice')

    def test_fault84_files_in_another_encoding(self):
        file = self.folder / "connection.json"
        text = connection_file(file, "Oficina Ñ", "http://127.0.0.1:1", "me").read_text(encoding="utf-8")
        text = json.dumps(json.loads(text), ensure_ascii=False)
        file.write_bytes(text.encode("utf-16"))
        self.refused("--import-connection", file, naming="UTF-16")
        file.write_bytes(text.encode("windows-1252"))
        self.refused("--import-connection", file, naming="not UTF-8")

    def stored_secret(self):
        return subprocess.run(["secret-tool", "lookup", "server", "linterna", "user", "connection/Annex/client-secret"],
                              capture_output=True, timeout=a11y.PATIENCE, check=False).stdout

    def test_fault84_secrets_that_nobody_sees_whole(self):
        data = self.folder / "data"
        file = connection_file(self.folder / "connection.json", "Annex", "http://127.0.0.1:1", "me")
        told = run("--data-dir", data, "--import-connection", file).stdout
        self.assertIn("Client ID and secret will go to 127.0.0.1:1", told)
        for secret, naming in (
                ("s3cret \n", "U+0020"), (" s3cret\n", "U+0020"), ("s3cret\t\n", "U+0009"), ("s3cret\r\r\n", "U+000D"),
                ("\ufeffs3cret\n", "U+FEFF"), ("s3\u200bcret\n", "U+200B"), ("s3cret\u00a0\n", "U+00A0"),
                ("s3\u00adcret\n", "U+00AD"), ("s3\u202ecret", "U+202E"), ("s3cr\net\n", "more than one line"),
                ("s3cr\r\net\r\n", "more than one line"), ("", "one line"), ("\n", "one line")):
            self.refuses_secret(data, secret.encode("utf-8"), naming)
        for encoding, naming in (("utf-16", "UTF-16"), ("utf-16-le", "--set-secret"), ("utf-16-be", "--set-secret")):
            self.refuses_secret(data, "s3cret\n".encode(encoding), naming)
        self.refuses_secret(data, "señal\n".encode("windows-1252"), "not UTF-8")
        for secret in ("s3cret\n", "s3cret\r\n", "s3cret", "s3cret\n\n"):
            done = self.set_secret(data, secret.encode())
            self.assertEqual((done.returncode, done.stderr), (0, b""), secret)
            self.assertIn(b"It will be sent to 127.0.0.1:1 and nowhere else", done.stdout)  # fault 93
            self.assertEqual(self.stored_secret(), b"s3cret")

    def set_secret(self, data, secret):
        return subprocess.run([LINTERNA, "--data-dir", data, "--set-secret", "Annex"], input=secret,
                              capture_output=True, timeout=a11y.PATIENCE, check=False)

    def refuses_secret(self, data, secret, naming):
        with self.subTest(secret=secret):
            done = self.set_secret(data, secret)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(naming.encode(), done.stderr)
            self.assertNotIn(b"s3cret", done.stderr)
            self.assertEqual(self.stored_secret(), b"")

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
                       "--export-history", "--import-history", "--cases", "--masked", "--complete", "--backup", "--restore", "--replace",
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
        self.assertIn(b"which will be sent to 127.0.0.1:1", shown)  # fault 93, before it is given
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
