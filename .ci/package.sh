#!/usr/bin/env bash
# The folders that offices get, as an office gets them: `.ci/package.sh EXPECTED` builds the sample with each and holds its files
# against EXPECTED, the folder out/ of this repository's own build. Linux: no node, no network, another user, the program
# read-only. Linux on the other kind of processor: under qemu. Windows: under wine, in folders with Chinese, blanks, & and
# parentheses. What this machine cannot run, and Debian has nothing to lend for, is said.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
expected=$(realpath "$1")
department=003
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"

npm run --silent package -- linux-x64 linux-arm64 win-x64 --out "$work"

not_run() { echo "NOT RUN: $*"; exit 0; }
[ "$(id -u)" = 0 ] || not_run 'the packages (another user, and no network, need root here)'
unshare -n true 2>/dev/null || not_run 'the packages (this machine lends no network of its own)'

mkdir "$work/read-only" "$work/office"
tar -xJf "$work"/*-linux-x64.tar.xz -C "$work/read-only"
package=$work/read-only/部门预算公开
cp -r "$package/样例/data" "$work/office/"
chown -R 65534:65534 "$work/office"
chmod -R a-w "$package"
before=$(find "$package" -type f -printf '%p %s %T@\n' | sort | sha256sum)
# What every desktop has, and no node.
mkdir "$work/bin"
for tool in dirname basename readlink; do ln -s "$(command -v $tool)" "$work/bin/"; done
as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups env -i PATH="$work/bin")
if "${as_nobody[@]}" /bin/sh -c 'command -v node'; then echo 'there is a node in this PATH: the test would prove nothing' >&2 && exit 1; fi
(cd "$work/office" && unshare -n -- "${as_nobody[@]}" "$package/生成.sh" build-doc "$department") 2>"$work/said" || { cat "$work/said" >&2 && exit 1; }
diff -r "$expected" "$work/office/out"
test "$before" = "$(find "$package" -type f -printf '%p %s %T@\n' | sort | sha256sum)"
echo 'Linux: no node, no network, another user, read-only: the same bytes'

debian() { # debian COMMAND PACKAGE...: installs where the command is missing and Debian can be reached
  local command=$1
  shift
  command -v "$command" >/dev/null 2>&1 && return 0
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null || true
  command -v "$command" >/dev/null 2>&1
}

arm64() {
  debian qemu-aarch64-static qemu-user-static || { echo 'NOT RUN: the package for arm64 (no qemu here)'; return 0; }
  local libraries=/usr/aarch64-linux-gnu arm=$work/arm64/部门预算公开
  [ -e "$libraries/lib/libstdc++.so.6" ] ||
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libc6-arm64-cross libstdc++6-arm64-cross libgcc-s1-arm64-cross >/dev/null || true
  mkdir "$work/arm64"
  tar -xJf "$work"/*-linux-arm64.tar.xz -C "$work/arm64"
  # No kernel of another processor starts this node: the one under its name hands it to qemu.
  mv "$arm/app/node" "$arm/app/node-arm64"
  printf '#!/bin/sh\nexec qemu-aarch64-static -L %s "$(dirname -- "$0")/node-arm64" "$@"\n' "$libraries" >"$arm/app/node"
  chmod +x "$arm/app/node"
  "$arm/app/node" --version >/dev/null 2>&1 || { echo 'NOT RUN: the package for arm64 (qemu does not start its node here)'; return 0; }
  (cd "$arm/样例" && timeout 600 env -i PATH=/usr/bin:/bin ../生成.sh build-doc "$department") 2>"$work/said" || { cat "$work/said" >&2 && exit 1; }
  diff -r "$expected" "$arm/样例/out" >"$work/said" || { cut -c1-300 "$work/said" >&2 && exit 1; }
  echo 'Linux on arm64, under qemu: the same bytes'
}
arm64

debian wine wine wine64 || not_run 'the Windows package (no wine here)'
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=' LC_ALL=C.UTF-8
timeout 120 wine winecfg -v win10 >"$work/said" 2>&1 && timeout 60 wine cmd /c ver >>"$work/said" 2>&1 || {
  cat "$work/said" >&2
  not_run 'the Windows package (wine does not start here)'
}
python3 -m zipfile -e "$work"/*-win-x64.zip "$work/unpacked"
mkdir "$work/a b&c(1)"
for folder in "$work/unpacked/部门预算公开" "$work/a b&c(1)/部门预算公开"; do
  test -d "$folder" || cp -r "$work/unpacked/部门预算公开" "$folder"
  # Standard streams are files: wine's pipes are none to Node.js.
  (cd "$folder/样例" && timeout 300 wine cmd /c '..\生成.cmd' build-doc "$department") >"$work/said" 2>&1 || { cat "$work/said" >&2 && exit 1; }
  diff -r "$expected" "$folder/样例/out"
done
echo 'Windows, under wine: the same bytes in both folders'
wineserver -k || true
