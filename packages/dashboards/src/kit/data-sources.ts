/** The data sources of every organization in Grafana; who reads what is decided behind them, by the gateway. */
export const dataSources = {
  metrics: { type: 'prometheus', uid: 'oriel-metrics' },
  logs: { type: 'loki', uid: 'oriel-logs' },
} as const;
