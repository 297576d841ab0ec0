/** CPU as Kubernetes people read it: "38 m" under a tenth of a core, "0.21 core", "2.5 cores". */
export function formatCores(cores: number): string {
  if (cores < 0.1) return `${Math.round(cores * 1000)} m`;
  const text = cores < 10 ? Number(cores.toFixed(2)).toString() : String(Math.round(cores));
  return `${text} ${cores <= 1 ? 'core' : 'cores'}`;
}

/** A share of one as percent: "0.3 %", "52 %". */
export function formatPercent(share: number): string {
  const percent = share * 100;
  return `${percent > 0 && percent < 10 ? Number(percent.toFixed(1)) : Math.round(percent)} %`;
}
