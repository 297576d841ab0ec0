import { expect, test } from 'vitest';
import { renderNginxConfig } from './nginx-config.ts';

const settings = {
  listen: ['127.0.0.1:3008'],
  logsUrl: 'http://127.0.0.1:3004',
  metricsUrl: 'http://127.0.0.1:3006',
  remoteConfigUrl: 'http://127.0.0.1:3002',
};

test('both roles have their three remote-configuration paths and nothing else is open', () => {
  const opened = [...renderNginxConfig(settings).matchAll(/location = (\S+) \{(?! internal;)/g)].map(
    ([, path]) => path,
  );
  expect(opened).toEqual([
    '/loki/api/v1/push',
    '/api/v1/push',
    ...['logs', 'metrics'].flatMap((role) =>
      ['RegisterCollector', 'UnregisterCollector', 'GetConfig'].map(
        (method) => `/agents/${role}/collector.v1.CollectorService/${method}`,
      ),
    ),
  ]);
});

test.each(['https://loki:3100', 'http://loki/base', 'loki:3100', 'http://a:b@loki:3100', 'http://x;} http://'])(
  'an upstream %s is refused',
  (logsUrl) => {
    expect(() => renderNginxConfig({ ...settings, logsUrl })).toThrow('needs an address like');
  },
);
