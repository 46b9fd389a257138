#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing (Debian 12, with apt; two token servers with npm, into build/oauth), builds everything and
# runs the tests: first with the address and undefined-behaviour sanitizers (build/asan), then all of them as people run
# the program (build/release).
#
#   packaging/test.sh [ARG...]    with arguments (for ctest: -L unit, -R test_pacer) only the latter, and what they name
#
# With CI=true warnings are errors. The last lines are ctest's summary; the exit code is 0 when everything passed.
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

lists=(build run test)
command -v node >/dev/null && command -v npm >/dev/null || lists+=(node)
install_missing "${lists[@]}"
install_node_modules
strict=() # left as it is otherwise: going back and forth would compile everything anew
[ "${CI:-}" != true ] || strict=(-DLINTERNA_WERROR=ON)

failed=0
run_tests() { # PRESET [ARG...]
    (cd "$top" && ctest --test-dir "build/$1" --output-on-failure --no-tests=error --parallel "$(nproc)" "${@:2}") ||
        failed=1
}
configure release "${strict[@]}"
build release
if [ $# -eq 0 ]; then
    configure asan "${strict[@]}"
    build asan
    run_tests asan -L 'unit|flow|server|ui|desktop'
fi
run_tests release "$@"
exit $failed
