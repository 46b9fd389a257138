# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What run.sh and test.sh share; read by them, not run.
set -eu
export LC_ALL=C.UTF-8
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# install_missing LIST...: with apt, what packaging/packages/LIST.txt names and the machine lacks.
install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This installs with apt, which is not here. Install what packaging/packages/ lists, and build with:"
        say "  cmake --preset release && cmake --build --preset release"
        exit 1
    fi
    local lines have missing
    lines=$(cd "$top/packaging/packages" && sed -e '/^#/d' -e '/^$/d' "${@/%/.txt}")
    # One question for all. dpkg-query fails when it does not know one of them; what it does know it says all the same.
    # shellcheck disable=SC2046  # names without spaces
    have=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(awk '{ print $1 }' <<<"$lines") 2>/dev/null || true)
    missing=$(awk 'NR == FNR { if ($1 == "installed") have[$2]; next } !($1 in have)' \
        <(echo "$have") <(echo "$lines"))
    [ -n "$missing" ] || return 0

    say "These packages are missing:"
    say "$missing"
    local names as=()
    read -r -d '' -a names < <(awk '{ print $1 }' <<<"$missing") || true
    local install=(apt-get install -y --no-install-recommends "${names[@]}")
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "Installing takes root or sudo, and neither is here. As root, run:"
            say "  apt-get update && ${install[*]}"
            exit 1
        fi
        as=(sudo)
        say "Installing with sudo."
    fi
    as+=(env DEBIAN_FRONTEND=noninteractive)
    "${as[@]}" apt-get update -q >&2 ||
        say "The package lists could not be refreshed; trying with those that are here."
    "${as[@]}" "${install[@]}" -q >&2 || {
        say "The installation failed. The command was: ${install[*]}"
        exit 1
    }
}

# install_node_modules: into build/oauth, what tests/oauth/package-lock.json names, when that is not what lies there.
install_node_modules() {
    local from=$top/tests/oauth to=$top/build/oauth
    ! cmp -s "$from/package-lock.json" "$to/installed-lock.json" || return 0
    mkdir -p "$to"
    rm -f "$to/installed-lock.json"
    cp "$from/package.json" "$from/package-lock.json" "$from/.npmrc" "$to/"
    say "Installing token servers for the tests into build/oauth, with npm."
    (cd "$to" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) || {
        say "npm could not install them. The command was, in build/oauth: npm ci"
        exit 1
    }
    cp "$to/package-lock.json" "$to/installed-lock.json" # last: only what was installed whole counts
}

# configure PRESET [ARG...]
configure() {
    (cd "$top" && cmake --preset "$@" --log-level=WARNING >&2)
}

# build PRESET [ARG...]: shows how many steps are done, of how many, and for how many seconds it has been at it.
build() {
    local NINJA_STATUS='[%f of %t, %e s] '
    export NINJA_STATUS
    (cd "$top" && cmake --build --preset "$@" --parallel "$(nproc)" >&2)
}

# What passed is not looked at again as long as nothing is another: checksums_of PATH... (of the checkout; build/ too)
# gives one line for the contents of all these files and folders, has_passed NAME LINE tells whether that passed before,
# and note_passed NAME LINE keeps it, in build/.
checksums_of() {
    (cd "$top" && find "$@" -type f -not -path '*/__pycache__/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
}
has_passed() { [ "$(cat "$top/build/$1.passed" 2>/dev/null)" = "$2" ]; }
note_passed() { printf '%s\n' "$2" >"$top/build/$1.passed"; }
