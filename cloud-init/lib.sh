# shellcheck shell=bash
# What join.sh, events.sh and leave.sh share: settings, log lines, the status file, HTTP and JSON.
# Sourced, never run. Everything on disk is below ROOT_DIR, which is empty on a node.

ROOT_DIR="${ROOT_DIR:-}"
LIB_DIR="${LIB_DIR:-$ROOT_DIR/usr/local/libexec/eks-hybrid}"
SETTINGS_FILE="$ROOT_DIR/etc/eks-hybrid/join.env"
STATE_DIR="$ROOT_DIR/var/lib/eks-hybrid"
STATUS_FILE="$STATE_DIR/status.json"
# In memory only: what is written here is gone after a reboot.
# shellcheck disable=SC2034 # for the programs that source this file
RUN_DIR="$ROOT_DIR/run/eks-hybrid"
REGISTRATION_FILE="$ROOT_DIR/var/lib/amazon/ssm/registration"
CONSOLE="${CONSOLE:-$ROOT_DIR/dev/console}"
PROGRAM="${PROGRAM:-eks-hybrid}"
PHASE="start"

# One line for people: to standard error, which is the journal, and to the console, which Azure's boot diagnostics show.
log() {
  local line="$PROGRAM: $*"
  printf '%s\n' "$line" >&2
  if [ -w "$CONSOLE" ]; then printf '%s\n' "$line" >>"$CONSOLE" 2>/dev/null || true; fi
}

# Cloud-init is written in Python, so every image that ran it has one; RHEL 8 keeps it outside PATH.
find_python() {
  command -v python3 || printf '%s\n' /usr/libexec/platform-python
}

# Prints the member $1 (dots separate names) of the JSON on standard input; fails when it is absent or null.
json_get() {
  "$(find_python)" -c '
import json, sys
try:
    value = json.load(sys.stdin)
    for name in sys.argv[1].split("."):
        value = value[int(name)] if isinstance(value, list) else value[name]
except (ValueError, KeyError, IndexError, TypeError):
    sys.exit(1)
if value is None:
    sys.exit(1)
print(value if isinstance(value, str) else json.dumps(value))
' "$1"
}

# Prints a JSON object of the arguments: name value name value …
json_object() {
  "$(find_python)" -c '
import json, sys
names = sys.argv[1::2]
print(json.dumps(dict(zip(names, sys.argv[2::2]))))
' "$@"
}

# Replaces file $1 by standard input in one step; a reader never sees half of it. $2: mode.
replace_file() {
  local temporary
  mkdir -p "$(dirname -- "$1")"
  temporary="$(mktemp "$1.XXXXXX")"
  chmod "$2" "$temporary"
  cat >"$temporary"
  mv -f "$temporary" "$1"
}

# Writes the status file. $1: joining, joined, failed, leaving or left; $2: failure code; $3: sentence. Holds no secret.
write_status() {
  json_object state "$1" phase "$PHASE" code "$2" message "$3" node "$(node_name)" \
    cluster "${CLUSTER_NAME:-}" nodeadm "${NODEADM_VERSION:-}" kubernetes "${KUBERNETES_VERSION:-}" \
    updated "$(date -u +%Y-%m-%dT%H:%M:%SZ)" | replace_file "$STATUS_FILE" 0644
}

# Ends the program with a failure that boot diagnostics show. $1: code of cloud-init/README.md; the rest: a sentence.
fail() {
  local code="$1"
  shift
  write_status failed "$code" "$*"
  log "RESULT failed code=$code phase=$PHASE: $*"
  exit 1
}

# Reads the settings, which are data: a line NAME=value each, never run by the shell.
load_settings() {
  local line name
  [ -r "$SETTINGS_FILE" ] || fail J10 "$SETTINGS_FILE is missing."
  # A label may end in "=", which read would take away if it split the line.
  while IFS= read -r line || [ -n "$line" ]; do
    if [[ -z "$line" || "$line" == \#* ]]; then continue; fi
    [[ "$line" =~ ^[A-Z][A-Z0-9_]*= ]] || fail J10 "$SETTINGS_FILE has a line that is no NAME=value: ${line%%=*}"
    printf -v "${line%%=*}" '%s' "${line#*=}"
  done <"$SETTINGS_FILE"
  for name in "$@"; do
    [ -n "${!name:-}" ] || fail J10 "$SETTINGS_FILE does not set $name."
  done
}

# True when version $1 is not older than $2 (numbers separated by dots).
not_older() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

# Name under which this machine is registered, which is also the node's: mi- and 17 hex digits. Empty before.
node_name() {
  if [ -r "$REGISTRATION_FILE" ]; then json_get ManagedInstanceID <"$REGISTRATION_FILE" || true; fi
}

# Runs the rest up to $1 times, $2 seconds apart (doubled each time, at most 60), and gives its last exit status.
retry() {
  local attempts="$1" wait="$2" longest="${RETRY_SECONDS_MAX:-60}" attempt status=0
  shift 2
  for ((attempt = 1; attempt <= attempts; attempt++)); do
    status=0
    "$@" || status=$?
    if [ "$status" -eq 0 ]; then return 0; fi
    if [ "$attempt" -lt "$attempts" ]; then
      wait=$((wait > longest ? longest : wait))
      log "phase=$PHASE attempt=$attempt of $attempts failed (status $status); next in ${wait}s"
      sleep "$wait"
      wait=$((wait * 2))
    fi
  done
  return "$status"
}

# GET of the metadata service, which answers only requests that say so and never through a proxy. $1: path and query.
metadata_get() {
  curl --silent --show-error --fail --noproxy '*' --max-time 10 --header 'Metadata: true' "${IMDS_URL:-http://169.254.169.254}$1"
}

# Body of a request with a bearer token into file $3, the status code on standard output; `000` where there was no
# answer. The token goes by standard input: arguments can be read by every process of the machine.
bearer_get() {
  local url="$1" token="$2" body="$3"
  printf 'header = "Authorization: Bearer %s"\n' "$token" \
    | curl --silent --show-error --config - --max-time 30 --output "$body" --write-out '%{http_code}' "$url" || true
}
