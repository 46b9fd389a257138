#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A connection from its file to its removal: imported, tested, saved, used, exported, removed, with a real keyring."""
import base64
import http.server
import json
import os
import subprocess
import threading

import a11y
from keyrings import says
from program import HOME, SESSION, DesktopTest, Proxy, connection_file, files_with, main, run

RECEIPT = "EAC9999103402"


class SignInProxy(http.server.ThreadingHTTPServer):
    """A proxy that wants a user name and a password, and refuses whatever it is given."""
    daemon_threads = True

    def __init__(self):
        self.tries = []
        super().__init__(("127.0.0.1", 0), _Refuses)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def end(self):
        self.shutdown()
        self.server_close()


class _Refuses(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_CONNECT(self):
        if "Proxy-Authorization" in self.headers:
            self.server.tries.append(self.headers["Proxy-Authorization"])
        self.send_response(407)
        self.send_header("Proxy-Authenticate", 'Basic realm="office"')
        self.send_header("Content-Length", "0")
        self.end_headers()


def in_keyring(name, what="client-secret"):
    """Whether the keyring holds a secret of this kind for this connection."""
    found = subprocess.run(["secret-tool", "search", "--all", "server", "linterna"], capture_output=True, text=True,
                           timeout=a11y.PATIENCE, check=False)
    return f"connection/{name}/{what}" in found.stdout + found.stderr


class Connections(DesktopTest):
    def press_in_question(self, window, name):
        """A button that came with a question; others may have the same name."""
        a11y.press(a11y.poll(f"the question's {name}", lambda: next(
            (node for node in reversed(window.all("push button", name)) if "showing" in a11y.states(node)), None)))

    def close_connections(self, window):
        """Until the dialog is gone, a moment after the press: a window does not close while one stands before it. Words
        would not tell, since the dialog and the status bar have the same."""
        window.press("Close", "push button")
        a11y.poll("the dialog is gone", lambda: not any(
            "showing" in a11y.states(node) for node in window.all("push button", "Test connection")))

    def test_from_the_file_to_the_removal(self):
        server = self.serve()
        proxy = Proxy(server.url)
        self.addCleanup(proxy.end)
        data = self.folder / "data"
        self.connect(data, proxy.url, server, secret=False)
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en")
        window.get("push button", "Check status")

        a11y.press(window.get("menu item", "Settings…"))
        says(window, "none stored yet")
        a11y.set_text(window.get(name="Client secret", role="password text"), "not the secret")
        window.press("Test connection", "push button")
        says(window, "this connection does not work yet")
        a11y.set_text(window.get(name="Client secret", role="password text"), server.secret)
        window.press("Test connection", "push button")
        says(window, "this connection works")
        self.assertFalse(in_keyring("Office"))  # a test stores nothing
        window.press("Save", "push button")
        says(window, "saved.")
        says(window, "stored in the keyring")
        self.assertTrue(in_keyring("Office"))
        self.close_connections(window)

        a11y.set_text(window.get("text", "Receipt number"), RECEIPT)
        window.press("Check status", "push button")
        window.wait_status("Case Approval Was Affirmed")
        window.wait_history(RECEIPT)
        window.press("Technical details", "push button")
        details = a11y.poll("the technical details", lambda: next(
            (a11y.text_of(node) for node in window.all("text", "Technical details") if a11y.text_of(node)), None))
        self.assertIn(f"/case-status/{RECEIPT}", details)
        self.assertIn("Bearer ••••••", details)
        for hidden in (server.secret, *proxy.tokens):
            self.assertNotIn(hidden, details)
        self.press_in_question(window, "Close")

        a11y.press(window.get("menu item", "Settings…"))
        window.press("Remove…", "push button")
        self.press_in_question(window, "Remove")
        says(window, "“office” and its client secret are removed")
        self.assertFalse(in_keyring("Office"))
        self.close_connections(window)
        says(window, "uscis sandbox ·")  # in use now
        self.assertEqual(window.close()[0], 0)
        for secret in (server.secret, *proxy.tokens):
            self.assertEqual(files_with(secret, data, HOME, SESSION), [])

    def test_a_secret_stays_with_its_servers(self):
        first, second = self.serve(), self.serve()
        data = self.folder / "data"
        self.connect(data, first.url, first, name="Clinic")
        self.assertTrue(in_keyring("Clinic"))
        elsewhere = connection_file(self.folder / "elsewhere.json", "Clinic", second.url, first.client_id)
        done = run("--data-dir", data, "--import-connection", elsewhere)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("removed", done.stdout)
        self.assertFalse(in_keyring("Clinic"))
        window = self.start("--data-dir", data, "--connection", "Clinic", "--language", "en", RECEIPT)
        window.wait_history(RECEIPT, "No answer")
        self.assertEqual(second.requests(""), [])  # nothing was sent at all
        self.assertEqual(window.close()[0], 0)

    def test_a_secret_that_is_left_from_other_servers_is_not_used(self):
        server = self.serve()
        data = self.folder / "data"
        self.connect(data, server.url, server, name="Branch")
        file = data / "connections.json"
        stored = json.loads(file.read_text(encoding="utf-8"))
        # As it is where there was no keyring while its addresses changed, and now there is one again.
        file.write_text(json.dumps({**stored, "secrets_left": ["Branch"]}), encoding="utf-8")
        self.assertTrue(in_keyring("Branch"))
        window = self.start("--data-dir", data, "--connection", "Branch", "--language", "en", RECEIPT)
        window.wait_history(RECEIPT, "No answer")
        self.assertEqual(server.requests(""), [])
        self.assertEqual(window.close()[0], 0)
        done = run("--data-dir", data, "--set-secret", "Branch", stdin=server.secret + "\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        window = self.start("--data-dir", data, "--connection", "Branch", "--language", "en", RECEIPT)
        window.wait_status("Case Approval Was Affirmed")  # this one was given for these servers
        self.assertEqual(window.close()[0], 0)

    def test_fault79_a_proxy_that_wants_a_sign_in(self):
        proxy = SignInProxy()
        self.addCleanup(proxy.end)
        data, password = self.folder / "data", "hush:hush%21"
        file = connection_file(self.folder / "p.json", "Office", "https://gateway.example", "me", proxy_user="desk7",
                               proxy=f"127.0.0.1:{proxy.server_address[1]}")
        done = run("--data-dir", data, "--import-connection", file)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("--set-proxy-password", done.stdout)
        self.assertEqual(run("--data-dir", data, "--set-secret", "Office", stdin="s\n").returncode, 0)
        start = ("--data-dir", data, "--connection", "Office", "--language")
        window = self.start(*start, "es", RECEIPT)
        window.wait_status("El proxy pide nombre de usuario y contraseña")
        self.assertEqual(window.close()[0], 0)
        self.assertEqual(proxy.tries, [])

        done = run("--data-dir", data, "--set-proxy-password", "Office", stdin=password + "\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(in_keyring("Office", "proxy-password"))
        window = self.start(*start, "en", RECEIPT)
        window.wait_status("The proxy refused user name and password")
        window.press("Ask again", "push button")
        says(window, "not locked")
        self.assertEqual(proxy.tries, ["Basic " + base64.b64encode(f"desk7:{password}".encode()).decode()])

        a11y.press(window.get("menu item", "Settings…"))
        a11y.set_text(window.get(name="Password for the proxy", role="password text"), "another")
        window.press("Test connection", "push button")
        a11y.poll("the other password was tried", lambda: len(proxy.tries) == 2)
        says(window, "the proxy refused user name and password")
        a11y.set_text(window.get(name="Password for the proxy", role="password text"), "")
        window.press("Remove…", "push button")
        self.press_in_question(window, "Remove")
        says(window, "“office” and its client secret are removed")
        self.assertFalse(in_keyring("Office", "proxy-password"))
        self.close_connections(window)
        self.assertEqual(window.close()[0], 0)
        self.assertEqual(files_with(password, data, HOME, SESSION), [])

    def test_fault79_a_proxy_out_of_the_environment(self):
        proxy = SignInProxy()
        self.addCleanup(proxy.end)
        data = self.folder / "data"
        file = connection_file(self.folder / "p.json", "Office", "https://gateway.example", "me", proxy="system")
        self.assertEqual(run("--data-dir", data, "--import-connection", file).returncode, 0)
        self.assertEqual(run("--data-dir", data, "--set-secret", "Office", stdin="s\n").returncode, 0)
        for name in ("https_proxy", "http_proxy"):
            os.environ[name] = f"http://desk7:pa%3Ass%20%25@127.0.0.1:{proxy.server_address[1]}"
            self.addCleanup(os.environ.pop, name)
        window = self.start("--data-dir", data, "--connection", "Office", "--language", "en", RECEIPT)
        window.wait_status("The proxy refused user name and password")
        self.assertEqual(proxy.tries, ["Basic " + base64.b64encode(b"desk7:pa:ss %").decode()])
        self.assertEqual(window.close()[0], 0)

    def test_fault79_a_password_has_no_place_in_a_file(self):
        file = connection_file(self.folder / "p.json", "Office", "https://gateway.example", "me",
                               proxy="desk7:hush@127.0.0.1:3128")
        done = run("--data-dir", self.folder / "data", "--import-connection", file)
        self.assertEqual(done.returncode, 2)
        self.assertIn("$.proxy", done.stderr)
        self.assertIn("--set-proxy-password", done.stderr)
        self.assertNotIn("hush", done.stderr)

    def test_a_file_that_is_wrong_is_refused_field_by_field(self):
        data = self.folder / "data"
        file = self.folder / "wrong.json"
        file.write_text(json.dumps({"name": "Office", "token_url": "http://gateway.example", "api_url": "https://a.example",
                                    "client_secret": "s3cr3t"}), encoding="utf-8")
        done = run("--data-dir", data, "--import-connection", file)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("client_secret", done.stderr)
        self.assertNotIn("s3cr3t", done.stderr)
        self.assertFalse((data / "connections.json").exists())


if __name__ == "__main__":
    main()
