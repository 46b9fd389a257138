#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What hands do: Enter many times, the window closed too early, and everything without a mouse."""
import a11y
from program import DesktopTest, Proxy, keys, main

RECEIPT = "EAC9999103402"


class Hands(DesktopTest):
    def connected(self, server, *arguments, url=None, **more):
        data = self.folder / "data"
        self.connect(data, url or server.url, server, **more)
        return self.start("--data-dir", data, "--connection", "Office", "--language", "en", *arguments)

    def test_fault56_enter_ten_times_is_one_request(self):
        server = self.serve("--delay", 1500)
        window = self.connected(server)
        window.get("text", "Receipt number").get_component_iface().grab_focus()
        window.type(RECEIPT)
        keys(*["Return"] * 10)
        window.wait_status("Case Approval Was Affirmed")
        window.wait_history(RECEIPT)
        self.assertEqual(window.close()[0], 0)
        self.assertEqual(len(server.requests()), 1, server.requests())
        self.assertEqual(len(server.requests("/oauth/accesstoken")), 1)

    def test_fault56_enter_ten_times_is_one_request_of_a_server_that_is_quicker(self):
        server = self.serve("--tps", 0)
        window = self.connected(server, RECEIPT, requests_per_second=100)  # token and connection are there
        window.wait_status("Case Approval Was Affirmed")
        entry = window.get("text", "Receipt number")
        entry.get_component_iface().grab_focus()
        window.activate()
        keys("ctrl+a")
        window.type("EAC9999103403")
        keys(*["Return"] * 10)
        window.wait_status("Case Was Approved")
        window.wait_history("EAC9999103403")
        self.assertEqual(window.close()[0], 0)
        self.assertEqual(len(server.requests()), 2, server.requests())

    def test_fault57_closed_while_asking(self):
        server = self.serve("--delay", 15000)
        proxy = Proxy(server.url)
        self.addCleanup(proxy.end)
        window = self.connected(server, url=proxy.url)
        window.get("text", "Receipt number").get_component_iface().grab_focus()
        window.type(RECEIPT)
        keys("Return")
        # The case request is on its way; the server answers it long after the window has gone.
        a11y.poll("the case request", lambda: f"/case-status/{RECEIPT}" in proxy.paths)
        code, seconds = window.close()
        self.assertEqual(code, 0, window.said())
        self.assertLess(seconds, 3 * a11y.PATIENCE / 100)  # three seconds; more under the sanitizers
        self.assertNotRegex(window.said(), "Sanitizer|runtime error")


class Keyboard(DesktopTest):
    def test_fault62_every_control_has_name_and_role(self):
        window = self.start("--practice", "--language", "en", RECEIPT)
        window.wait_status("Case Approval Was Affirmed")
        controls = [node for node, _ in a11y.walk(window.app)
                    if {"focusable", "showing"} <= a11y.states(node) and node.get_role_name() != "table cell"]
        self.assertGreater(len(controls), 8)
        nameless = [a11y.describe(node) for node in controls
                    if not node.get_name() or node.get_role_name() in ("unknown", "invalid")]
        self.assertEqual(nameless, [])

    def test_fault62_tab_reaches_every_control(self):
        window = self.start("--practice", "--language", "en", RECEIPT)
        window.wait_status("Case Approval Was Affirmed")
        window.activate()
        wanted = {"Receipt number", "Check status", "English", "Español", "Case status", "https://www.uscis.gov/addresschange",
                  "Cases", "Export history"}
        reached = set()
        for _ in range(60):
            reached |= {node.get_name() for node, _ in a11y.walk(window.app) if "focused" in a11y.states(node)}
            if wanted <= reached:
                break
            keys("Tab")
        self.assertEqual(wanted - reached, set())

        window.get("check box", "Español").get_component_iface().grab_focus()
        keys("space")
        window.wait_status("Aprobación De Caso Reafirmada")


if __name__ == "__main__":
    main()
