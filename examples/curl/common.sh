# Sourced by the others. Needs curl and jq, and ORIEL_URL and ORIEL_TOKEN in the environment.
set -euo pipefail
: "${ORIEL_URL:?Set ORIEL_URL, for example https://oriel.example.com}"
: "${ORIEL_TOKEN:?Set ORIEL_TOKEN; make a token under Settings, Tokens}"

# oriel METHOD PATH [curl arguments]: the answer on stdout, or the problem's sentence on stderr and a failure.
oriel() {
  local method=$1 path=$2 answer status
  shift 2
  answer=$(curl --silent --show-error --request "$method" --url "$ORIEL_URL/api/v1$path" \
    --header "Authorization: Bearer $ORIEL_TOKEN" --write-out '\n%{http_code}' "$@")
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  if ((status >= 400)); then
    jq --raw-output '"\(.code): \(.detail)"' <<<"$answer" >&2
    return 1
  fi
  printf '%s' "$answer"
}

# oriel_send METHOD PATH JSON [curl arguments]
oriel_send() {
  local method=$1 path=$2 json=$3
  shift 3
  oriel "$method" "$path" --header 'Content-Type: application/json' --data "$json" "$@"
}
