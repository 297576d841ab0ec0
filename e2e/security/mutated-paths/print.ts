import type { PathFigures } from './prove.ts';

export function printPaths({ sent, atStores, atWeb, atGrafana, statuses, wrong }: PathFigures): void {
  const shown = Object.entries(statuses).map(([status, count]) => `${status === '0' ? 'none' : status}×${count}`);
  console.log(`${sent} bent paths, answers ${shown.join(' ')}`);
  console.log(`${atStores} reached a store, ${atWeb} the web process, ${atGrafana} Grafana`);
  for (const one of wrong.slice(0, 10)) console.log(one);
  console.log(`outside of what is open: ${wrong.length} (pass: 0)`);
}
