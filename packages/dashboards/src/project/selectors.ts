/** Matchers of the dashboards' variables. */
export const inCluster = 'cluster=~"$cluster"';
export const inNamespace = `${inCluster}, namespace=~"$namespace"`;
export const inPod = `${inNamespace}, pod=~"$pod"`;
export const onNode = `${inCluster}, node=~"$node"`;
/** File systems that can fill up. */
export const onDisk = `${onNode}, fstype!~"tmpfs|ramfs|overlay|squashfs"`;
/** Network cards of the node itself, as cadvisor sees them at the root of all control groups: not pods', not bridges. */
export const onCard = `${onNode}, pod="", interface!~"lo|(veth|cali|cni|docker|flannel|cilium|lxc|br-|kube|dummy|nodelocaldns|tunl|vxlan).*"`;
