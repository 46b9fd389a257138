#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks who includes whom.

  includes.py [ROOT]      checks the checkout at ROOT (else the one this file is in); prints FILE:LINE for each breach
  includes.py --self-test checks made-up trees, one breach each, and that each is found

An include of a file of ours starts at the root ("lib/net/httpclient.h"). A folder of lib/ or ui/ includes only itself and
folders before it in LIB and UI. What is behind the contract lib/record/record.h (RECORD_INSIDE) is known to the folders of
KNOW_THE_INSIDE alone. ui/ may use lib/, but not the practice server (lib/sandbox) and not the desktop's keychain;
lib/ includes no pixels: neither ui/ nor Qt Gui, Widgets, PrintSupport and Svg. QtKeychain is included by
lib/secrets/keychain* alone, Qt HttpServer by lib/sandbox alone, and what reads JSON (simdjson, QJsonDocument) by lib/json
alone. Nobody includes app/ but app/ and the tests, and nobody tests/ but the tests. No two headers include each other, on
however long a way. A source that no CMakeLists.txt of its folder, or of the one above, names is dead, and a breach too.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

LIB = ("platform base text domain json secrets crypto tls pacing net connections auth casestatus tables record "
       "recordindex sqlite localrecord recordkeeping backup exchange checks settings i18n sandbox").split()
UI = ("style widgets words filter list lookup casecard caseactions certificates connections recordkeeping exchange print "
      "mainwindow").split()
RECORD_INSIDE = {"recordindex", "sqlite", "localrecord"}
KNOW_THE_INSIDE = RECORD_INSIDE | {"recordkeeping", "backup", "settings"}
TOPS = ("lib", "ui", "app", "tests")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
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
JSON_READERS = {"simdjson.h", "QJsonDocument", "QtCore/QJsonDocument", "qjsondocument.h", "QtCore/qjsondocument.h"}


def breach_of_order(order, top, folder, target):
    """What is wrong with top/folder including top/target."""
    if folder not in order:
        return f"{top}/{folder} has no place in the order of folders (tests/includes.py)"
    if target not in order:
        return f"{top}/{target} has no place in the order of folders (tests/includes.py)"
    if order.index(target) > order.index(folder):
        return f"{top}/{folder} stands below {top}/{target} and must not know it"
    return None


def breach_of_ours(path, included):
    """What is wrong with `path` including a file of ours."""
    top, target = path.parts[0], pathlib.PurePosixPath(included).parts
    if target[0] not in TOPS or ".." in target:
        return "includes of our files start at the root"
    folder = path.parts[1] if len(path.parts) > 2 else ""
    if target[0] in ("app", "tests") and top not in (target[0], "tests"):
        return f"{target[0]}/ is included by nobody"
    if (target[0] == "lib" and target[1] in RECORD_INSIDE
            and (top == "ui" or top == "lib" and folder in LIB and folder not in KNOW_THE_INSIDE)):
        return "only lib/record is known of the record here"
    if top == "lib":
        return "nothing in lib/ includes pixels" if target[0] == "ui" else breach_of_order(LIB, "lib", folder, target[1])
    if top == "ui":
        if target[0] == "ui":
            return breach_of_order(UI, "ui", folder, target[1])
        if target[1] == "sandbox" or target[2].startswith("keychain"):
            return "ui/ knows neither the practice server nor the desktop's keychain"
    return None


def breach(path, quote, included):
    """What is wrong with the file `path` (relative to the root) including `included`; None when nothing is."""
    top, folder = path.parts[0], path.parts[1] if len(path.parts) > 2 else ""
    if re.search(r"keychain\w*/", included, re.I) and not str(path).startswith("lib/secrets/keychain"):
        return "only lib/secrets/keychain* includes QtKeychain"
    if quote == '"':
        return None if included.endswith(".moc") else breach_of_ours(path, included)
    if top == "lib" and included in PIXELS:
        return "nothing in lib/ includes pixels"
    if top != "tests" and included in JSON_READERS and (top, folder) != ("lib", "json"):
        return "only lib/json reads JSON: see JsonView"
    if top != "tests" and included in HTTP_SERVER and (top, folder) != ("lib", "sandbox"):
        return "only lib/sandbox includes Qt HttpServer"
    return None


