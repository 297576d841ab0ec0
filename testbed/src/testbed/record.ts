import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { identify, isAlive, type ProcessIdentity } from '../cluster/process-identity.ts';
import type { Place } from './start-testbed.ts';

/** `<home>/testbed.json`: what the supervisor says about itself to `status` and `down`. */
export interface TestbedRecord {
  readonly supervisor: ProcessIdentity;
  readonly phase: 'starting' | 'ready';
  readonly since: string;
  readonly port: number;
  readonly places: readonly Place[];
  readonly processes: readonly (ProcessIdentity & { readonly name: string; readonly logFile: string })[];
}

const fileOf = (home: string): string => join(home, 'testbed.json');

export const supervisorLog = (home: string): string => join(home, 'testbed.log');

export function readRecord(home: string): TestbedRecord | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(home), 'utf8')) as TestbedRecord;
  } catch {
    return undefined;
  }
}

export function liveRecord(home: string): TestbedRecord | undefined {
  const record = readRecord(home);
  return record && isAlive(record.supervisor) ? record : undefined;
}

export function writeRecord(home: string, record: Omit<TestbedRecord, 'supervisor' | 'since'>): void {
  const supervisor = identify(process.pid);
  if (!supervisor) throw new Error('This system has no /proc: the testbed runs on Linux only.');
  mkdirSync(home, { recursive: true });
  const text = JSON.stringify({ supervisor, since: new Date().toISOString(), ...record }, null, 2);
  writeFileSync(`${fileOf(home)}.new`, `${text}\n`);
  renameSync(`${fileOf(home)}.new`, fileOf(home));
}

export const removeRecord = (home: string): void => rmSync(fileOf(home), { force: true });
