#!/usr/bin/env bash
# release.sh FOLDER: adds to the archives, the package for Node.js and the studio in FOLDER what else a release has: the template with this
# repository's name in it, the checksums, and the Homebrew formula. From the environment: TAG, as v1.2.3; REPOSITORY, as
# owner/name; SERVER, as https://github.com.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$1"
"$here/template.sh" "$REPOSITORY" "$TAG" dateline-template
zip -qr dateline-template.zip dateline-template
rm -r dateline-template
sha256sum -- *.tar.gz *.tgz *.zip studio.html > SHA256SUMS
grep -qF "\"$SERVER/$REPOSITORY\"" "$here/../crates/cli/Cargo.toml" ||
  echo "::warning::crates/cli/Cargo.toml names another repository: cargo binstall looks for the command there"
"$here/homebrew/formula.sh" "$SERVER/$REPOSITORY" "${TAG#v}" SHA256SUMS > dateline.rb
