// Imports point down, files stay short: `node scripts/check-boundaries.ts [root]`. The rules are in boundaries/rules.ts.
import { resolve } from 'node:path';
import { checkBoundaries } from './boundaries/check.ts';

const root = resolve(process.argv[2] ?? resolve(import.meta.dirname, '..'));
const { files, imports, findings } = await checkBoundaries(root);
for (const { file, line, message } of findings) console.error(`${file}:${line} ${message}`);
console.log(`${imports} imports in ${files} files, ${findings.length} against the rules.`);
// No file read means that nothing was checked.
process.exitCode = findings.length === 0 && files > 0 ? 0 : 1;
