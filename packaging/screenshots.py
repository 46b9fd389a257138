# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of screenshots.sh that runs inside the private desktop."""
import os
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "tests/desktop"))
import a11y
from program import SESSION, STATUS, Window, keys

APPROVED = "EAC9999103402"
ERRORS = ("401", "403", "404", "422", "429", "500", "503")


def settled(window):
    """The window's picture once two in a row are the same."""
    before = None
    def same():
        nonlocal before
        now = subprocess.run(["import", "-window", window.id, "png:-"], check=True, capture_output=True).stdout
        done, before = now == before, now
        return done
    a11y.poll("a picture that stays", same, pause=0.2)
    return before


def take(file, language, *receipts, size=(1120, 720), theme=None, scale=None, wait=True):
    """Starts the program with these receipts, waits for the answer to the last, and writes its picture."""
    data = SESSION / "shots" / file.stem
    data.mkdir(parents=True)
    if theme:
        (data / "settings.ini").write_text(f"[General]\ntheme={theme}\n", encoding="utf-8")
    os.environ["QT_SCALE_FACTOR"] = str(scale or 1)
    window = Window("--practice", "--data-dir", data, "--language", language, *receipts)
    try:
        width, height = (str(n * (scale or 1)) for n in size)
        subprocess.run(["xdotool", "windowmove", window.id, "0", "0", "windowsize", "--sync", window.id, width, height],
                       check=False, timeout=20)
        if wait and receipts:
            last = receipts[-1]
            a11y.poll(f"the answer to {last}", lambda: any(
                a11y.text_of(node) for name in STATUS for node in window.all(name=name)), 60)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(settled(window))
        print(file)
    finally:
        window.close()
        window.end()


def review(folder):
    for language in ("en", "es"):
        for theme in ("Light", "Dark"):
            take(folder / f"answered-{language}-{theme.lower()}.png", language, "EAC9999103403", APPROVED, theme=theme)
        take(folder / f"empty-{language}.png", language)
        take(folder / f"large-{language}.png", language, APPROVED, scale=2)
        take(folder / f"narrow-{language}.png", language, APPROVED, size=(1024, 640))
        for error in ERRORS:
            take(folder / f"error-{error}-{language}.png", language, APPROVED, f"PRA0000000{error}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--review"] and len(sys.argv) == 3:
        review(pathlib.Path(sys.argv[2]))
    elif len(sys.argv) == 1:
        for code in ("en", "es"):
            take(TOP / f"resources/screenshots/linterna-{code}.png", code, "EAC9999103403", "LIN9999106498", APPROVED,
                 theme="Light")
    else:
        sys.exit("usage: packaging/screenshots.sh [--review DIR]")
