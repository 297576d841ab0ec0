import type { HeaderFigures } from './prove.ts';

export function printHeaders(door: string, { sent, atStores, atWeb, atGrafana, statuses, wrong }: HeaderFigures): void {
  const shown = Object.entries(statuses).map(([status, count]) => `${status === '0' ? 'none' : status}×${count}`);
  console.log(`${door}: ${sent} forged requests, answers ${shown.join(' ')}`);
  console.log(`${door}: ${atStores} reached a store, ${atWeb} the web process, ${atGrafana} Grafana`);
  for (const one of wrong.slice(0, 10)) console.log(one);
  console.log(`${door}: with another tenant, or a header too many: ${wrong.length} (pass: 0)`);
}
