/**
 * How the logs agent starts so that no line is lost with it. Alloy saves how far it has read, not how far Loki has
 * answered, and what lies between is lost with the process (docs/decisions/0008). So the agent's container starts by a
 * script that takes Alloy's own positions back to what is known to be delivered, and leaves a keeper behind that finds
 * that out. Lines read twice have equal time stamps, labels and texts: Loki shows them once.
 */

/** Below Alloy's storage folder; the component's label is @oriel/agent-config's. */
const positionsFile = 'remotecfg/loki.source.file.pod_logs/positions.yml';
const deliveredFile = 'delivered.tsv';

/**
 * What had been read at one look is delivered once this many batches were answered after the next look, 3 s later. At
 * most 12 lie before a line (`loki.write`'s default queue of ten, the one being sent, the one being filled), and some
 * are spared for lines that the pipeline still held.
 */
const batchesAhead = 15;

/** The file's first line begins with its time to the nanosecond: it survives a rotation, unlike the name. */
const identity = `
function identity(path,  line, got) {
  got = (getline line < path)
  close(path)
  return got > 0 ? substr(line, 1, 40) : ""
}
function load(  line, field) {
  while ((getline line < store) > 0) {
    split(line, field, "\\t")
    offset[field[3]] = field[1]
    id[field[3]] = field[2]
  }
  close(store)
}`;

/**
 * Reads Alloy's metrics, a look every 3 s, each ended by a line `end`. Looks at the same count of answers are one: the
 * later knows more. After a rotation the figure is the old file's until it falls. A count that falls is a new component's.
 */
const keeper = `${identity}
function seen(path,  now) {
  now = identity(path)
  if (path in known && known[path] != now) floor[path] = last[path]
  if (path in floor && read[path] < floor[path]) delete floor[path]
  if (path in floor) floor[path] = read[path]
  else if (path in known && now != "") { heldOffset[path] = read[path]; heldId[path] = now }
  known[path] = now
  last[path] = read[path]
}
function save(  path, text) {
  for (path in offset) if (identity(path) != "") text = text offset[path] "\\t" id[path] "\\t" path "\\n"
  if (text == "") return
  printf "%s", text > (store ".new")
  close(store ".new")
  system(busybox " mv " store ".new " store)
}
function forget() {
  newest = oldest = 0
  split("", stamp); split("", pending); split("", whose); split("", as); split("", heldOffset)
}
function look(  path, item, part, done) {
  if (newest > 0 && answered < stamp[newest]) forget()
  if (newest == 0 || stamp[newest] < answered) newest++
  stamp[newest] = answered
  for (path in heldOffset) { item = newest SUBSEP path; pending[item] = heldOffset[path]; whose[item] = heldId[path] }
  split("", heldOffset)
  for (path in read) seen(path)
  while (oldest < newest && stamp[oldest + 1] + ${batchesAhead} <= answered) { done = ++oldest; delete stamp[done] }
  if (!done) return
  for (item in pending) {
    split(item, part, SUBSEP)
    if (part[1] > done) continue
    if (!(part[2] in as) || as[part[2]] < part[1] + 0) {
      as[part[2]] = part[1] + 0
      offset[part[2]] = pending[item]
      id[part[2]] = whose[item]
    }
    delete pending[item]
    delete whose[item]
  }
  save()
}
BEGIN { load() }
/^loki_source_file_read_bytes_total[{]/ { split($0, field, /,path="/); sub(/".*/, "", field[2]); read[field[2]] = sprintf("%.0f", $NF) + 0 }
/^loki_write_request_duration_seconds_count[{].*status_code="(2|4)/ && !/status_code="429"/ { answered += $NF }
/^end$/ { if (lines > 0) look(); answered = lines = 0; split("", read); next }
{ lines++ }`;

/** Writes Alloy's positions anew: those of files that are still the same, at what is delivered. */
const rewind = `${identity}
BEGIN { load(); print "positions:" }
/^  [?] path: / { path = $3; entry = "" }
/^  : / { if (offset[path] > 0 && identity(path) == id[path]) printf "%s  : \\"%.0f\\"\\n", entry, offset[path]; path = "" }
path != "" { entry = entry $0 "\\n" }`;

interface PositionKeeping {
  /** A busybox: Alloy's image is not relied on for a shell. */
  readonly busybox: string;
  /** Alloy's `--storage.path`. */
  readonly storage: string;
  /** Port at which Alloy shows its metrics. */
  readonly port: number;
}

/**
 * A shell script that runs its arguments, Alloy and its own, in its place. It has no `$$` and no `$(`, which Kubernetes
 * would replace.
 */
export function startKeepingPositions({ busybox, storage, port }: PositionKeeping): string {
  const positions = `${storage}/${positionsFile}`;
  const delivered = `${storage}/${deliveredFile}`;
  return `export LC_ALL=C
b=${busybox}
if $b test -f ${positions}; then
  $b awk -v store=${delivered} '${rewind}' ${positions} > ${positions}.new && $b mv ${positions}.new ${positions}
fi
read -r alloy rest < /proc/self/stat
while $b kill -0 $alloy; do
  $b sleep 3
  $b timeout 5 $b wget -q -O - http://127.0.0.1:${port}/metrics
  $b echo end
done 2>/dev/null | $b awk -v busybox=$b -v store=${delivered} '${keeper}' &
exec "$@"
`;
}
