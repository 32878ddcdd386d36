#!/usr/bin/env bash
# template.sh REPOSITORY TAG FOLDER: writes the template of a repository of articles into FOLDER. What stands
# in template/ cannot know by which name the repository of the action is reached; here it is filled in.
set -euo pipefail
template=$(cd "$(dirname "$0")/../template" && pwd)
cp -R "$template" "$3"
workflow=$3/.github/workflows/pages.yml
sed "s|OWNER/dateline@.*|$1@$2|" "$template/.github/workflows/pages.yml" > "$workflow"
grep -qF "uses: $1@$2" "$workflow"
