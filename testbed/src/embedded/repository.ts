import { resolve } from 'node:path';

/** The checkout that this file is part of. */
export const repository: string = resolve(import.meta.dirname, '../../..');
