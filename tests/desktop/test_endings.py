#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A run that did its work ends with 0, however much Qt has to say and wherever its words go; who else can write the
data is said; and what a killed program left is swept."""
import os
import pathlib
import random
import signal
import subprocess
import time

import a11y
from program import LINTERNA, SESSION, DesktopTest, Window, connection_file, main, run

RECEIPT = "EAC9999103402"
LOUD = ({"QT_DEBUG_PLUGINS": "1"}, {"QT_LOGGING_RULES": "*=true"}, {})
CLOSED = ("", "2>&-", "2>/dev/full", ">&-", ">/dev/full", "<&-", "<&- >&- 2>&-")
PASSPHRASE = "lantern window\n"


def shell(redirections, *arguments, stdin="", environment=None):
    """linterna started as a shell starts it with these redirections; its exit code."""
    return subprocess.run(["sh", "-c", f'exec "$0" "$@" {redirections}', LINTERNA, *map(str, arguments)], input=stdin,
                          capture_output=True, text=True, timeout=a11y.PATIENCE, check=False,
                          env=os.environ | (environment or {}))


class Redirected(Window):
    """A window whose standard output and error go elsewhere, or nowhere."""

    def __init__(self, redirections, environment, *arguments):
        self.log = SESSION / f"linterna-{time.monotonic_ns()}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                ["sh", "-c", f'exec "$0" "$@" {redirections}', LINTERNA, *map(str, arguments)], stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, env=os.environ | environment)
        self.app = a11y.poll("the window", self._application, 60)
        self.id = a11y.poll("the window on the screen", self._window_id, 30)


class Endings(DesktopTest):
    def window(self, redirections, environment, *arguments):
        window = Redirected(redirections, environment, "--practice", "--data-dir", self.folder / "data", "--language",
                            "en", *arguments)
        self.addCleanup(window.end)
        return window

    def test_fault91_the_window(self):
        for redirections, environment in (("", LOUD[0]), ("", LOUD[1]), ("2>&-", LOUD[0]), ("2>/dev/full", LOUD[0]),
                                          (">&- 2>&-", {})):
            with self.subTest(redirections=redirections, environment=environment):
                window = self.window(redirections, environment, RECEIPT)
                window.wait_status("Case Approval Was Affirmed")
                self.assertEqual(window.close()[0], 0, window.said()[-2000:])
                self.assertNotIn(RECEIPT, window.said())

    def test_fault91_each_way_without_a_window(self):
        data, out = self.folder / "data", self.folder / "out"
        out.mkdir()
        self.assertEqual(shell("", "--practice", "--data-dir", data, "--restore", out / "no", stdin=PASSPHRASE).returncode, 1)
        file = connection_file(self.folder / "c.json", "Office", "https://gateway.example", "me")
        copy = self.folder / "complete.csv"
        shell("", "--practice", "--data-dir", data, "--export-history", copy, "--complete")
        for environment in LOUD:
            for redirections in CLOSED if not environment else ("", "2>&-"):
                name = f"{len(list(out.iterdir()))}"
                ways = [("--version",), ("--help",),
                        ("--data-dir", data, "--import-connection", file),
                        ("--practice", "--data-dir", data, "--export-history", out / f"{name}.csv"),
                        ("--practice", "--data-dir", data, "--import-history", copy)]
                if "<&-" not in redirections:
                    ways.append(("--practice", "--data-dir", data, "--backup", out / f"{name}.linterna-backup"))
                for way in ways:
                    with self.subTest(way=way[-2:], redirections=redirections, environment=environment):
                        done = shell(redirections, *way, stdin=PASSPHRASE, environment=environment)
                        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        for written in out.glob("*.csv"):  # and no message went into one of them
            self.assertTrue(written.read_text(encoding="utf-8-sig").startswith("checked_at"), written.read_text()[:200])

    def test_fault91_the_practice_server(self):
        program = LINTERNA.parent / "linterna-practice-server"
        for environment in LOUD:
            for redirections in ("", "2>&-", "2>/dev/full"):
                with self.subTest(redirections=redirections, environment=environment):
                    done = subprocess.run(["sh", "-c", f'exec "$0" "$@" {redirections}', program, "--version"], check=False,
                                          capture_output=True, timeout=a11y.PATIENCE, env=os.environ | environment)
                    self.assertEqual(done.returncode, 0)
                    server = subprocess.Popen(["sh", "-c", f'exec "$0" "$@" {redirections}', program], text=True,
                                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                              env=os.environ | environment)
                    self.assertIn("http://127.0.0.1:", server.stdout.readline())
                    server.send_signal(signal.SIGTERM)
                    server.communicate(timeout=a11y.PATIENCE)
                    self.assertEqual(server.returncode, 0)

    def test_no_memory_image(self):
        window = self.window("", {})
        limits = pathlib.Path(f"/proc/{window.process.pid}/limits").read_text(encoding="ascii")
        line = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
        self.assertEqual(line.split()[4:6], ["0", "0"])
        self.assertEqual(window.close()[0], 0)

    def test_fault107_who_else_can_write(self):
        data = self.folder / "data"
        data.mkdir(mode=0o700)
        file = connection_file(self.folder / "c.json", "Office", "https://gateway.example", "me")
        for mode, english, spanish in ((0o707, "Everybody", "Todas las personas"), (0o700, "", "")):
            data.chmod(mode)
            for language, words in (("en", english), ("es", spanish)):
                done = run("--data-dir", data, "--language", language, "--import-connection", file)
                self.assertEqual(done.returncode, 0)  # it goes on
                self.assertEqual(words in done.stderr if words else done.stderr == "", True, done.stderr)
            window = self.window("", {}, RECEIPT)
            window.wait_status("Case Approval Was Affirmed")
            if english:
                window.get(text=english)
            else:
                self.assertEqual(window.all(text="chmod"), [])
            self.assertEqual(window.close()[0], 0)

    def test_fault104_what_was_left_is_swept(self):
        data, exports = self.folder / "data", self.folder / "exports"
        self.assertEqual(self.window("", {}).close()[0], 0)
        exports.mkdir()
        with (data / "settings.ini").open("a", encoding="utf-8") as settings:
            settings.write(f"\n[export]\nfolder={exports}\n")
        left = [data / ".linterna-unfinished-AbCdEf", data / "certificates" / ".linterna-unfinished-qwerty",
                exports / ".linterna-unfinished-AbCdEf"]
        theirs = [data / "connections.json.backup", data / "notes.txt"]
        (data / "certificates").mkdir(exist_ok=True)
        for path in (*left, *theirs):
            path.write_bytes(b"half")
        window = self.window("", {})
        a11y.poll("the start has swept", lambda: not any(path.exists() for path in left))
        self.assertTrue(all(path.exists() for path in theirs))
        self.assertEqual(window.close()[0], 0)

    def test_fault104_a_backup_that_is_killed(self):
        data, out = self.folder / "data", self.folder / "out"
        out.mkdir()
        shell("", "--practice", "--data-dir", data, "--restore", out / "no", stdin=PASSPHRASE)  # and a history is there
        way = ("--practice", "--data-dir", data, "--backup", out / "desk.linterna-backup")
        moments = random.Random(104)
        for _ in range(8):
            process = subprocess.Popen([LINTERNA, *map(str, way)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, text=True)
            try:
                process.communicate(PASSPHRASE, timeout=moments.uniform(0, 1.5))
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate(timeout=a11y.PATIENCE)
            names = {path.name.rsplit("-", 1)[0] for path in out.iterdir()}
            self.assertLessEqual(names, {"desk.linterna", ".linterna-unfinished"})
        (out / ".linterna-unfinished-AbCdEf").write_bytes(b"half")  # as where a file cannot be without a name
        done = shell("", *way, stdin=PASSPHRASE)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([path.name for path in out.iterdir()], ["desk.linterna-backup"])
        self.assertFalse((data / "scratch").exists())


if __name__ == "__main__":
    main()
