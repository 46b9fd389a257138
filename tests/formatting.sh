#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether every source is laid out as .clang-format says.
#
#   formatting.sh          names what is not
#   formatting.sh --fix    lays it out
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
how=(--dry-run -Werror)
[ "${1:-}" != --fix ] || how=(-i)
git ls-files -z --cached --others --exclude-standard -- '*.cpp' '*.h' |
    xargs -0 --no-run-if-empty -P "$(nproc)" -n 50 clang-format-14 "${how[@]}"
