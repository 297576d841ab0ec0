import { expect, test } from 'vitest';
import { grafanaIni, grafanaSections } from './config.ts';

const settings = {
  folder: '/home/oriel/grafana',
  port: 3009,
  publicOrigin: 'http://grafana.oriel.localhost:3000',
  controlOrigin: 'http://oriel.localhost:3000',
  secretKeyFile: '/home/oriel/grafana/secret-key',
};

test('people come by the header alone, from this machine, and only those who were made', () => {
  const sections = grafanaSections(settings);
  expect(sections['auth.proxy']).toMatchObject({
    enabled: true,
    header_name: 'X-WEBAUTH-USER',
    header_property: 'username',
    auto_sign_up: false,
    sync_ttl: 0,
    whitelist: '127.0.0.1',
    enable_login_token: false,
  });
  expect(sections['auth.anonymous']).toMatchObject({ enabled: false });
  expect(sections.auth).toMatchObject({ disable_login_form: true });
  expect(sections.users).toMatchObject({ allow_sign_up: false, allow_org_create: false, viewers_can_edit: false });
});

test('no header carries a role or a group', () => {
  expect(String(grafanaSections(settings)['auth.proxy']?.headers)).not.toMatch(/role|group/i);
});

test('it listens on loopback and speaks of itself by the public origin', () => {
  expect(grafanaSections(settings).server).toMatchObject({
    http_addr: '127.0.0.1',
    http_port: 3009,
    domain: 'grafana.oriel.localhost',
    root_url: 'http://grafana.oriel.localhost:3000/',
  });
});

test.each([
  ['unified_alerting', 'enabled'],
  ['alerting', 'enabled'],
  ['public_dashboards', 'enabled'],
  ['snapshots', 'enabled'],
  ['snapshots', 'external_enabled'],
  ['news', 'news_feed_enabled'],
  ['analytics', 'reporting_enabled'],
  ['analytics', 'check_for_updates'],
  ['analytics', 'check_for_plugin_updates'],
  ['plugins', 'plugin_admin_enabled'],
])('[%s] %s is off', (section, key) => {
  expect(grafanaSections(settings)[section]?.[key]).toBe(false);
});

test('no connection is kept open, and data sources learn who asks', () => {
  expect(grafanaSections(settings).live).toEqual({ max_connections: 0 });
  expect(grafanaSections(settings).dataproxy).toMatchObject({ send_user_header: true });
});

test('cookies are for https where the origin is', () => {
  expect(grafanaSections(settings).security).toMatchObject({ cookie_secure: false });
  const secure = grafanaSections({ ...settings, publicOrigin: 'https://grafana.oriel.example.com' });
  expect(secure.security).toMatchObject({ cookie_secure: true });
  expect(secure.server).toMatchObject({ root_url: 'https://grafana.oriel.example.com/' });
});

test('the file has the first keys before any section, and no secret', () => {
  const text = grafanaIni(settings);
  expect(text).toMatch(/^# Written at every start\.\napp_mode = production\n/);
  expect(text).toContain('\n[auth.proxy]\nenabled = true\n');
  expect(text).toContain('secret_key = $__file{/home/oriel/grafana/secret-key}');
  expect(text).not.toMatch(/password/i);
});
