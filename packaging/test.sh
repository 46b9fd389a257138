#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing (Debian 12, with apt), builds everything and runs all tests: first those that need no desktop
# with the address and undefined-behaviour sanitizers (build/asan), then all of them as people run it (build/release).
#
#   packaging/test.sh [ARG...]    arguments are passed on to the second ctest, for example -L unit, -R test_pacer
#
# With CI=true warnings are errors. The last lines are ctest's summary; the exit code is 0 when everything passed.
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing build run test
werror=OFF
[ "${CI:-}" != true ] || werror=ON

failed=0
run_tests() { # PRESET [ARG...]
    (cd "$top" && ctest --test-dir "build/$1" --output-on-failure --no-tests=error --parallel "$(nproc)" "${@:2}") ||
        failed=1
}
configure release -DLINTERNA_TESTS=ON -DLINTERNA_WERROR=$werror
build release
if [ $# -eq 0 ]; then
    configure asan -DLINTERNA_WERROR=$werror
    build asan
    run_tests asan -L 'unit|flow|server|ui'
fi
run_tests release "$@"
exit $failed
