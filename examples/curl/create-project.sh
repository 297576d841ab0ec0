#!/usr/bin/env bash
# Creates a project once, however often the request is sent: both answers name the same id.
#   create-project.sh shop
source "$(dirname "$0")/common.sh"

slug=${1:-shop}
key="create-$slug-$(date +%s)"
body=$(jq --null-input --arg slug "$slug" '{ name: "Project \($slug)", slug: $slug }')

first=$(oriel_send POST /projects "$body" --header "Idempotency-Key: $key")
again=$(oriel_send POST /projects "$body" --header "Idempotency-Key: $key")
jq --raw-output '"created \(.slug): \(.id)"' <<<"$first"
[[ $(jq .id <<<"$first") == "$(jq .id <<<"$again")" ]] && echo 'sent twice, created once'

oriel_send PATCH "/projects/$slug" '{ "name": "Renamed by curl" }'
oriel GET "/projects/$slug" | jq --raw-output .name
