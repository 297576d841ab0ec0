import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readHead } from './request-head.ts';
import { credentialShown } from './shown-credential.ts';

const origin = 'http://oriel.localhost:3000';
const show = (socket: Socket, ...raw: string[]) => credentialShown(socket, readHead(raw), origin);

describe('the credential of a request', () => {
  it('is kept under a hash, never under itself', () => {
    const credential = show(new Socket(), 'Authorization', 'Bearer oriel_pat_secret');
    expect(credential).toMatchObject({ kind: 'token', value: 'oriel_pat_secret' });
    expect(credential?.key).not.toContain('secret');
  });

  it('is worked out once for what a connection shows again', () => {
    const socket = new Socket();
    const first = show(socket, 'Authorization', 'Bearer oriel_pat_a');
    expect(show(socket, 'authorization', 'Bearer oriel_pat_a')).toBe(first);
  });

  it('is never that of the request before on the same connection', () => {
    const socket = new Socket();
    show(socket, 'Authorization', 'Bearer oriel_pat_a');
    expect(show(socket, 'Authorization', 'Bearer oriel_pat_b')).toMatchObject({ value: 'oriel_pat_b' });
    expect(show(socket, 'Authorization', 'Bearer another')).toBeUndefined();
    expect(show(socket)).toBeUndefined();
    expect(show(socket, 'Cookie', 'oriel.session=c')).toMatchObject({ kind: 'session', value: 'c' });
    expect(show(socket, 'Cookie', 'oriel.session=d')).toMatchObject({ kind: 'session', value: 'd' });
    expect(show(socket, 'Cookie', 'oriel.session=d', 'Authorization', 'Basic x')).toBeUndefined();
  });

  it('is that of its own connection', () => {
    show(new Socket(), 'Authorization', 'Bearer oriel_pat_a');
    expect(show(new Socket())).toBeUndefined();
  });
});
