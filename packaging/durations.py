#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the tests took, from what ctest wrote with --output-junit.

  durations.py REPORT            prints the 20 slowest
  durations.py --keep REPORT     writes those of half a second and more into tests/durations.txt, so that the next first
                                 run of a checkout begins with the longest
"""
import pathlib
import sys
import xml.etree.ElementTree

KEPT = pathlib.Path(__file__).parents[1] / "tests/durations.txt"
HEAD = """# Seconds that tests took in release on two cores, for those of half a second and more: they begin in this order.
# Written by: packaging/test.sh --keep-durations
"""


def durations(report):
    """(seconds, name), the longest first."""
    cases = xml.etree.ElementTree.parse(report).getroot().iter("testcase")
    return sorted(((float(case.get("time", 0)), case.get("name")) for case in cases), reverse=True)


def main(arguments):
    keep = arguments[:1] == ["--keep"]
    taken = durations(arguments[-1])
    if keep:
        lines = sorted(f"{name} {seconds:.1f}\n" for seconds, name in taken if seconds >= 0.5)
        KEPT.write_text(HEAD + "".join(lines), encoding="utf-8")
    print("The slowest tests, in seconds:")
    for seconds, name in taken[:20]:
        print(f"{seconds:8.1f}  {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
