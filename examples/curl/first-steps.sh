#!/usr/bin/env bash
# Who am I, and what is there? Lists come in pages: follow nextCursor.
source "$(dirname "$0")/common.sh"

oriel GET /me | jq --raw-output '"signed in as \(.user.email), Oriel \(.version)"'

cursor=
while :; do
  page=$(oriel GET /projects --get --data limit=2 ${cursor:+--data-urlencode "cursor=$cursor"})
  jq --raw-output '.projects[] | "\(.slug): \(.clusters) clusters"' <<<"$page"
  cursor=$(jq --raw-output '.nextCursor // empty' <<<"$page")
  [[ -n $cursor ]] || break
done
