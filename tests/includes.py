#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks who includes whom.

  includes.py [ROOT]      checks the checkout at ROOT (else the one this file is in); prints FILE:LINE for each breach
  includes.py --self-test checks made-up trees, one breach each, and that each is found

Inside lib/ a folder includes only itself and folders before it in ORDER; the practice server (sandbox) may use all of
them, and none may use it. Nothing in lib/ includes pixels: Qt Gui, Widgets, PrintSupport, Svg, or ui/. QtKeychain is
included by lib/secrets/keychain* alone, and Qt HttpServer by lib/sandbox alone. Nobody includes app/.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ORDER = ("base domain text secrets net connections auth casestatus storage history backup csv checks batch watch settings "
         "i18n sandbox").split()
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
SOURCES = {".cpp", ".h", ".mm", ".inc"}


def headers(*modules):
    """The names that headers of these Qt modules can be included by."""
    query = subprocess.run(["qmake6", "-query", "QT_INSTALL_HEADERS"], check=True, capture_output=True, text=True)
    names = set()
    for module in modules:
        own = {file.name for file in (pathlib.Path(query.stdout.strip()) / module).iterdir()}
        names |= own | {f"{module}/{name}" for name in own}
    return names


PIXELS = headers("QtGui", "QtWidgets", "QtPrintSupport", "QtSvg") - headers("QtCore", "QtNetwork")
HTTP_SERVER = headers("QtHttpServer")


def breach(path, included):
    """What is wrong with the file `path` (relative to the root) including `included`; None when nothing is."""
    top, folder = path.parts[0], path.parts[1] if len(path.parts) > 2 else ""
    target = included.split("/")[0] if "/" in included else ""
    if included.startswith("app/") and top != "app":
        return "app/ is included by nobody"
    if re.search(r"keychain\w*/", included, re.I) and not str(path).startswith("lib/secrets/keychain"):
        return "only lib/secrets/keychain* includes QtKeychain"
    if top != "lib":
        return None
    if ".." in included.split("/"):
        return "paths in lib/ start at lib/"
    if included.startswith("ui/") or included in PIXELS:
        return "nothing in lib/ includes pixels"
    if included in HTTP_SERVER and folder != "sandbox":
        return "only lib/sandbox includes Qt HttpServer"
    if folder not in ORDER:
        return f"lib/{folder} has no place in the order of folders (tests/includes.py)"
    if target in ORDER and ORDER.index(target) > ORDER.index(folder):
        return f"lib/{folder} stands below lib/{target} and must not know it"
    return None


def check(root):
    """FILE:LINE of each breach, and how many files were read."""
    found, read = [], 0
    for top in ("lib", "ui", "app"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in SOURCES:
                continue
            read += 1
            path = file.relative_to(root)
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                why = breach(path, match[1]) if match else None
                if why:
                    found.append(f"{path}:{number}: includes {match[1]}: {why}")
    return found, read


def self_test():
    allowed = [
        ("lib/net/a.cpp", '#include "base/job.h"'), ("lib/net/a.cpp", '#include "net/b.h"'),
        ("lib/net/a.cpp", "#include <QNetworkReply>"), ("lib/sandbox/a.cpp", '#include "settings/b.h"'),
        ("lib/sandbox/a.cpp", "#include <QHttpServer>"), ("lib/i18n/a.h", '#include "settings/b.h"'),
        ("lib/secrets/keychainsecretstore.cpp", "#include <qt6keychain/keychain.h>"),
        ("lib/secrets/keychainsecretstore.cpp", "#include <QtDBus/QDBusMessage>"),
        ("lib/base/a.cpp", "#include <QTimer>"), ("ui/common/a.cpp", "#include <QLabel>"),
        ("ui/common/a.cpp", '#include "checks/checkservice.h"'), ("app/main.cpp", "#include <QApplication>"),
        ("lib/i18n/a.cpp", "#include <QCoreApplication>"), ("lib/text/a.cpp", '// #include "net/b.h"'),
    ]
    refused = [
        ("lib/base/a.h", '#include "domain/b.h"'), ("lib/domain/a.cpp", '#include "history/b.h"'),
        ("lib/checks/a.cpp", '#include "settings/b.h"'), ("lib/checks/a.cpp", '#include "batch/b.h"'),
        ("lib/settings/a.cpp", '  #  include "i18n/b.h"'), ("lib/i18n/a.cpp", '#include "sandbox/b.h"'),
        ("lib/net/a.cpp", '#include "../history/b.h"'), ("lib/new/a.cpp", '#include "base/b.h"'),
        ("lib/checks/a.cpp", "#include <QWidget>"), ("lib/checks/a.cpp", "#include <QtWidgets/QLabel>"),
        ("lib/checks/a.cpp", "#include <QtWidgets>"), ("lib/csv/a.cpp", "#include <QFileDialog>"),
        ("lib/checks/a.cpp", "#include <QMessageBox>"), ("lib/checks/a.cpp", "#include <QApplication>"),
        ("lib/csv/a.cpp", "#include <QPrinter>"), ("lib/text/a.cpp", "#include <QTextDocument>"),
        ("lib/text/a.cpp", "#include <qlabel.h>"), ("lib/checks/a.cpp", '#include "ui/common/b.h"'),
        ("lib/history/a.cpp", "#include <QTableView>"),
        ("lib/secrets/a.cpp", "#include <qt6keychain/keychain.h>"),
        ("ui/settings/a.cpp", "#include <qtkeychain/keychain.h>"),
        ("ui/settings/keychain.cpp", "#include <qt6keychain/keychain.h>"),
        ("app/main.cpp", "#include <qt6keychain/keychain.h>"),
        ("lib/net/a.cpp", "#include <QHttpServer>"), ("ui/common/a.cpp", '#include "app/main.h"'),
    ]
    wrong = []
    for made_up, expected in ((allowed, 0), (refused, 1)):
        for name, line in made_up:
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / name
                file.parent.mkdir(parents=True)
                file.write_text(f"#pragma once\n{line}\n", encoding="utf-8")
                found, _ = check(pathlib.Path(folder))
                if len(found) != expected or (found and not found[0].startswith(f"{name}:2: ")):
                    wrong.append(f"{name}: {line}: expected {expected} breach(es), found {found}")
    return wrong, len(allowed) + len(refused)


def main(arguments):
    if arguments == ["--self-test"]:
        found, count = self_test()
    else:
        found, count = check(pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).parent.parent))
        if count == 0:
            found = ["no source was found"]
    print("\n".join(found) if found else f"{count} looked at, nothing found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
