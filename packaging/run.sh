#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing (Debian 12, with apt), builds Linterna into build/release and starts it in practice mode.
#
#   packaging/run.sh [ARG...]     arguments are passed on to linterna; --help lists them
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

needs_window=1
for argument in "$@"; do
    case $argument in
    -h | --help* | -v | --version | --import-connection* | --set-* | --export-history* | --import-history* | --backup* | \
        --restore*) needs_window='' ;;
    esac
done
no_display=''
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || no_display=$needs_window
# Said at once, so that nobody waits for a build to learn it; built all the same, so that the next start is quick.
[ -z "$no_display" ] || say "There is no display here: Linterna will be built, but not started."

say "Linterna: installing what is missing, building it into build/release, starting it in practice mode."
# Without the tests, which people who run the program need not wait for; where they are there, they stay.
how=(-DLINTERNA_TESTS=OFF)
[ ! -e "$top/build/release/CMakeCache.txt" ] || how=()
[ -x "$top/build/release/bin/linterna" ] || say "The first build takes about two minutes on two cores. Each step is shown."
install_missing build run
configure release "${how[@]}"
build release --target linterna linterna-practice-server

if [ -n "$no_display" ]; then
    say "
Linterna is built (build/release/bin/linterna), but has no display to open its window on: neither DISPLAY nor
WAYLAND_DISPLAY is set. Ways to get one:
  - run packaging/run.sh in a terminal of a desktop session on this machine;
  - from another machine with a desktop: ssh -X ${USER:-you}@$(uname -n), and run it there;
  - a display that nobody sees, for scripts: apt-get install xvfb xauth, then xvfb-run packaging/run.sh"
    exit 2
fi
exec "$top/build/release/bin/linterna" --practice "$@"
