import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FairShare } from './fair-share.ts';

const options = { shared: 4, mostPerProject: 6, mostPerPerson: 5, queuePerPerson: 3, patienceMs: 1_000 };
const store = 'http://mimir';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

function scene() {
  const share = new FairShare(options);
  const log: string[] = [];
  const enter = (tenant: string, userId: string) =>
    share.enter(
      { store, tenant, userId },
      () => log.push(userId),
      ({ code }) => log.push(`${userId} ${code}`),
    );
  const leave = (tenant: string, userId: string) => share.leave({ store, tenant, userId });
  const times = (count: number, work: () => void) => {
    for (let done = 0; done < count; done++) work();
  };
  return { log, enter, leave, times };
}

describe('a project alone', () => {
  test('has nearly everything; one person of it a little less', () => {
    const { log, enter, leave, times } = scene();
    times(6, () => enter('shop', 'anna'));
    expect(log).toHaveLength(5);
    enter('shop', 'bert');
    expect(log).toHaveLength(6);
    enter('shop', 'bert');
    expect(log).toHaveLength(6);
    leave('shop', 'anna');
    leave('shop', 'anna');
    expect(log.slice(6).sort()).toEqual(['anna', 'bert']);
  });

  test('refuses what waits in too great a number, or too long', () => {
    const { log, enter, times } = scene();
    times(9, () => enter('shop', 'anna'));
    expect(log.slice(5)).toEqual(['anna rate_limited']);
    vi.advanceTimersByTime(1_000);
    expect(log.slice(6)).toEqual(Array(3).fill('anna rate_limited'));
  });

  test('forgets who went away while waiting', () => {
    const { log, enter, leave, times } = scene();
    times(5, () => enter('shop', 'anna'));
    enter('shop', 'anna')();
    leave('shop', 'anna');
    vi.advanceTimersByTime(2_000);
    expect(log).toHaveLength(5);
  });

  test('lets the people who wait take turns', () => {
    const { log, enter, leave, times } = scene();
    times(5, () => enter('shop', 'anna'));
    enter('shop', 'carl');
    times(3, () => enter('shop', 'anna'));
    times(3, () => enter('shop', 'bert'));
    log.length = 0;
    leave('shop', 'carl');
    times(4, () => leave('shop', 'anna'));
    expect(log.slice(0, 4)).toEqual(['bert', 'anna', 'bert', 'anna']);
  });
});

describe('projects that read the same store at the same time', () => {
  test('get the same number of places', () => {
    const { log, enter, times } = scene();
    enter('bank', 'bert');
    times(5, () => enter('shop', 'anna'));
    expect(log).toEqual(['bert', 'anna', 'anna']);
  });

  test('and everything again when the other one is done', () => {
    const { log, enter, leave, times } = scene();
    enter('bank', 'bert');
    times(4, () => enter('shop', 'anna'));
    leave('bank', 'bert');
    vi.advanceTimersByTime(900);
    expect(log).toHaveLength(3);
    // Who waits too long is refused; those who come later have room.
    vi.advanceTimersByTime(5_000);
    log.length = 0;
    leave('shop', 'anna');
    times(4, () => enter('shop', 'anna'));
    expect(log).toEqual(Array(4).fill('anna'));
  });
});
