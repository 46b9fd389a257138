#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether all that guesses the format of a text is handed it by the one helper, ui/widgets/foreigntext.h.

    sinks.py               names the lines that do it themselves
    sinks.py --self-test   that it finds what it looks for
"""
import pathlib
import re
import sys

HELPER = {"foreigntext.cpp", "foreigntext.h"}
# What guesses, and why there is no other way to say it.
RULES = [
    (re.compile(r"\bset(ToolTip|StatusTip|WhatsThis)\("), "setToolTipText()"),
    (re.compile(r"\bQToolTip::showText\("), "setToolTipText()"),
    (re.compile(r"\bsetData\(Qt::(ToolTip|WhatsThis|StatusTip)Role,(?! toolTipText\()"), "toolTipText()"),
    (re.compile(r"\bsetWindowTitle\("), "setWindowTitleText()"),
    (re.compile(r"\bQMessageBox\b(?!\s*box\b)"), "Question, whose labels are plain"),
    (re.compile(r"\bnew QAction\((?!captionText\()"), "captionText()"),
    (re.compile(r"\baddAction\((?!captionText\(|tr\(|QString\(\)|QIcon\(\)|action\)|column|sortTitle|text\)|text,)"), "captionText()"),
    (re.compile(r"Qt::(RichText|AutoText|MarkdownText)\b"), "TextLabel, which is plain"),
    (re.compile(r"\bsetMarkdown\(|\bappendHtml\("), "safeHtml()"),
]
# Where a text of ours alone is shown.
ALLOWED = {("ui/mainwindow/windowdialogs.cpp", "Question, whose labels are plain")}


def problems(name, text):
    if pathlib.Path(name).name in HELPER:
        return []
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("//", 1)[0]
        if code.startswith("#include"):
            continue
        for pattern, instead in RULES:
            if pattern.search(code) and (name, instead) not in ALLOWED:
                found.append(f"{name}:{number}: {line.strip()} [use {instead}]")
    return found


def self_test():
    bad = ["widget->setToolTip(name);", "setWindowTitle(name);", "item->setData(Qt::ToolTipRole, name);",
           "auto *box = new QMessageBox(this);", "new QAction(name, this);", "menu->addAction(name);",
           "label->setTextFormat(Qt::AutoText);"]
    good = ["setToolTipText(widget, name);", "item->setData(Qt::ToolTipRole, toolTipText(name));",
            "menu->addAction(captionText(name));", "// widget->setToolTip(name)", 'menu->addAction(tr("Copy"));']
    missed = [line for line in bad if not problems("a.cpp", line)] + [line for line in good if problems("a.cpp", line)]
    for line in missed:
        print("judged wrongly:", line)
    return bool(missed)


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    root = pathlib.Path(__file__).resolve().parent.parent
    found = []
    for file in sorted(root.glob("ui/**/*.cpp")) + sorted(root.glob("ui/**/*.h")):
        found += problems(str(file.relative_to(root)), file.read_text(encoding="utf-8"))
    print("\n".join(found))
    return bool(found)


sys.exit(main())
