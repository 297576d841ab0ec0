#!/usr/bin/env bash
# Logs and metrics of a project, from the addresses that speak Loki's and Prometheus's own protocols.
#   query.sh shop edge-1
source "$(dirname "$0")/common.sh"

project=${1:-shop} cluster=${2:-edge-1}
telemetry() {
  curl --silent --show-error --fail-with-body --header "Authorization: Bearer $ORIEL_TOKEN" \
    --get --url "$ORIEL_URL/api/projects/$project/$1" "${@:2}"
}

telemetry loki/api/v1/query_range --data-urlencode "query={cluster=\"$cluster\"}" --data since=1h --data limit=3 |
  jq --raw-output '.data.result[].values[][1] | "line: \(.)"'
telemetry prometheus/api/v1/query --data-urlencode "query=count({cluster=\"$cluster\"})" |
  jq --raw-output '.data.result[0].value[1] | "series: \(.)"'
