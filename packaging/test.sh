#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing (Debian 12, with apt; two token servers with npm, into build/oauth), builds everything and
# runs the tests: all of them as people run the program (build/release), and those of lib/ with the address and
# undefined-behaviour sanitizers (build/asan). Nine minutes on two cores when nothing is built yet.
#
#   packaging/test.sh                    what every change passes
#   packaging/test.sh --thorough         the same, and the window and the desktop under the sanitizers, each header
#                                        compiled by itself, and clang-tidy over what changed: some twenty minutes
#   packaging/test.sh --keep-durations   the same as without, and keeps how long each test took (tests/durations.txt)
#   packaging/test.sh [ARG...]           with arguments for ctest (-L unit, -R test_pacer) only what they name, in release
#
# With CI=true warnings are errors. Ends with ctest's summaries; the exit code is 0 when everything passed.
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

thorough='' keep=()
case ${1:-} in
--thorough) thorough=1; shift ;;
--keep-durations) keep=(--keep); shift ;;
esac

lists=(build run test check)
command -v node >/dev/null && command -v npm >/dev/null || lists+=(node)
install_missing "${lists[@]}"
install_node_modules
strict=() # left as it is otherwise: going back and forth would compile everything anew
[ "${CI:-}" != true ] || strict=(-DLINTERNA_WERROR=ON)

failed=0
run_tests() { # PRESET [ARG...]
    # One more at a time than there are cores: many wait more than they work.
    (cd "$top" && ctest --test-dir "build/$1" --output-on-failure --no-tests=error --parallel $(($(nproc) + 1)) \
        --output-junit "$top/build/$1/tests.xml" "${@:2}") || failed=1
    /usr/bin/python3 "$top/packaging/durations.py" "${keep[@]}" "$top/build/$1/tests.xml"
    keep=()
}
# build_sanitized: what is run of build/asan. Most of the tests in release wait meanwhile, and leave room.
build_sanitized() {
    local targets=(linterna-unit-tests linterna-flow-tests linterna-server-tests linterna-corpora)
    [ -z "$thorough" ] || targets=(all)
    build asan --target "${targets[@]}"
}

if [ $# -gt 0 ]; then
    configure release -DLINTERNA_TESTS=ON "${strict[@]}"
    build release
    run_tests release "$@"
    exit $failed
fi

begun=$SECONDS
step() { say "[$(((SECONDS - begun) / 60)) min $(((SECONDS - begun) % 60)) s] $*"; }
step "Building what people run, and the tests (four minutes on two cores)."
configure release -DLINTERNA_TESTS=ON "${strict[@]}"
build release
step "Testing it, while the build with the sanitizers goes on (four minutes; build/asan/build.log)."
configure asan "${strict[@]}"
build_sanitized >"$top/build/asan/build.log" 2>&1 &
sanitized_build=$!
run_tests release
wait $sanitized_build || {
    say "The build with the sanitizers failed:"
    tail -n 40 "$top/build/asan/build.log" >&2
    exit 1
}
step "Testing with the sanitizers (three minutes)."
# Programs that are the same, byte for byte, and everything that their tests read.
sanitized=$(checksums_of build/asan/bin/linterna-practice-server \
    build/asan/tests/{linterna-{{unit,flow,server}-tests,corpora},CTestTestfile.cmake} \
    build/oauth/installed-lock.json tests packaging resources translations)
if [ -z "$thorough" ] && has_passed asan "$sanitized"; then
    say "They passed with these very programs and files. --thorough runs them again."
elif [ -n "$thorough" ]; then
    before=$failed failed=0
    run_tests asan -L 'unit|flow|server|fuzz|ui|desktop'
    [ $failed -ne 0 ] || note_passed asan "$sanitized"
    failed=$((failed | before))
    step "Compiling the gallery, and reading each header by itself."
    build release --target linterna_gallery
    /usr/bin/python3 "$top/tests/clangreads.py" "$top/build/release" --headers || failed=1
else
    before=$failed failed=0
    run_tests asan -L 'unit|flow|server|fuzz'
    [ $failed -ne 0 ] || note_passed asan "$sanitized"
    failed=$((failed | before))
fi
step "Reading what changed with clang-tidy."
"$top/packaging/tidy.sh" $([ -n "$thorough" ] || echo --most 12) || failed=1
step "$([ $failed -eq 0 ] && echo 'Everything passed.' || echo 'Something failed: see above.')"
exit $failed
