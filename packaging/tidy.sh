#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Lets clang-tidy read, with the checks of .clang-tidy, the files of lib/, ui/ and app/ that a change touched.
#
#   packaging/tidy.sh               what is not committed; where all is, the last commit
#   packaging/tidy.sh --since REV   all that came since
#   packaging/tidy.sh --all         every file; half an hour
#   packaging/tidy.sh --most N      as the first, but of a change to more files only N of them: five seconds each
#
# Takes the flags from build/dev, and configures it where it is not there. Exits with 1 when it found something.
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$top"

most=''
case ${1:-} in
--all) files=$(git ls-files) ;;
--since) files=$(git diff --name-only --diff-filter=d "$2") ;;
'' | --most)
    most=${2:-}
    files=$(git diff --name-only --diff-filter=d HEAD; git ls-files --others --exclude-standard)
    # A checkout without its history has no commit to compare with: then all that can be read is what is not committed.
    [ -n "$files" ] || files=$(git diff --name-only --diff-filter=d HEAD~1 HEAD 2>/dev/null || true)
    ;;
*)
    sed -n '3,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac
files=$(grep -E '^(lib|ui|app)/.*\.cpp$' <<<"$files" | grep -v /windows/ || true) # not built here
[ -n "$files" ] || { say "clang-tidy: no source of lib/, ui/ or app/ was changed"; exit 0; }
count=$(wc -l <<<"$files")
if [ -n "$most" ] && [ "$count" -gt "$most" ]; then
    files=$(shuf -n "$most" <<<"$files")
    say "clang-tidy reads $most of the $count files that changed, drawn by chance; packaging/tidy.sh reads all."
else
    say "clang-tidy reads $count files."
fi
read_before=$(printf '%s\n' "$files" | sha256sum)$(checksums_of lib ui app .clang-tidy)
if [ -z "$most" ] || [ "$count" -le "$most" ]; then
    ! has_passed tidy "$read_before" || { say "clang-tidy read them as they are before, and found nothing."; exit 0; }
fi
configure dev # brings its list of files up to date, which takes a second
# Headers that moc and Qt's resource compiler write are not needed to read a source.
xargs -P "$(nproc)" -n 1 clang-tidy-14 -p build/dev --quiet --warnings-as-errors='*' <<<"$files" 2>/dev/null
note_passed tidy "$read_before" # set -e: not where it found something
