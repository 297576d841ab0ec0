import { describe, expect, it } from 'vitest';
import { suggestSeed } from './suggest-seed.ts';

const seed = (name: string, region: string, clusters: number) => ({ id: name, name, region, clusters });

describe('the seed suggested for a new cluster', () => {
  const seeds = [seed('ash', 'us-east', 0), seed('fra', 'eu-central', 3), seed('ham', 'eu-north', 9)];

  it('is the one of its region', () => {
    expect(suggestSeed(seeds, ' eu-central ')).toMatchObject({
      seedId: 'fra',
      why: expect.stringMatching(/eu-central/),
    });
  });

  it('is else the one with most clusters of the project', () => {
    expect(suggestSeed(seeds, 'ap-south')).toMatchObject({ seedId: 'ham', why: expect.stringMatching(/most of/) });
  });

  it('is else the first', () => {
    expect(suggestSeed([seed('a', 'x', 0), seed('b', 'y', 0)], '')).toMatchObject({ seedId: 'a' });
    expect(suggestSeed([], 'x')).toBeUndefined();
  });
});
