/**
 * Row 22: a backup that was taken under load is restored on an empty host.
 *
 *   node e2e/security/backup-restore.ts [--full]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { proveRestore } from './backup-restore/prove.ts';

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });

const { stored, restored, failures, unreadableWithOtherKeys } = await proveRestore(values.full ? 10_000 : 200);
console.log(`${stored} secrets when the first host was lost, ${restored} on the second`);
console.log(`a control: with the key file of another installation ${unreadableWithOtherKeys} do not open`);
for (const failure of failures.slice(0, 10)) console.log(failure);
console.log(`secrets that do not open: ${failures.length + stored - restored} (pass: 0)`);
process.exitCode = failures.length === 0 && restored === stored && unreadableWithOtherKeys === stored ? 0 : 1;
