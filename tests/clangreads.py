#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a second compiler says of the sources: clang reads them (-fsyntax-only), with warnings as errors.

  clangreads.py BUILD TARGET   all sources of a target as one, for example linterna_core; all of lib/ takes ten seconds
                               so, because Qt's headers are read once
  clangreads.py BUILD --headers
                               each header by itself: whether it includes what it uses, which a unity build hides; ten
                               minutes

BUILD is a built folder of a preset with unity builds.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

CLANG = "clang++-14"
ROOT = pathlib.Path(__file__).resolve().parents[1]
OWN = {ROOT / folder for folder in ("lib", "ui", "app", "tests")}


def targets(build):
    """For each target its sources, and how they are to be read."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        target = re.search(r"/([\w-]+)\.dir/", entry["command"])[1]
        words = shlex.split(entry["command"])
        sources, known = found.setdefault(target, ([], []))
        # Only the words that say how to read: how to write is gcc's own.
        known[:] = known or [word for at, word in enumerate(words) if word.startswith(("-D", "-I", "-std", "-W"))
                             or word == "-isystem" or words[at - 1] == "-isystem"]
        known += [word for word in words if word.startswith("-D") and word not in known]  # of one source alone
        file = pathlib.Path(entry["file"])
        parts = re.findall(r'#include "(/.*\.cpp)"', file.read_text(encoding="utf-8")) if "/Unity/" in str(file) else [file]
        sources += [pathlib.Path(part) for part in parts if OWN & set(pathlib.Path(part).parents)]
    return found


def read(words, file):
    """What clang says of the file; None where it has nothing to say."""
    # gcc knows warnings that clang does not; a header alone is the main file, and may say so.
    run = subprocess.run([CLANG, "-fsyntax-only", "-x", "c++", "-Werror", "-Wno-unknown-warning-option",
                          "-ferror-limit=0", *words, "-Wno-pragma-once-outside-header", "-Wno-unused-const-variable",
                          "-Wno-unused-function", str(file)], capture_output=True, text=True, check=False)
    return None if run.returncode == 0 else run.stderr


def read_target(build, target):
    sources, words = targets(build).get(target, ([], []))
    if not sources:
        return [f"{build} has no source of {target}"], 0
    with tempfile.TemporaryDirectory() as folder:
        whole = pathlib.Path(folder) / f"{target}.cpp"
        whole.write_text("".join(f'#include "{file}"\n' for file in sources), encoding="utf-8")
        said = read(words, whole)
    return [said] if said else [], len(sources)


def read_headers(build):
    todo = {}  # for what several targets share, with the words of all of them
    for sources, words in targets(build).values():
        for folder in {source.parent for source in sources}:
            for header in folder.glob("*.h"):
                todo[header] = todo.get(header, []) + words
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(lambda item: read(item[1], item[0]), todo.items()))
    return [each for each in said if each], len(todo)


def main(build, what):
    build = pathlib.Path(build).resolve()
    wrong, count = read_headers(build) if what == "--headers" else read_target(build, what)
    print("\n".join(wrong) if wrong else f"clang read {count} files and has nothing to say")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
