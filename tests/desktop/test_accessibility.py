#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility interface tells the truth: what an action does, and where the keyboard is."""
import a11y
from a11y import Atspi, GLib
from program import DesktopTest, keys, main

RECEIPT = "EAC9999103402"
OTHER = "EAC9999103403"


def actions(node):
    action = node.get_action_iface()
    return [Atspi.Action.get_action_name(action, i) for i in range(action.get_n_actions())]


def act(node, name):
    """Does the action of this name, which has to be there."""
    names = actions(node)
    assert name in names, f"{a11y.describe(node)} has {names}"
    return Atspi.Action.do_action(node.get_action_iface(), names.index(name))


def focused(window):
    return [node for node, _ in a11y.walk(window.app) if "focused" in a11y.states(node)]


class FocusEvents:
    """Where the program said that the keyboard is, since the beginning."""

    def __init__(self):
        self.named = []
        self.listener = Atspi.EventListener.new(self.heard)
        self.listener.register("object:state-changed:focused")

    def heard(self, event):
        if event.detail1 and event.source:
            self.named.append((event.source.get_role_name(), event.source.get_name()))

    def gather(self):
        """Everything that has been sent by now."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        return self.named

    def end(self):
        self.listener.deregister("object:state-changed:focused")


class Truth(DesktopTest):
    def answered(self, *receipts):
        window = self.start("--practice", "--language", "en", *receipts)
        window.wait_history(receipts[-1])
        window.activate()
        return window

    def test_fault94_a_language_is_toggled(self):
        window = self.answered(RECEIPT)
        act(window.get("check box", "Español"), "Toggle")
        window.get("push button", "Consultar estado")
        self.assertIn("checked", a11y.states(window.get("check box", "Español")))
        self.assertNotIn("checked", a11y.states(window.get("check box", "English")))
        act(window.get("check box", "English"), "Toggle")
        window.get("push button", "Check status")

    def test_fault94_a_category_is_toggled(self):
        window = self.answered(RECEIPT, OTHER)
        a11y.press(window.get("push button", "Filter"))
        act(window.get("check box", "Refused"), "Toggle")
        window.get("push button", "Show 0 cases")
        act(window.get("check box", "Refused"), "Toggle")
        window.get("push button", "Show 2 cases")

    def test_fault94_a_menu_opens_at_once(self):
        window = self.answered(RECEIPT)
        columns = window.get("push button", "Columns")
        act(columns, "ShowMenu")
        item = window.get("menu item", "Dense rows")
        self.assertIn("showing", a11y.states(item))
        act(item, "Toggle" if "Toggle" in actions(item) else "Press")
        a11y.poll("the choice is made", lambda: "checked" in a11y.states(item))
        act(columns, "ShowMenu")
        a11y.poll("the menu has closed", lambda: "showing" not in a11y.states(item))

    def test_fault94_a_row_is_chosen(self):
        window = self.answered(RECEIPT, OTHER)
        table = window.get("table", "Cases").get_table_iface()
        first = window.history()[0][0]
        other = next(i for i, row in enumerate(window.history()) if row[0] != first)
        for row in (other, 0):
            for node in window.all("table cell"):
                if "selected" in a11y.states(node) and node.get_action_iface():
                    act(node, "Toggle")
                    break
            act(table.get_accessible_at(row, 0), "Toggle")
            a11y.poll("the row is selected", lambda row=row: table.is_row_selected(row))

    def test_fault95_an_answer_takes_no_focus(self):
        window = self.answered(RECEIPT)
        entry = window.get("text", "Receipt number")
        entry.get_component_iface().grab_focus()
        a11y.poll("the entry has the keyboard", lambda: "focused" in a11y.states(entry))
        events = FocusEvents()
        self.addCleanup(events.end)
        keys("ctrl+a")
        window.type(OTHER)
        keys("Return")
        window.wait_history(OTHER)
        window.wait_status("Case Was Approved")
        self.assertEqual([each for each in events.gather() if each[1] != "Receipt number"], [])
        self.assertEqual([node.get_name() for node in focused(window)], ["Receipt number"])

    def test_fault96_one_control_is_focused_at_each_stop(self):
        window = self.answered(RECEIPT)
        stops = set()
        for _ in range(30):
            now = a11y.poll("a control is focused", lambda: focused(window))
            self.assertEqual(len(now), 1, [a11y.describe(node) for node in now])
            stops.add((now[0].get_role_name(), now[0].get_name()))
            keys("Tab")
        self.assertIn("table cell", {role for role, _ in stops})
        self.assertIn("page tab", {role for role, _ in stops})


if __name__ == "__main__":
    main()
