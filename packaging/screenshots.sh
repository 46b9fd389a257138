#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes pictures of the real program, in practice mode and on a display of its own.
#
#   packaging/screenshots.sh               the README's two, into resources/screenshots/
#   packaging/screenshots.sh --review DIR  every state worth looking at, in both languages, light and dark
#
# Takes build/release/bin/linterna, or what LINTERNA_BIN names.
set -eu
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
exec "$top/tests/desktop/session.sh" --quiet --size 2400x1600x24 -- \
    /usr/bin/python3 "$top/packaging/screenshots.py" "$@"
