/** Matchers of the dashboards' variables. */
export const inCluster = 'cluster=~"$cluster"';
export const inNamespace = `${inCluster}, namespace=~"$namespace"`;
export const inPod = `${inNamespace}, pod=~"$pod"`;
export const onNode = `${inCluster}, node=~"$node"`;

/** Graphs show this many of the largest; the table on the same page has all of them. */
export const shown = 10;
