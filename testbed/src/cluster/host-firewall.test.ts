import { expect, it } from 'vitest';
import { isOpen, mentions, rulesFor } from './host-firewall.ts';

it('tells an empty chain from one with rules or a closed policy', () => {
  expect(isOpen('-P INPUT ACCEPT\n', 'INPUT')).toBe(true);
  expect(isOpen('-P FORWARD DROP\n', 'FORWARD')).toBe(false);
  expect(isOpen('-P INPUT ACCEPT\n-A INPUT -i lo -j ACCEPT\n', 'INPUT')).toBe(false);
});

it('recognises its own rule and not that of a bridge whose name begins the same', () => {
  const [[, ...match] = ['']] = rulesFor('oriel302');
  expect(mentions('-A INPUT -i oriel3020 -m comment --comment "oriel testbed" -j ACCEPT', match)).toBe(false);
  expect(mentions('-A INPUT -i oriel302 -m comment --comment "oriel testbed" -j ACCEPT', match)).toBe(true);
});
