# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that desktop tests start: linterna in its window, the practice server, and a proxy between them that
remembers what was on the wire. LINTERNA_BIN names the linterna to test; the practice server stands beside it."""
import base64
import http.client
import http.server
import json
import os
import pathlib
import re
import signal
import subprocess
import threading
import time
import unittest
import urllib.parse

import a11y
from xwindow import close_window

LINTERNA = pathlib.Path(os.environ.get(
    "LINTERNA_BIN", pathlib.Path(__file__).parents[2] / "build/release/bin/linterna")).resolve()
SESSION = pathlib.Path(os.environ["LINTERNA_SESSION_DIR"])
HOME = pathlib.Path(os.environ["HOME"])


def run(*arguments, stdin=""):
    """linterna without a window, to its end."""
    return subprocess.run([LINTERNA, *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=a11y.PATIENCE,
                          check=False)


def keys(*names):
    """Presses keys in the window that has the keyboard."""
    subprocess.run(["xdotool", "key", "--delay", "10", *names], check=True, timeout=a11y.PATIENCE)


# The names of the case card's text and of the lists, in both languages.
STATUS = ("Case status", "Estado del caso")
HISTORY = ("Cases", "Casos", "Checks", "Consultas")


class Window:
    """linterna, started, with its window up."""

    def __init__(self, *arguments):
        self.log = SESSION / f"linterna-{time.monotonic_ns()}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen([LINTERNA, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log)
        try:
            self.app = a11y.poll("the window", self._application, 60)
            self.id = a11y.poll("the window on the screen", self._window_id, 30)
        except BaseException:
            self.end()
            raise

    def _alive(self):
        assert self.process.poll() is None, f"linterna ended with {self.process.returncode}: {self.said()}"

    def _application(self):
        self._alive()
        app = a11y.application("linterna", self.process.pid)
        return app if app and a11y.find(app, "push button") else None

    def _window_id(self):
        found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid",
                                str(self.process.pid), "--name", "."],
                               capture_output=True, text=True, timeout=a11y.PATIENCE, check=False).stdout.split()
        return found[0] if found else None

    def said(self):
        """Standard output and error so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def all(self, role=None, name=None, text=None):
        self._alive()
        return list(a11y.find_all(self.app, role, name, text))

    def get(self, role=None, name=None, text=None, seconds=a11y.PATIENCE):
        return a11y.poll(f"{role or 'control'} {name or text!r}", lambda: next(iter(self.all(role, name, text)), None),
                         seconds)

    def wait_status(self, title, seconds=a11y.PATIENCE):
        """Until the text of the case card begins with `title`; gives all of it."""
        def shown():
            texts = [a11y.text_of(node) for name in STATUS for node in self.all(name=name)]
            return next((text for text in texts if text.startswith(title)), None)
        return a11y.poll(f"the case card begins with {title!r}", shown, seconds)

    def press(self, name, role=None):
        a11y.press(self.get(role, name))

    def history(self):
        """Each row of the table of checks as a list of its cells' words."""
        table = a11y.poll("the table of checks",
                          lambda: next((found for name in HISTORY for found in self.all("table", name)), None))
        grid = table.get_table_iface()
        rows, columns = min(grid.get_n_rows(), 50), grid.get_n_columns()
        return [[grid.get_accessible_at(row, column).get_name() or "" for column in range(columns)]
                for row in range(rows)]

    def wait_history(self, *words, seconds=a11y.PATIENCE):
        """Until one row holds all of these words; gives all rows."""
        def found():
            rows = self.history()
            return rows if any(all(word in " ".join(row) for word in words) for row in rows) else None
        return a11y.poll(f"a row of the history with {words}", found, seconds)

    def activate(self):
        subprocess.run(["xdotool", "windowactivate", "--sync", self.id], check=True, timeout=a11y.PATIENCE)

    def type(self, text):
        """As by hand, into whatever has the keyboard."""
        self.activate()
        subprocess.run(["xdotool", "type", "--delay", "10", text], check=True, timeout=a11y.PATIENCE)

    def close(self, seconds=a11y.PATIENCE):
        """Closes the window as its frame's button does. Gives the exit code, and how long that took in seconds."""
        begun = time.monotonic()
        close_window(self.id)
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"still running {seconds} s after its window was closed: {self.said()}") from None
        return code, time.monotonic() - begun

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(a11y.PATIENCE)


