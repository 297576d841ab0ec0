import { join, resolve } from 'node:path';

/** The checkout that this file is part of. */
export const repository: string = resolve(import.meta.dirname, '../../..');

export const webFolder: string = join(repository, 'apps/web');
