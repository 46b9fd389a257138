#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs CMD in a private headless desktop session and leaves nothing behind.
#
#   session.sh [options] [--] CMD [ARG...]
#     --keyring unlocked       gnome-keyring with an unlocked login collection (default)
#     --keyring locked         the login collection exists and is locked; nothing can show a prompt
#     --keyring locked-prompt  the same, and the prompter may be activated (a real password dialog)
#     --keyring fresh          the daemon runs, no collection exists, no prompter
#     --keyring none           nobody owns org.freedesktop.secrets and nobody can be activated
#     --password PW            password of the login collection (default "linterna"; may be empty)
#     --size WxHxD             screen (default 1280x800x24)
#     --no-wm  --no-a11y  --no-x
#     --keep DIR               keep the session's home and logs in DIR (else a temporary folder)
#     --quiet
#
# Everything is private to the run: HOME, the XDG folders, the X display (with a cookie), the session bus, the
# accessibility bus and the keyring. The exit code is CMD's; 125 when the session itself did not come up. Every process
# of the session carries LINTERNA_SESSION=<id> in its environment; the end of the run ends exactly those.
set -u
self=$(readlink -f "$0")

# ------------------------------------------------------------ inside the session bus
if [ "${1:-}" = --inside ]; then
    shift
    exec 2>&7 7>&-
    patience=${LINTERNA_PATIENCE:-100} # seconds: what only a hang reaches
    say() { [ -n "$LINTERNA_SESSION_QUIET" ] || echo "[session] $*" >&2; }
    fail() { echo "[session] $*" >&2; exit 125; }
    wait_for() { # wait_for SECONDS CMD...: polls each 20 ms
        local tries=$(($1 * 50)); shift
        until "$@" >/dev/null 2>&1; do
            tries=$((tries - 1)); [ $tries -gt 0 ] || return 1
            sleep 0.02
        done
    }
    ask_bus() { # METHOD NAME: a question to the bus itself, which starts nobody
        dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus \
            "org.freedesktop.DBus.$1" "string:$2" 2>/dev/null
    }
    owned() { ask_bus NameHasOwner "$1" | grep -q true; }
    keyring_log=$LINTERNA_SESSION_DIR/keyring.log
    unlocked_keyring() {
        # --unlock reads the password up to the end of its input and goes to the background. No byte at all would mean
        # "no password given" and no collection: an empty password is sent as a lone newline.
        { [ -n "$LINTERNA_SESSION_PASSWORD" ] && printf '%s' "$LINTERNA_SESSION_PASSWORD" || echo; } |
            gnome-keyring-daemon --unlock --components=secrets >>"$keyring_log" 2>&1
        wait_for "$patience" owned org.freedesktop.secrets || fail "gnome-keyring did not come up: $(cat "$keyring_log")"
    }
    keyring_without_password() {
        gnome-keyring-daemon --start --components=secrets >>"$keyring_log" 2>&1
        wait_for "$patience" owned org.freedesktop.secrets || fail "gnome-keyring did not come up: $(cat "$keyring_log")"
    }
    case $LINTERNA_SESSION_KEYRING in
    unlocked) unlocked_keyring ;;
    locked | locked-prompt)
        # Make the collection with an item in it, end the daemon, and start it again without the password.
        unlocked_keyring
        printf 'old value' | secret-tool store --label=seed user seed server seed.example type plaintext \
            xdg:schema org.qt.keychain
        pid=$(ask_bus GetConnectionUnixProcessID org.freedesktop.secrets | awk '{print $2}')
        kill "$pid"
        gone() { ! grep -q '^State:.[^ZX]' "/proc/$pid/status" 2>/dev/null; } # a zombie counts as gone
        wait_for "$patience" gone || fail "gnome-keyring did not end"
        keyring_without_password ;;
    fresh) keyring_without_password ;;
    none) ;;
    *) fail "unknown --keyring $LINTERNA_SESSION_KEYRING" ;;
    esac
    if [ -n "$LINTERNA_SESSION_A11Y" ]; then
        # Owns org.a11y.Bus and starts the accessibility bus, on which the registry is then started by demand.
        /usr/libexec/at-spi-bus-launcher --launch-immediately >>"$LINTERNA_SESSION_DIR/atspi.log" 2>&1 &
        wait_for "$patience" owned org.a11y.Bus || fail "no accessibility bus"
        dbus-send --session --print-reply=literal --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress \
            >>"$LINTERNA_SESSION_DIR/atspi.log" || fail "no address of the accessibility bus"
        export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
    fi
    if [ -n "$LINTERNA_SESSION_WM" ]; then
        # Ready is when openbox runs its --startup command: it sets _NET_SUPPORTING_WM_CHECK before it can manage
        # windows, and one that is mapped in between is never shown.
        openbox --sm-disable --startup "touch $LINTERNA_SESSION_DIR/wm-ready" >>"$LINTERNA_SESSION_DIR/wm.log" 2>&1 &
        wait_for "$patience" test -e "$LINTERNA_SESSION_DIR/wm-ready" || fail "no window manager"
    fi
    say "display=${DISPLAY:-none} keyring=$LINTERNA_SESSION_KEYRING home=$HOME"
    "$@"
    exit $?
fi