def circles(includes):
    """The headers that include themselves, on a way of any length, of {header: {line: header}}."""
    found, done = [], set()

    def visit(header, way):
        for number, target in includes.get(header, {}).items():
            if target in way:
                found.append(f"{header}:{number}: includes {target}: headers include each other in a circle")
            elif target not in done:
                visit(target, way + [target])
        done.add(header)

    for header in sorted(includes):
        if header not in done:
            visit(header, [header])
    return found


def is_built(file):
    """Whether the folder's CMakeLists.txt, or that of the folder above, names a file; true where there is neither."""
    lists = [folder / "CMakeLists.txt" for folder in (file.parent, file.parent.parent)]
    texts = [path.read_text(encoding="utf-8") for path in lists if path.is_file()]
    return not texts or any(re.search(rf"(?<![\w.]){re.escape(file.name)}\b", text) for text in texts)


def check(root):
    """FILE:LINE of each breach, and how many files were read."""
    found, read, of_headers = [], 0, {}
    for top in TOPS:
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in SOURCES:
                continue
            read += 1
            path = file.relative_to(root)
            if top in ("lib", "ui") and not is_built(file):
                found.append(f"{path}:1: no CMakeLists.txt names it")
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                why = breach(path, match[1], match[2]) if match else None
                if why:
                    found.append(f"{path}:{number}: includes {match[2]}: {why}")
                elif match and match[1] == '"' and file.suffix == ".h":
                    of_headers.setdefault(str(path), {})[number] = match[2]
    return found + circles(of_headers), read


