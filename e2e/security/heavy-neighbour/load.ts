/** The body of the thread that `startHeavy` starts: what the heavy asker reads must not delay who measures. */
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { Load, LoadCounts } from './ask.ts';

const { url, headers, sideBySide } = workerData as Load;
const agent = new Agent({ keepAlive: true, maxSockets: sideBySide });
const over = new AbortController();
const counts: LoadCounts = { answered: 0, refused: 0 };

/** The status of one answer, once its last byte has been read and thrown away. */
function ask(): Promise<number | undefined> {
  const start = Math.floor(Date.now() / 1_000) - 7_200 - Math.floor(Math.random() * 900);
  return new Promise((resolve) => {
    get(`${url}&start=${start}`, { headers, agent, signal: over.signal }, (response) => {
      response.on('end', () => resolve(response.statusCode));
      response.on('error', () => resolve(undefined));
      response.resume();
    }).on('error', () => resolve(undefined));
  });
}

async function work() {
  while (!over.signal.aborted) {
    const status = await ask();
    if (status === 200) counts.answered++;
    else if (status === 429) counts.refused++;
    parentPort?.postMessage(counts);
  }
}

parentPort?.once('message', () => over.abort());
await Promise.all(Array.from({ length: sideBySide }, work));
agent.destroy();
