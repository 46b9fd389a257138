#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests and scripts need of AT-SPI. Run with Debian's own Python, inside session.sh.

  a11y.py APP     prints the accessible tree of the application APP
"""
import os
import sys
import time
import warnings

warnings.simplefilter("ignore", DeprecationWarning)  # at-spi 2.46 has no other names for get_*_iface
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib

# Seconds that a test waits for what it means: only a hang reaches them. ctest gives more under the sanitizers.
PATIENCE = float(os.environ.get("LINTERNA_PATIENCE", "100"))

Atspi.init()
# Milliseconds that a call may take, and that an application may take at its start.
Atspi.set_timeout(int(PATIENCE * 1000), int(PATIENCE * 1000))

LARGE = {Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.TREE, Atspi.Role.LIST}
INTERFACES = ("action", "editable_text", "text", "value", "selection", "table", "hypertext", "image")


def poll(what, condition, seconds=PATIENCE, pause=0.05):
    """Asks until `condition` gives something true, and gives that; AssertionError naming `what` when time is up.

    A control that goes away while it is asked counts as "not yet"."""
    end = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value:
            return value
        assert time.monotonic() < end, f"after {seconds} s still not: {what}"
        time.sleep(pause)


def application(name, pid):
    """The application of that name and process on the accessibility bus, or None."""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        try:
            app = desktop.get_child_at_index(i)
            if app and app.get_process_id() == pid and app.get_name() == name:
                return app
        except GLib.Error:
            pass  # one that has just gone
    return None


def walk(node, depth=0, limit=400):
    """Every node below, in order. Of a table, tree or list with more than `limit` children only the first few: each
    cell is a call over the bus and a live object in the application."""
    yield node, depth
    count = node.get_child_count()
    if node.get_role() in LARGE and count > limit:
        count = min(count, 24)
    for i in range(count):
        try:
            child = node.get_child_at_index(i)
        except GLib.Error:
            continue
        if child is not None:
            yield from walk(child, depth + 1, limit)


def bus():
    """A connection of its own to the accessibility bus."""
    address, = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, GLib.VariantType("(s)"), 0, 20_000).unpack()
    flags = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)


def children_at_once(node):
    """Where all children of `node` are found on the bus: one call, as assistive technology makes it."""
    children, = bus().call_sync(node.app.bus_name, node.path, "org.a11y.atspi.Accessible", "GetChildren", None,
                                GLib.VariantType("(a(so))"), 0, 60_000).unpack()
    return children


def find_all(root, role=None, name=None, text=None):
    """`role` as AT-SPI names it ("push button"); `name` whole; `text` a part of the name."""
    for node, _ in walk(root):
        try:
            if role is not None and node.get_role_name() != role:
                continue
            own = node.get_name()
            if (name is None or own == name) and (text is None or text in own):
                yield node
        except GLib.Error:
            continue


def find(root, role=None, name=None, text=None):
    return next(find_all(root, role, name, text), None)


def states(node):
    return {state.value_nick for state in node.get_state_set().get_states()}


def text_of(node):
    text = node.get_text_iface()
    return "" if text is None else Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


def set_text(node, value):
    assert Atspi.EditableText.set_text_contents(node.get_editable_text_iface(), value), f"cannot type {value!r}"


def press(node):
    """Qt runs it as an animated click: the button's own signal comes a tenth of a second later."""
    action = node.get_action_iface()
    for wanted in ("Press", "Toggle", "SetFocus"):
        for i in range(action.get_n_actions()):
            if Atspi.Action.get_action_name(action, i) == wanted:
                return Atspi.Action.do_action(action, i)
    raise AssertionError(f"{describe(node)} cannot be pressed")


def describe(node):
    interfaces = [i for i in INTERFACES if getattr(node, f"get_{i}_iface", lambda: None)() is not None]
    line = f"{node.get_role_name()} | name={node.get_name()!r} desc={node.get_description()!r}"
    line += f" ifaces={','.join(interfaces)} states={','.join(sorted(states(node)))}"
    if "text" in interfaces:
        line += f" text={text_of(node)!r}"
    return line


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for found, level in walk(poll(f"application {sys.argv[1]}", lambda: application(sys.argv[1]), 10)):
        print("  " * level + describe(found))
