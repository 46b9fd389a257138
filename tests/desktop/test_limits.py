#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a service allows: the day's requests over a restart and a crash, and its hours."""
import datetime

import a11y
from keyrings import says
from program import DesktopTest, main

RECEIPT, OTHER = "EAC9999103402", "EAC9999103403"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Limits(DesktopTest):
    def start_at(self, server, data, *arguments):
        return self.start("--data-dir", data, "--connection", "Office", "--language", "en", *arguments)

    def test_the_day_is_counted_over_a_restart_and_a_crash(self):
        server = self.serve()
        data = self.folder / "data"
        self.connect(data, server.url, server, requests_per_day=6, requests_kept_for_person=0)
        window = self.start_at(server, data, RECEIPT)
        window.wait_status("Case Approval Was Affirmed")
        says(window, "4 of 6 left today")  # the token counts
        self.assertEqual(window.close()[0], 0)
        window = self.start_at(server, data)
        says(window, "4 of 6 left today")
        a11y.set_text(window.get("text", "Receipt number"), OTHER)
        window.press("Check status", "push button")
        window.wait_history(OTHER)
        says(window, "2 of 6 left today")
        window.end()  # at once, as a crash does
        window = self.start_at(server, data)
        says(window, "2 of 6 left today")
        self.assertEqual(window.close()[0], 0)
        window = self.start_at(server, data, RECEIPT)
        window.wait_status("Case Approval Was Affirmed")
        says(window, "0 of 6 left today")
        asked = len(server.requests(""))
        a11y.set_text(window.get("text", "Receipt number"), OTHER)
        window.press("Check status", "push button")
        window.wait_status("Today's requests are used up")
        self.assertEqual(len(server.requests("")), asked)

    def test_outside_the_hours_nothing_is_asked_unless_told_to(self):
        server = self.serve()
        data = self.folder / "data"
        later = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=3)
        hours = {"days": [DAYS[later.weekday()]], "opens": "07:00", "closes": "20:00", "time_zone": "Europe/London"}
        self.connect(data, server.url, server, service_hours=hours)
        window = self.start_at(server, data, RECEIPT)
        text = window.wait_status("The service is closed now")
        self.assertIn("so nothing was asked", text)
        self.assertIn(f"{later:%A}", text)
        says(window, "closed, opens")
        self.assertEqual(server.requests(""), [])
        self.assertEqual(window.history(), [])
        window.press("Ask anyway", "push button")
        window.wait_status("Case Approval Was Affirmed")
        window.wait_history(RECEIPT)
        self.assertEqual(len(server.requests()), 1)
        self.assertEqual(window.close()[0], 0)


if __name__ == "__main__":
    main()