# ------------------------------------------------------------ outside: folders, X server, bus, and the end of it all
keyring=unlocked password=linterna size=1280x800x24 wm=1 a11y=1 x=1 keep='' quiet=''
while [ $# -gt 0 ]; do
    case $1 in
    --keyring) keyring=$2; shift 2 ;;
    --password) password=$2; shift 2 ;;
    --size) size=$2; shift 2 ;;
    --no-wm) wm=''; shift ;;
    --no-a11y) a11y=''; shift ;;
    --no-x) x='' wm=''; shift ;;
    --keep) keep=$2; shift 2 ;;
    --quiet) quiet=1; shift ;;
    --) shift; break ;;
    -*) echo "unknown option $1" >&2; exit 125 ;;
    *) break ;;
    esac
done
[ $# -gt 0 ] || { sed -n '3,20s/^# \{0,1\}//p' "$self"; exit 125; }

if [ -n "$keep" ]; then mkdir -p "$keep"; dir=$(readlink -f "$keep"); rm -f "$dir/wm-ready" "$dir/displayfd"
else dir=$(mktemp -d /tmp/linterna-session.XXXXXX); fi
LINTERNA_SESSION="linterna-$$-$(cat /proc/sys/kernel/random/uuid)"
export LINTERNA_SESSION LINTERNA_SESSION_DIR=$dir LINTERNA_SESSION_KEYRING=$keyring \
    LINTERNA_SESSION_PASSWORD=$password LINTERNA_SESSION_WM=$wm LINTERNA_SESSION_A11Y=$a11y LINTERNA_SESSION_QUIET=$quiet

members() { # process ids of this session (grep itself runs without the mark; a zombie's environment reads empty)
    env -u LINTERNA_SESSION grep -lzxs "LINTERNA_SESSION=$LINTERNA_SESSION" /proc/[0-9]*/environ |
        while IFS=/ read -r _ _ pid _; do [ "$pid" = $$ ] || echo "$pid"; done
}
cleanup() {
    local rc=$? round pids
    trap - EXIT
    trap '' INT TERM HUP
    pids=$(members)
    # shellcheck disable=SC2086  # a list of numbers
    [ -z "$pids" ] || kill -TERM $pids 2>/dev/null
    for round in $(seq 100); do
        pids=$(members)
        [ -n "$pids" ] || break
        # shellcheck disable=SC2086
        [ "$round" != 60 ] || kill -KILL $pids 2>/dev/null
        sleep 0.05
    done
    [ -z "$pids" ] || echo "[session] left behind: $pids" >&2
    [ -n "$keep" ] || rm -rf "$dir"
    exit $rc
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# A home of its own: nothing of the real user is read or written.
export HOME=$dir/home XDG_CONFIG_HOME=$dir/home/.config XDG_DATA_HOME=$dir/home/.local/share \
    XDG_CACHE_HOME=$dir/home/.cache XDG_STATE_HOME=$dir/home/.local/state XDG_RUNTIME_DIR=$dir/run TMPDIR=$dir/tmp
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME/keyrings" "$XDG_CACHE_HOME" "$XDG_STATE_HOME" "$XDG_RUNTIME_DIR" \
    "$TMPDIR" "$dir/services"
chmod 700 "$XDG_RUNTIME_DIR"
unset DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL XDG_CURRENT_DESKTOP \
    DESKTOP_SESSION KDE_FULL_SESSION GNOME_DESKTOP_SESSION_ID QT_QPA_PLATFORM QT_QPA_PLATFORMTHEME
export GSETTINGS_BACKEND=memory GIO_USE_VFS=local

# A session bus that can start only what is put into its folder: the system's own files would start gnome-keyring (and
# its prompter) by demand, and "no secret service" could not be tested.
[ -z "$a11y" ] || cp /usr/share/dbus-1/services/org.a11y.Bus.service "$dir/services/"
[ "$keyring" != locked-prompt ] ||
    cp /usr/share/dbus-1/services/org.gnome.keyring.SystemPrompter.service "$dir/services/"
sed -i '/^SystemdService=/d' "$dir"/services/*.service 2>/dev/null
cat >"$dir/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:dir=$XDG_RUNTIME_DIR</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$dir/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
CONF

if [ -n "$x" ]; then
    # With -displayfd the server itself picks a free display: runs beside each other never take the same one.
    export XAUTHORITY=$dir/Xauthority
    cookie=$(mcookie)
    : >"$XAUTHORITY"
    xauth -q -f "$XAUTHORITY" add :0 . "$cookie" 2>/dev/null
    mkfifo "$dir/displayfd"
    exec 8<>"$dir/displayfd"
    Xvfb -displayfd 8 -screen 0 "$size" -nolisten tcp -noreset -auth "$XAUTHORITY" >"$dir/xvfb.log" 2>&1 &
    read -r -t "${LINTERNA_PATIENCE:-100}" display <&8 || {
        echo "[session] Xvfb did not start" >&2
        cat "$dir/xvfb.log" >&2
        exit 125
    }
    exec 8>&-
    export DISPLAY=:$display
    xauth -q -f "$XAUTHORITY" add "$DISPLAY" . "$cookie"
    export QT_QPA_PLATFORM=xcb
else
    export QT_QPA_PLATFORM=offscreen
fi

# What the bus daemon itself says goes to a log; CMD keeps the caller's standard error through descriptor 7.
dbus-run-session --config-file="$dir/bus.conf" -- "$self" --inside "$@" 7>&2 2>"$dir/dbus.log" &
wait $!
exit $?
