# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of screenshots.sh that runs inside the private desktop."""
import os
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "tests/desktop"))
import a11y
from program import SESSION, Window

APPROVED = "EAC9999103402"
HISTORY = "EAC9999103403"  # answers with a timeline
ERRORS = ("401", "403", "404", "422", "429", "500", "503")


def settled(window):
    """The window's picture once two in a row are the same."""
    before = None

    def same():
        nonlocal before
        picture = ["import", "-window", window.id, "-strip", "-define", "png:exclude-chunks=date,time", "png:-"]
        now = subprocess.run(picture, check=True, capture_output=True).stdout
        done, before = now == before, now
        return done
    a11y.poll("a picture that stays", same, pause=0.2)
    return before


def take(file, language, *receipts, size=(1120, 720), theme=None, scale=1, answered=None):
    """Starts the program with these receipts, waits until `answered` of them are in the history (else all), and writes
    the window's picture."""
    data = SESSION / "shots" / file.stem
    data.mkdir(parents=True)
    (data / "settings.ini").write_text(f"[General]\ntheme={theme or 'Light'}\n", encoding="utf-8")
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    window = Window("--practice", "--data-dir", data, "--language", language, *receipts)
    rows = len(receipts) if answered is None else answered
    try:
        width, height = (str(n * scale) for n in size)
        subprocess.run(["xdotool", "windowmove", window.id, "0", "0", "windowsize", "--sync", window.id, width, height],
                       check=True, timeout=a11y.PATIENCE)
        a11y.poll(f"{rows} answers", lambda: len(window.history()) == rows, 60)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(settled(window))
        print(file)
    finally:
        window.close()
        window.end()


def review(folder):
    for language in ("en", "es"):
        for theme in ("Light", "Dark"):
            for name, receipts in (("empty", ()), ("answered", (HISTORY, APPROVED)), ("timeline", (APPROVED, HISTORY))):
                take(folder / f"{name}-{language}-{theme.lower()}.png", language, *receipts, theme=theme)
        take(folder / f"large-{language}.png", language, APPROVED, HISTORY, scale=2)
        take(folder / f"narrow-{language}.png", language, APPROVED, HISTORY, size=(1024, 640))
        take(folder / f"waiting-{language}.png", language, APPROVED, "PRA0000000500", answered=1)
        for error in ERRORS:
            take(folder / f"error-{error}-{language}.png", language, APPROVED, f"PRA0000000{error}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--review"] and len(sys.argv) == 3:
        review(pathlib.Path(sys.argv[2]))
    elif len(sys.argv) == 1:
        for code in ("en", "es"):
            take(TOP / f"resources/screenshots/linterna-{code}.png", code, "LIN9999106498", APPROVED, HISTORY)
    else:
        sys.exit("usage: packaging/screenshots.sh [--review DIR]")
