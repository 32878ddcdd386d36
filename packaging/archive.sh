#!/usr/bin/env bash
# archive.sh TARGET FOLDER: packs the command for a target, as `cargo xtask command --target TARGET` left it,
# with its licences into FOLDER.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
name=dateline-$target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/$name"
program=dateline
case $target in *-windows-*) program=dateline.exe ;; esac
cp "${CARGO_TARGET_DIR:-target}/$target/command/$program" "$work/$name/"
cp LICENSE-APACHE LICENSE-MIT NOTICE README.md "$work/$name/"
cd "$work"
case $target in
  *-windows-*) 7z a -bso0 "$folder/$name.zip" "$name" ;;
  *) tar -czf "$folder/$name.tar.gz" "$name" ;;
esac
