/** What Grafana is told; see docs/grafana.md for the same in the words of somebody who brings their own. */
export interface GrafanaSettings {
  /** Absolute; database, plugins and temporary files lie below it. */
  readonly folder: string;
  readonly port: number;
  /** Where people's browsers find it: the gateway. */
  readonly publicOrigin: string;
  /** Where people's browsers find Oriel. */
  readonly controlOrigin: string;
  /** Holds the key with which Grafana seals the secrets of data sources. */
  readonly secretKeyFile: string;
}

type Sections = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;

/**
 * The posture: people come by the gateway's header only, and only those whom the worker has made;
 * whatever would show data past the gateway, or decide rights inside Grafana, is off.
 * Keys that a release does not know are ignored by it: these are for 10 to 13.
 */
export function grafanaSections({
  folder,
  port,
  publicOrigin,
  controlOrigin,
  secretKeyFile,
}: GrafanaSettings): Sections {
  const { host, hostname, protocol } = new URL(publicOrigin);
  return {
    '': { app_mode: 'production', instance_name: 'oriel' },
    paths: {
      data: folder,
      plugins: `${folder}/plugins`,
      provisioning: `${folder}/provisioning`,
      logs: `${folder}/log`,
    },
    server: {
      http_addr: '127.0.0.1',
      http_port: port,
      domain: hostname,
      root_url: `${protocol}//${host}/`,
      enable_gzip: false,
    },
    // One process and one file: a log ahead of it lets readers and the writer go side by side.
    database: { type: 'sqlite3', path: 'grafana.db', wal: true, cache_mode: 'private', query_retries: 3 },
    security: {
      admin_user: administrator,
      admin_email: 'oriel@oriel.internal',
      secret_key: `$__file{${secretKeyFile}}`,
      disable_gravatar: true,
      allow_embedding: true,
      cookie_secure: protocol === 'https:',
      angular_support_enabled: false,
      // The only pages that may post are those of Grafana's own origin.
      csrf_trusted_origins: hostname,
      data_source_proxy_whitelist: '',
    },
    auth: {
      disable_login_form: true,
      disable_signout_menu: true,
      signout_redirect_url: `${controlOrigin}/`,
      oauth_auto_login: false,
    },
    'auth.anonymous': { enabled: false, hide_version: false },
    // For the worker; the gateway lets no such header through.
    'auth.basic': { enabled: true },
    'auth.proxy': {
      enabled: true,
      header_name: 'X-WEBAUTH-USER',
      header_property: 'username',
      auto_sign_up: false,
      sync_ttl: 0,
      whitelist: '127.0.0.1',
      // No Role and no Groups: rights come from the worker.
      headers: 'Name:X-WEBAUTH-NAME Email:X-WEBAUTH-EMAIL',
      enable_login_token: false,
    },
    users: {
      allow_sign_up: false,
      allow_org_create: false,
      // With `false` every person who is made gets an organization of their own, and is its Admin.
      auto_assign_org: true,
      auto_assign_org_id: 1,
      auto_assign_org_role: 'Viewer',
      viewers_can_edit: false,
      editors_can_admin: false,
      default_theme: 'system',
    },
    // Grafana's own has tutorials and news, which are fetched from its maker's site.
    dashboards: { default_home_dashboard_path: `${folder}/home.json` },
    dataproxy: { send_user_header: true, timeout: 130, logging: false },
    unified_alerting: { enabled: false },
    alerting: { enabled: false },
    public_dashboards: { enabled: false },
    feature_toggles: { publicDashboards: false, publicDashboardsScene: false, autoMigrateOldPanels: true },
    snapshots: { enabled: false, external_enabled: false, public_mode: false },
    live: { max_connections: 0 },
    news: { news_feed_enabled: false },
    analytics: {
      enabled: false,
      reporting_enabled: false,
      check_for_updates: false,
      check_for_plugin_updates: false,
      feedback_links_enabled: false,
    },
    plugins: { plugin_admin_enabled: false, preinstall_disabled: true, public_key_retrieval_disabled: true },
    help: { enabled: false },
    profile: { enabled: true },
    support_bundles: { enabled: false },
    query_history: { enabled: true },
    metrics: { enabled: true, disable_total_stats: true },
    log: { mode: 'console', level: 'warn' },
  };
}

/** Login of the server's administrator: the worker, and nobody else. */
export const administrator = 'oriel';

/** As Grafana reads it. */
export function grafanaIni(settings: GrafanaSettings): string {
  const sections = Object.entries(grafanaSections(settings)).map(([name, entries]) =>
    [...(name === '' ? [] : [`[${name}]`]), ...Object.entries(entries).map(([key, value]) => `${key} = ${value}`)].join(
      '\n',
    ),
  );
  return `# Written at every start.\n${sections.join('\n\n')}\n`;
}

/** What a person sees who opens Grafana without a dashboard: a list of those that there are. */
export const homeDashboard = {
  title: 'Dashboards',
  schemaVersion: 38,
  panels: [
    {
      id: 1,
      type: 'dashlist',
      title: '',
      transparent: true,
      gridPos: { x: 0, y: 0, w: 24, h: 24 },
      options: { showStarred: true, showRecentlyViewed: true, showSearch: true, showHeadings: true, maxItems: 100 },
    },
  ],
};