def self_test():
    allowed = [
        ("lib/net/a.cpp", '#include "lib/base/job.h"'), ("lib/net/a.cpp", '#include "lib/net/b.h"'),
        ("lib/net/a.cpp", "#include <QNetworkReply>"), ("lib/sandbox/a.cpp", '#include "lib/settings/b.h"'),
        ("lib/sandbox/a.cpp", "#include <QHttpServer>"), ("lib/json/a.cpp", "#include <simdjson.h>"),
        ("tests/unit/a.cpp", "#include <QJsonDocument>"), ("ui/list/a.h", "#include <QJsonValue>"), ("lib/i18n/a.h", '#include "lib/settings/b.h"'),
        ("lib/secrets/keychainsecretstore.cpp", "#include <qt6keychain/keychain.h>"),
        ("lib/secrets/keychainsecretstore.cpp", "#include <QtDBus/QDBusMessage>"),
        ("lib/base/a.cpp", "#include <QTimer>"), ("ui/style/a.cpp", "#include <QLabel>"),
        ("ui/style/a.cpp", '#include "lib/checks/checkservice.h"'), ("app/main.cpp", "#include <QApplication>"),
        ("ui/print/a.cpp", '#include "ui/words/b.h"'), ("app/a.cpp", '#include "lib/sandbox/b.h"'),
        ("lib/i18n/a.cpp", "#include <QCoreApplication>"), ("lib/text/a.cpp", '// #include "lib/net/b.h"'),
        ("app/a.cpp", '#include "app/b.h"'), ("app/a.cpp", '#include "ui/mainwindow/b.h"'),
        ("tests/unit/a.cpp", '#include "app/b.h"'), ("tests/unit/a.cpp", '#include "tests/support/b.h"'),
        ("ui/list/a.cpp", '#include "a.moc"'), ("lib/backup/a.cpp", '#include "lib/localrecord/b.h"'),
        ("lib/checks/a.h", '#include "lib/record/b.h"'), ("lib/localrecord/a.h", '#include "lib/recordindex/b.h"'),
    ]
    refused = [
        ("lib/base/a.h", '#include "lib/domain/b.h"'), ("lib/domain/a.cpp", '#include "lib/record/b.h"'),
        ("lib/checks/a.cpp", '#include "lib/settings/b.h"'), ("lib/checks/a.cpp", '#include "lib/batch/b.h"'),
        ("lib/record/a.cpp", '#include "lib/localrecord/b.h"'), ("lib/record/a.cpp", '#include "lib/sqlite/b.h"'),
        ("lib/tables/a.cpp", '#include "lib/record/b.h"'), ("ui/list/a.cpp", '#include "lib/localrecord/b.h"'),
        ("lib/checks/a.h", '#include "lib/localrecord/b.h"'), ("lib/exchange/a.cpp", '#include "lib/sqlite/b.h"'),
        ("lib/exchange/a.cpp", '#include "lib/recordindex/b.h"'),
        ("lib/settings/a.cpp", '  #  include "lib/i18n/b.h"'), ("lib/i18n/a.cpp", '#include "lib/sandbox/b.h"'),
        ("lib/net/a.cpp", '#include "../base/b.h"'), ("lib/net/a.cpp", '#include "lib/../lib/base/b.h"'),
        ("lib/net/a.cpp", '#include "b.h"'), ("lib/net/a.cpp", '#include "net/b.h"'),
        ("ui/list/a.cpp", '#include "list/b.h"'), ("app/a.cpp", '#include "b.h"'),
        ("lib/new/a.cpp", '#include "lib/base/b.h"'), ("ui/new/a.cpp", '#include "ui/style/b.h"'),
        ("lib/checks/a.cpp", "#include <QWidget>"), ("lib/checks/a.cpp", "#include <QtWidgets/QLabel>"),
        ("lib/checks/a.cpp", "#include <QtWidgets>"), ("lib/exchange/a.cpp", "#include <QFileDialog>"),
        ("lib/checks/a.cpp", "#include <QMessageBox>"), ("lib/checks/a.cpp", "#include <QApplication>"),
        ("lib/exchange/a.cpp", "#include <QPrinter>"), ("lib/text/a.cpp", "#include <QTextDocument>"),
        ("lib/text/a.cpp", "#include <qlabel.h>"), ("lib/checks/a.cpp", '#include "ui/style/b.h"'),
        ("lib/record/a.cpp", "#include <QTableView>"),
        ("lib/secrets/a.cpp", "#include <qt6keychain/keychain.h>"),
        ("ui/connections/a.cpp", "#include <qtkeychain/keychain.h>"),
        ("ui/connections/keychain.cpp", "#include <qt6keychain/keychain.h>"),
        ("ui/connections/a.cpp", '#include "lib/secrets/keychainsecretstore.h"'),
        ("ui/connections/a.cpp", '#include "lib/sandbox/practiceserver.h"'),
        ("ui/style/a.cpp", '#include "ui/widgets/b.h"'), ("ui/list/a.cpp", '#include "ui/mainwindow/b.h"'),
        ("ui/casecard/a.cpp", '#include "ui/caseactions/b.h"'), ("ui/list/a.cpp", '#include "ui/batch/b.h"'),
        ("app/main.cpp", "#include <qt6keychain/keychain.h>"), ("app/main.cpp", "#include <QHttpServer>"),
        ("lib/net/a.cpp", "#include <simdjson.h>"), ("ui/list/a.cpp", "#include <QJsonDocument>"),
        ("app/a.cpp", "#include <QtCore/QJsonDocument>"), ("lib/net/a.cpp", "#include <QHttpServer>"), ("ui/style/a.cpp", '#include "app/main.h"'),
        ("lib/net/a.cpp", '#include "tests/support/b.h"'), ("app/a.cpp", '#include "tests/support/b.h"'),
        ("lib/net/a.h", '#include "lib/net/a.h"'),
    ]
    wrong = []
    for made_up, expected in ((allowed, 0), (refused, 1)):
        for name, line in made_up:
            found = found_in({name: f"#pragma once\n{line}\n"})
            if len(found) != expected or (found and not found[0].startswith(f"{name}:2: ")):
                wrong.append(f"{name}: {line}: expected {expected} breach(es), found {found}")
    circle = {"lib/net/a.h": '#include "lib/net/b.h"\n', "lib/net/b.h": '#include "lib/net/c.h"\n',
              "lib/net/c.h": '#include "lib/net/a.h"\n'}
    if len(found_in(circle)) != 1:
        wrong.append("a circle of three headers is not found")
    listed = {"lib/net/CMakeLists.txt": "target_sources(core PRIVATE a.cpp posix/c.cpp)\n", "lib/net/a.cpp": "\n",
              "lib/net/posix/c.cpp": "\n", "lib/net/aa.cpp": "\n", "lib/net/c.h": "\n"}
    if sorted(found_in(listed)) != [f"lib/net/{name}:1: no CMakeLists.txt names it" for name in ("aa.cpp", "c.h")]:
        wrong.append("sources that no CMakeLists.txt names are not found")
    return wrong, len(allowed) + len(refused) + 2


def found_in(files):
    """The breaches in a made-up tree."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            file = pathlib.Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return check(pathlib.Path(folder))[0]


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
