import type { Db } from '@oriel/db/client';
import { createSession } from '@oriel/db/sessions';
import { openGrafana } from '../read-path/grafana-rows.ts';
import type { Project } from '../read-path/rows.ts';
import { word } from './words.ts';

export interface Visitor {
  readonly userId: string;
  readonly sessionId: string;
  /** Of a browser that was let into Grafana's origin. */
  readonly headers: { readonly host: string; readonly origin: string; readonly cookie: string };
}

export interface People {
  /** Editor of A. */
  readonly alice: Visitor;
  /** Viewer of A. */
  readonly vera: Visitor;
  /** Viewer of the namespace pay in A's cluster near. */
  readonly nora: Visitor;
  /** Owner of B. */
  readonly bob: Visitor;
}

type Binding = { readonly projectId: string; readonly role: 'viewer' | 'editor' | 'owner' } & Partial<
  Record<'clusterIds' | 'namespaces', string[]>
>;

export async function addPeople(db: Db, { a, b }: { readonly a: Project; readonly b: Project }): Promise<People> {
  const add = async (name: string, email: string, binding: Binding): Promise<Visitor> => {
    const user = await db.user.create({ data: { name, email, bindings: { create: binding } } });
    const session = await db.$transaction((tx) => createSession(tx, { userId: user.id }));
    return { userId: user.id, sessionId: session.id, headers: await openGrafana(db, session.id) };
  };
  const near = a.clusters.near ?? '';
  return {
    alice: await add('Alice', 'alice@example.com', { projectId: a.id, role: 'editor' }),
    vera: await add('Vera', 'vera@example.com', { projectId: a.id, role: 'viewer' }),
    nora: await add('Nora', 'nora@example.com', {
      projectId: a.id,
      role: 'viewer',
      clusterIds: [near],
      namespaces: ['pay'],
    }),
    bob: await add(word('person'), `${word('mail')}@example.com`, { projectId: b.id, role: 'owner' }),
  };
}
