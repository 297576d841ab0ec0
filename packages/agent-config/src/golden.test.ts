import { describe, expect, it } from 'vitest';
import { goldenFiles } from './golden-cases.ts';
import { hashOf } from './render.ts';

describe('rendered configurations', () => {
  it.each(goldenFiles())('golden/$name is what is rendered (`vitest -u` writes it anew)', async ({ file, text }) => {
    await expect(text).toMatchFileSnapshot(file);
  });

  it.each(goldenFiles().filter(({ name }) => !/^(bootstrap|seed-agent)/.test(name)))(
    '$name has no block that remote configuration refuses and names no node',
    ({ text }) => {
      expect(text).not.toMatch(/^(logging|tracing|http|livedebugging|remotecfg)\b/m);
      expect(text).not.toContain('constants.hostname');
      expect(text.trim()).not.toBe('');
    },
  );

  it('differs in hash when it differs in text', () => {
    const hashes = goldenFiles().map(({ text }) => hashOf(text));
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});
