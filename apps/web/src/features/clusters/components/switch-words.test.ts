import { expect, it } from 'vitest';
import { loggingWords, monitoringWords } from './switch-words.ts';

const on = { monitoringEnabled: true, loggingEnabled: true, seed: { name: 'fra' } };
const off = { ...on, monitoringEnabled: false, loggingEnabled: false };

it('says what the settings say', () => {
  expect(monitoringWords(on, 30)).toBe('Nodes, pods, objects and annotated pods, every 30 s, to Mimir on fra.');
  expect(loggingWords(on, true)).toMatch(/Loki on fra\. Debug lines are kept\.$/);
  expect(loggingWords(on, false)).toMatch(/Loki on fra\. Debug lines are dropped at the agent\.$/);
});

it('states no default where the settings were not read', () => {
  expect(monitoringWords(on, undefined)).toBe('Nodes, pods, objects and annotated pods, to Mimir on fra.');
  expect(loggingWords(on, undefined)).toBe('One agent per node reads every container, to Loki on fra.');
});

it('says what switching on would do', () => {
  expect(monitoringWords(off, 60)).toMatch(/^Off: nothing is scraped\./);
  expect(loggingWords(off, false)).toMatch(/^Off: no line is read\./);
});
