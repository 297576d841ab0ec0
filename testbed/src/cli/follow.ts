import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Gives what a file has and what is added to it, until stopped; then once more, to the end. */
export function follow(file: string, onText: (text: string) => void): { stop(): void } {
  const handle = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(65_536);
  const read = () => {
    for (let count = readSync(handle, buffer); count > 0; count = readSync(handle, buffer)) {
      onText(decoder.write(buffer.subarray(0, count)));
    }
  };
  const timer = setInterval(read, 200);
  return {
    stop() {
      clearInterval(timer);
      read();
      closeSync(handle);
    },
  };
}
