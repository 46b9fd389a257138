# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the window manager to close a window, as the button in its frame does; xdotool knows only harder ways."""
import ctypes


class _ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong),
                ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("rest", ctypes.c_char * 128)]


def close_window(window):
    client_message, substructure_notify_and_redirect = 33, 1 << 19 | 1 << 20
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    x.XInternAtom.restype = x.XDefaultRootWindow.restype = ctypes.c_ulong
    event = _ClientMessage(type=client_message, window=int(window), format=32,
                           message_type=x.XInternAtom(display, b"_NET_CLOSE_WINDOW", 0))
    x.XSendEvent(display, ctypes.c_ulong(x.XDefaultRootWindow(display)), 0,
                 ctypes.c_long(substructure_notify_and_redirect), ctypes.byref(event))
    x.XCloseDisplay(display)