class PracticeServer:
    """linterna-practice-server on a port of its own."""

    def __init__(self, *arguments):
        self.log = SESSION / f"practice-{time.monotonic_ns()}.log"
        self.process = subprocess.Popen([LINTERNA.parent / "linterna-practice-server", "--port", "0", "--log", self.log,
                                         *map(str, arguments)], stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        assert self.url.startswith("http://127.0.0.1:"), f"not a base URL: {self.url!r}"
        self.client_id = self.process.stdout.readline().split()[-1]
        self.secret = self.process.stdout.readline().split()[-1]

    def requests(self, part="/case-status/"):
        """Lines of the server's log with `part` in them."""
        if not self.log.exists():
            return []
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if part in line]

    def end(self):
        self.process.terminate()
        self.process.wait(a11y.PATIENCE)
        self.process.stdout.close()


class Proxy(http.server.ThreadingHTTPServer):
    """Passes requests on to `target`, and keeps the tokens and the bodies of token requests in memory."""
    daemon_threads = True

    def __init__(self, target):
        self.target = urllib.parse.urlsplit(target)
        self.tokens, self.token_requests, self.paths = set(), [], []
        super().__init__(("127.0.0.1", 0), _Pass)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def end(self):
        self.shutdown()
        self.server_close()


class _Pass(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def _pass(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.paths.append(self.path)
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        if scheme == "Bearer":
            self.server.tokens.add(token)
        there = http.client.HTTPConnection(self.server.target.hostname, self.server.target.port, timeout=a11y.PATIENCE)
        there.request(self.command, self.path, body,
                      {name: value for name, value in self.headers.items()
                       if name.lower() not in ("host", "connection", "accept-encoding")})
        answer = there.getresponse()
        content = answer.read()
        there.close()
        if self.path.endswith("/accesstoken"):
            self.server.token_requests.append(body.decode())
            if answer.status == 200:
                self.server.tokens.add(json.loads(content)["access_token"])
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("connection", "transfer-encoding", "content-length", "date", "server"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = _pass


def connection_file(file, name, url, client_id, **more):
    """Writes the file with which an administrator describes a connection."""
    fields = {"name": name, "token_url": f"{url}/oauth/accesstoken", "api_url": url,
              "client_authentication": "form-body", "client_id": client_id, **more}
    file.write_text(json.dumps(fields), encoding="utf-8")
    return file


def files_with(needle, *folders, but=()):
    """The files below these folders that hold these bytes."""
    needle = needle.encode() if isinstance(needle, str) else needle
    found = []
    for folder in folders:
        for file in pathlib.Path(folder).rglob("*"):
            if file.is_file() and file not in but and needle in file.read_bytes():
                found.append(str(file))
    return found


def spellings(word):
    """The ways in which a word may stand in a file, by name."""
    plain = word.encode()
    ways = {"UTF-8": plain, "UTF-16": word.encode("utf-16-le")}
    for before in range(3):  # three bytes become four letters; those that a neighbour has a part in are left out
        letters = base64.b64encode(b"\0" * before + plain)[:(before + len(plain)) // 3 * 4]
        ways[f"base64 after {before}"] = letters[before + 1 if before else 0:]
    if re.fullmatch("[A-Z]{3}[0-9]{10}", word):
        parts = word[:3], word[3:5], word[5:8], word[8:]
        ways |= {"hyphens": "-".join(parts).encode(), "spaces": " ".join(parts).encode(), "digits": word[3:].encode()}
    return ways


def traces(words, *folders, but=()):
    """"FILE: WORD (SPELLING)", for each word that stands in a file below these folders."""
    sought = [(f"{word} ({name})", needle) for word in words for name, needle in spellings(word).items()]
    found = []
    for folder in folders:
        for file in pathlib.Path(folder).rglob("*"):
            if file.is_file() and file not in but:
                content = file.read_bytes()
                found += [f"{file}: {what}" for what, needle in sought if needle in content]
    return found


class DesktopTest(unittest.TestCase):
    """Ends what a test started, whatever became of it."""

    def setUp(self):
        self.folder = SESSION / "tests" / self.id().split(".", 1)[-1]
        self.folder.mkdir(parents=True, exist_ok=True)

    def start(self, *arguments):
        window = Window(*arguments)
        self.addCleanup(window.end)
        return window

    def serve(self, *arguments):
        server = PracticeServer(*arguments)
        self.addCleanup(server.end)
        return server

    def connect(self, data, url, server, name="Office", secret=True, **more):
        """Imports a connection called `name` into the data directory, and its secret into the keyring."""
        file = connection_file(self.folder / "connection.json", name, url, server.client_id, **more)
        done = run("--data-dir", data, "--import-connection", file)
        self.assertEqual(done.returncode, 0, done.stderr)
        if secret:
            done = run("--data-dir", data, "--set-secret", name, stdin=server.secret + "\n")
            self.assertEqual(done.returncode, 0, done.stderr)


def main():
    unittest.main(verbosity=2, warnings="ignore")
