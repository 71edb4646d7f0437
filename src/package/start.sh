#!/bin/sh
# Started from a file manager, there is no terminal yet.
here=$(dirname -- "$(readlink -f -- "$0")")
if [ $# -eq 0 ] && [ ! -t 0 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  for terminal in x-terminal-emulator deepin-terminal mate-terminal gnome-terminal konsole xterm; do
    if command -v "$terminal" >/dev/null 2>&1; then exec "$terminal" -e "$here/$(basename -- "$0")"; fi
  done
fi
BUDGET_STARTER=./$(basename -- "$0") BUDGET_STARTED_IN=$PWD
export BUDGET_STARTER BUDGET_STARTED_IN
exec "$here/app/node" "$here/app/src/start.mjs" "$@"
