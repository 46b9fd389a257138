#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second start on the same data: the window that is open comes to the front and takes over what was asked for."""
import os
import pathlib
import signal
import subprocess
import time

import a11y
from program import LINTERNA, SESSION, DesktopTest, main, run
from xwindow import close_window

RECEIPT = "EAC9999103402"


def active_window():
    return subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, timeout=a11y.PATIENCE,
                          check=False).stdout.strip()


def windows_of(process):
    return subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(process.pid), "--name", "."],
                          capture_output=True, text=True, timeout=a11y.PATIENCE, check=False).stdout.split()


class SecondStart(DesktopTest):
    def setUp(self):
        super().setUp()
        self.data = SESSION / f"{time.monotonic_ns():x}"  # short enough for a socket in it
        self.socket = self.data / "window.socket"

    def open(self, *arguments):
        return self.start("--practice", "--data-dir", self.data, "--language", "en", *arguments)

    def again(self, *arguments):
        return run("--practice", "--data-dir", self.data, *arguments)

    def test_fault44_the_first_comes_forward_and_looks_up(self):
        window = self.open()
        subprocess.run(["xdotool", "windowminimize", "--sync", window.id], check=True, timeout=a11y.PATIENCE)
        done = self.again(RECEIPT)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        a11y.poll("the first window is in front", lambda: active_window() == window.id)
        window.wait_status("Case Approval Was Affirmed")
        window.wait_history(RECEIPT)
        self.assertEqual(self.again().returncode, 0)  # and nothing more is looked up
        self.assertEqual(len(window.history()), 1)
        self.assertEqual(window.close()[0], 0)

    def test_fault44_a_killed_one_is_no_first(self):
        window = self.open(RECEIPT)
        window.wait_history(RECEIPT)
        window.end()
        self.assertTrue(self.socket.exists())
        window = self.open()
        window.wait_history(RECEIPT)
        self.assertEqual(self.again().returncode, 0)
        self.assertEqual(window.close()[0], 0)
        self.assertFalse(self.socket.exists())

    def test_fault44_one_that_hangs_is_left_alone(self):
        window = self.open()
        os.kill(window.process.pid, signal.SIGSTOP)
        log = SESSION / f"second-{time.monotonic_ns()}.log"
        with log.open("wb") as out:
            second = subprocess.Popen([LINTERNA, "--practice", "--data-dir", self.data, RECEIPT], stdout=out, stderr=out)
        self.addCleanup(second.kill)
        message = a11y.poll("the second says so", lambda: windows_of(second))[0]
        self.assertIn("does not answer", log.read_text())
        os.kill(window.process.pid, signal.SIGCONT)
        close_window(message)
        self.assertEqual(second.wait(20), 1)
        window.press("Check status", "push button")  # it works on
        self.assertEqual(self.again().returncode, 0)
        self.assertEqual(window.close()[0], 0)

    def test_fault44_two_at_the_same_moment(self):
        both = [subprocess.Popen([LINTERNA, "--practice", "--data-dir", self.data, RECEIPT], stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL) for _ in range(2)]
        for process in both:
            self.addCleanup(process.kill)
        a11y.poll("one of them has ended", lambda: any(process.poll() is not None for process in both))
        first = next(process for process in both if process.poll() is None)
        second = next(process for process in both if process.poll() is not None)
        self.assertEqual(second.returncode, 0)
        window = a11y.poll("the other has its window", lambda: windows_of(first))[0]
        self.assertEqual(self.again().returncode, 0)
        close_window(window)
        self.assertEqual(first.wait(20), 0)

    def test_what_cannot_be_handed_over(self):
        window = self.open()
        done = run("--data-dir", self.data, RECEIPT)
        self.assertEqual(done.returncode, 1)
        self.assertIn("for practice", done.stderr)
        self.assertEqual(window.history(), [])
        self.assertEqual(window.close()[0], 0)

        server = self.serve()
        self.connect(self.data, server.url, server)
        window = self.start("--data-dir", self.data, "--connection", "Office", "--language", "en")
        done = run("--data-dir", self.data, "--connection", "USCIS sandbox", RECEIPT)
        self.assertEqual(done.returncode, 1)
        self.assertIn("USCIS sandbox", done.stderr)
        self.assertEqual(run("--data-dir", self.data, "--connection", "Office", RECEIPT).returncode, 0)
        window.wait_status("Case Approval Was Affirmed")
        self.assertEqual(len(server.requests()), 1)
        self.assertEqual(window.close()[0], 0)

    def test_what_needs_no_window_works_beside_one(self):
        window = self.open(RECEIPT)
        window.wait_history(RECEIPT)
        out = self.folder / "history.csv"
        done = self.again("--export-history", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(RECEIPT, out.read_text(encoding="utf-8-sig"))
        self.assertEqual(window.close()[0], 0)

    def test_another_folder_is_another_window(self):
        practice = self.open()
        real = self.start("--data-dir", self.folder / "real", "--language", "en")
        self.assertEqual(practice.close()[0], 0)
        self.assertEqual(real.close()[0], 0)

    def test_fault44_in_a_folder_of_a_long_name(self):
        self.data = self.folder / ("long" * 20)
        window = self.open()
        self.assertEqual(self.again(RECEIPT).returncode, 0)
        window.wait_history(RECEIPT)
        sockets = list(pathlib.Path(os.environ["XDG_RUNTIME_DIR"]).glob("linterna-*"))
        self.assertEqual([file.stat().st_mode & 0o077 for file in sockets], [0])
        self.assertEqual(window.close()[0], 0)

    def test_only_its_owner_can_come_near(self):
        window = self.open()
        a11y.poll("it listens", self.socket.exists)
        for file in (self.socket, self.data / "window.lock"):
            self.assertEqual(file.stat().st_mode & 0o077, 0, file)
        self.assertEqual(window.close()[0], 0)


if __name__ == "__main__":
    main()
