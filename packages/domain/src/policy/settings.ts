import { z } from 'zod';

/** One setting that policies decide: what it may be, and what it is where nobody said anything. */
interface SettingSpec<T> {
  readonly schema: z.ZodType<T>;
  readonly builtIn: T;
  readonly title: string;
  /** What it does, in a sentence. */
  readonly hint: string;
  /** Shown behind a number. */
  readonly unit?: string;
}

function setting<T>(spec: SettingSpec<T>): SettingSpec<T> {
  return spec;
}

const memory = (least: number, most: number) =>
  z
    .int()
    .min(least, `At least ${least} MiB: an agent with less is killed by its own node.`)
    .max(most, `At most ${most} MiB.`);

/** The settings, in the order in which pages show them. Keys are stored: a key is never reused for another meaning. */
export const settings = {
  'monitoring.enabled': setting({
    schema: z.boolean(),
    builtIn: false,
    title: 'Monitoring',
    hint: 'Agents scrape nodes, pods and objects, and send samples to the seed.',
  }),
  'logging.enabled': setting({
    schema: z.boolean(),
    builtIn: false,
    title: 'Logging',
    hint: 'An agent on each node reads every container and sends its lines to the seed.',
  }),
  'metrics.scrapeInterval': setting({
    schema: z
      .int()
      .min(15, 'At least 15 s: more often costs more than it shows.')
      .max(300, 'At most 300 s: graphs and alerts look back five minutes.'),
    builtIn: 60,
    title: 'Scrape interval',
    hint: 'Time between two samples of a series. Halving it doubles what is stored.',
    unit: 's',
  }),
  'logs.keepDebug': setting({
    schema: z.boolean(),
    builtIn: false,
    title: 'Keep debug lines',
    hint: 'Off: lines of the levels debug and trace are dropped at the agent.',
  }),
  'agent.logsMemory': setting({
    schema: memory(96, 4096),
    builtIn: 512,
    title: 'Memory limit of a log agent',
    hint: 'Per node. The agent is restarted where it needs more.',
    unit: 'MiB',
  }),
  'agent.metricsMemory': setting({
    schema: memory(128, 16_384),
    builtIn: 1024,
    title: 'Memory limit of the metrics agent',
    hint: 'One per cluster; it grows with the number of series.',
    unit: 'MiB',
  }),
} as const;

export type SettingKey = keyof typeof settings;
export type SettingValue<K extends SettingKey = SettingKey> = (typeof settings)[K]['builtIn'] extends boolean
  ? boolean
  : number;
export const settingKeys = Object.keys(settings) as [SettingKey, ...SettingKey[]];

/** A value for every setting. */
export type Settings = { readonly [K in SettingKey]: SettingValue<K> };

export const builtInSettings = Object.fromEntries(
  settingKeys.map((key) => [key, settings[key].builtIn]),
) as unknown as Settings;

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settings, key);
}

/** Settings as stored: what is absent, or is no longer admitted, has its built-in value. */
export function readSettings(stored: unknown): Settings {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const values = settingKeys.map((key) => {
    const parsed = settings[key].schema.safeParse(given[key]);
    return [key, parsed.success ? parsed.data : settings[key].builtIn];
  });
  return Object.fromEntries(values) as unknown as Settings;
}
