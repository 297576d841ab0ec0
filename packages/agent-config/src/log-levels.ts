import { attributes, block, list, object, quote } from './alloy-syntax.ts';

/** Values of the label `level`, least severe first; `unknown` where a line does not say. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'unknown'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What programs write, in lower case, the most frequent first. Numbers are those of pino; syslog's are ambiguous. */
export const levelSpellings: Readonly<Record<Exclude<LogLevel, 'unknown'>, readonly string[]>> = {
  info: ['info', 'inf', 'information', 'informational', 'notice', 'log', 'i', '30'],
  debug: ['debug', 'dbg', 'dbug', 'fine', 'verbose', 'verb', '20'],
  error: ['error', 'err', 'eror', 'severe', 'exception', 'traceback', 'e', '50'],
  warn: ['warn', 'warning', 'wrn', 'w', '40'],
  critical: ['critical', 'crit', 'fatal', 'panic', 'dpanic', 'alert', 'emergency', 'emerg', 'f', '60'],
  trace: ['trace', 'trc', 'finest', 'finer', '10'],
};

/** JMESPath over a JSON line: the first of these fields that is there. */
const jsonLevel = ['level', 'lvl', 'severity', '"log.level"', 'Level', 'Severity'].join(' || ');

/** A line that begins with `key=`, after a time stamp at most: prose that merely quotes `level=debug` is not logfmt. */
const startsAsLogfmt = '^[^A-Za-z"=]*(?:[TZ][^A-Za-z"=]*){0,2}[\\w.-]+=';
const hasLogfmtLevel = '(?:^|\\s)(?:level|lvl|severity)=';

const dateWords = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|UTC|GMT|CES?T|[AP]M';
const klog = '(?P<klog>[IWEF])\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+\\s+\\d+ \\S+:\\d+\\]';
/** Only a time stamp, bracketed parts and a logger's name (`- app.orders -`) may stand before the word. */
const leading =
  `(?:[^A-Za-z]|\\d[TZ]|\\b(?:${dateWords})\\b|\\[[^\\]]{0,64}\\]|- [\\w.:$/-]{1,64} )*?` +
  '(?:\\b(?P<leading>TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|CRITICAL|FATAL|PANIC|LOG)(?:[\\s\\[\\]:|,;)>-]|$)' +
  '|[\\[<](?P<bracketed>(?i:trace|debug|info|notice|warn|warning|error|crit|critical|alert|emerg|fatal|panic))[\\]>]' +
  '|\\b(?P<prefixed>(?i:trace|debug|info|notice|warn|warning|error|critical|fatal|panic))(?: error)?:)';
/** Never trace or debug: those lines are dropped, so a guess is not good enough. */
const inText =
  '.{0,160}?(?:\\b(?P<word>FATAL|CRITICAL|PANIC|SEVERE|ERROR|WARNING|WARN|INFO)\\b' +
  '|\\b(?P<failure>(?i:fatal|panic|error|warning)):' +
  '|\\b[A-Za-z][\\w.$]*(?P<thrown>Error|Exception)\\b' +
  '|(?P<python>Traceback) \\(most recent call last\\))';

/** Named groups and fields that may hold the level, most trustworthy first. */
const sources = [
  'json_level',
  'level',
  'lvl',
  'severity',
  'klog',
  'leading',
  'bracketed',
  'prefixed',
  'word',
  'failure',
  'thrown',
  'python',
];

/** RE2; parts are anchored and bounded, since every line that is neither JSON nor logfmt runs through it. */
export const textLevel = `^(?:${klog}|${leading}|${inText})`;

/** Stages that set the label `level` to one of `logLevels`. They never change a line. */
export function levelStages(): string[] {
  return [
    inStage(
      `|~ ${quote('^\\s*\\{')}`,
      block('stage.json', attributes({ expressions: object({ json_level: quote(jsonLevel) }) })),
    ),
    inStage(
      `!~ ${quote('^\\s*\\{')}`,
      inStage(
        `|~ ${quote(startsAsLogfmt)} |~ ${quote(hasLogfmtLevel)}`,
        block('stage.logfmt', attributes({ mapping: object({ level: '""', lvl: '""', severity: '""' }) })),
      ),
      block('stage.regex', attributes({ expression: quote(textLevel) })),
    ),
    block('stage.template', attributes({ source: quote('level'), template: quote(normalise()) })),
    block('stage.labels', attributes({ values: object({ level: '""' }) })),
  ];
}

/** Runs stages only for lines that the filter takes. `stream` is set by stage.cri on every line it understood. */
function inStage(filter: string, ...stages: readonly string[]): string {
  return block('stage.match', attributes({ selector: quote(`{stream!=""} ${filter}`) }), ...stages);
}

function normalise(): string {
  const found = `{{ $found := ToLower (or ${sources.map((name) => `.${name}`).join(' ')} "") }}`;
  const branches = Object.entries(levelSpellings).map(
    ([level, spellings], index) =>
      `{{ ${index === 0 ? '' : 'else '}if eq $found ${spellings.map(quote).join(' ')} }}${level}`,
  );
  return `${found}${branches.join('')}{{ else }}unknown{{ end }}`;
}

/** Lines of these levels are dropped at the agent unless somebody asked to keep them for a while. */
export const droppedLevels: readonly LogLevel[] = ['trace', 'debug'];

/**
 * Drops debug lines: always, or from `keepUntil` (Unix seconds) on. That moment is compared with the clock for each
 * line, so the pipeline ends the exception by itself, without a reload and without the control plane.
 */
export function dropDebugStages(keepUntil: number | null): string[] {
  const drop = (selector: string) =>
    block(
      'stage.match',
      attributes({ selector: quote(selector), action: quote('drop'), drop_counter_reason: quote('debug') }),
    );
  if (keepUntil === null) return [drop(`{level=~"${droppedLevels.join('|')}"}`)];
  const isOver = `{{ if and (eq .level ${droppedLevels.map(quote).join(' ')}) (ge now.Unix ${Math.trunc(keepUntil)}) }}yes{{ end }}`;
  return [
    block('stage.template', attributes({ source: quote('drop'), template: quote(isOver) })),
    block('stage.labels', attributes({ values: object({ drop: '""' }) })),
    drop('{drop="yes"}'),
  ];
}

export const keptLabels = list(['namespace', 'pod', 'container', 'level']);
