#!/bin/sh
# Opens an issue with the text of a file, or adds it to the issue that is open already.
set -eu
text=$1
title="Links that have died"

if [ ! -s "$text" ]; then
  echo "$text: no such text; make links-out writes it when it finds dead links" >&2
  exit 1
fi
open=$(gh issue list --state open --search "in:title \"$title\"" --json number,title \
  --jq "[.[] | select(.title == \"$title\")][0].number // empty")
if [ -n "$open" ]; then
  gh issue comment "$open" --body-file "$text"
else
  gh issue create --title "$title" --body-file "$text"
fi
