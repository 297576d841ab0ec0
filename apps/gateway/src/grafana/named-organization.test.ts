import { describe, expect, it } from 'vitest';
import { namedOrganization } from './named-organization.ts';

const byHeader = (...values: string[]) => values.flatMap((value) => ['X-Grafana-Org-Id', value]);

function named(hints: { headers?: string[]; search?: string; remembered?: string }) {
  const { headers = [], search = '', remembered } = hints;
  return namedOrganization({ rawHeaders: headers, search, remembered });
}

describe('the organization of a request', () => {
  it('is the header’s, else the address’, else the one looked at last', () => {
    expect(named({ headers: byHeader('7'), remembered: '9' })).toBe(7);
    expect(named({ search: '?orgId=8&from=now', remembered: '9' })).toBe(8);
    expect(named({ remembered: '9' })).toBe(9);
    expect(named({ headers: byHeader('7'), search: '?orgId=7' })).toBe(7);
  });

  it.each([
    [{ headers: byHeader('7', '8') }],
    [{ headers: byHeader('7', '7') }],
    [{ headers: byHeader('7'), search: '?orgId=8' }],
    [{ search: '?orgId=7&orgId=8' }],
    [{ search: '?org%49d=7&orgId=8' }],
    [{ headers: byHeader('7'), search: '?targetOrgId=7' }],
    [{ headers: byHeader('7'), search: '?%74arget%4frgId=8' }],
    [{ headers: byHeader('7'), search: '?x=1&TARGETORGID=8' }],
    [{ headers: byHeader('7, 8') }],
    [{ headers: byHeader('07') }],
    [{ headers: byHeader('-1') }],
    [{ headers: byHeader('') }],
    [{ search: '?orgId=' }],
    [{ search: '?orgId=7.0' }],
    [{ search: '?orgId=99999999999' }],
    [{ remembered: '7;8' }],
    [{}],
  ])('is not taken from %j', (hints) => {
    expect(() => named(hints)).toThrow(expect.objectContaining({ code: 'bad_input' }));
  });
});
