#!/usr/bin/env bash
# formula.sh ADDRESS VERSION SUMS: prints the Homebrew formula of a release, with the checksums that stand in
# the file SUMS. ADDRESS is that of the repository. A tap has it as Formula/dateline.rb.
set -euo pipefail
address=$1 version=$2 sums=$3

stanza() {
  local archive=dateline-$1.tar.gz sum
  sum=$(awk -v name="$archive" '$2 == name { print $1 }' "$sums")
  if [ -z "$sum" ]; then
    echo "$sums: the checksum of $archive was expected" >&2
    exit 1
  fi
  echo "      url \"$address/releases/download/v$version/$archive\""
  echo "      sha256 \"$sum\""
}

# What fails in a here-document is lost.
mac_arm=$(stanza aarch64-apple-darwin)
mac_intel=$(stanza x86_64-apple-darwin)
linux_arm=$(stanza aarch64-unknown-linux-musl)
linux_intel=$(stanza x86_64-unknown-linux-musl)

cat <<FORMULA
class Dateline < Formula
  desc "Turns a folder of news articles into one static page"
  homepage "$address"
  version "$version"
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    on_arm do
$mac_arm
    end
    on_intel do
$mac_intel
    end
  end

  on_linux do
    on_arm do
$linux_arm
    end
    on_intel do
$linux_intel
    end
  end

  def install
    bin.install "dateline"
  end

  test do
    (testpath/"articles/bridge.txt").write <<~ARTICLE
      Title: The old bridge opens again
      Date: 2024-03-04

      The old bridge opened again on Monday, 4 March 2024, after two years of works.
    ARTICLE
    system bin/"dateline", "build", "articles", "--out", "site"
    assert_match "The old bridge opens again", (testpath/"site/index.html").read
  end
end
FORMULA
