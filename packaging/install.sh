#!/usr/bin/env bash
# Finds the command for the action and names it as the output `binary`: the one that BINARY names, or the one of
# a release, which is fetched and held against its checksum. VERSION asks for a release; without it, an action
# that is used by a version's tag takes that version, and any other the latest.
set -euo pipefail

fail() {
  echo "::error::$1"
  exit 1
}

if [ -n "$BINARY" ]; then
  [ -x "$BINARY" ] || fail "binary: $BINARY is no program"
  binary=$(cd "$(dirname "$BINARY")" && pwd)/$(basename "$BINARY")
else
  program=dateline ending=tar.gz
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) target=x86_64-unknown-linux-musl ;;
    Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-musl ;;
    Darwin-arm64) target=aarch64-apple-darwin ;;
    Darwin-x86_64) target=x86_64-apple-darwin ;;
    MINGW*-x86_64 | MSYS*-x86_64) target=x86_64-pc-windows-msvc ending=zip program=dateline.exe ;;
    *) fail "no release has a command for $(uname -s) on $(uname -m): name one as binary" ;;
  esac
  # Where the action stands in the repository that uses it, that one has the releases.
  releases=$SERVER/${ACTION_REPOSITORY:-$REPOSITORY}/releases
  version=${VERSION:-$ACTION_REF}
  if [[ $version =~ ^v?([0-9]+\.[0-9]+\.[0-9]+.*)$ ]]; then
    from=$releases/download/v${BASH_REMATCH[1]}
  elif [ -n "$VERSION" ]; then
    fail "version: $VERSION is none; one as 1.2.3 was expected"
  else
    from=$releases/latest/download
  fi
  folder=$(mktemp -d)
  cd "$folder"
  archive=dateline-$target.$ending
  for file in SHA256SUMS "$archive"; do
    curl --fail --silent --show-error --location --retry 3 --output "$file" "$from/$file" ||
      fail "$from/$file could not be fetched"
  done
  awk -v name="$archive" '$2 == name' SHA256SUMS > sum
  [ -s sum ] || fail "$from/SHA256SUMS does not name $archive"
  if command -v sha256sum > /dev/null; then check=(sha256sum); else check=(shasum -a 256); fi
  "${check[@]}" --check sum || fail "$archive is not what its checksum says"
  if [ "$ending" = zip ]; then unzip -q "$archive"; else tar -xzf "$archive"; fi
  binary=$folder/dateline-$target/$program
fi
"$binary" --version
echo "binary=$binary" >> "$GITHUB_OUTPUT"
