/** Kubernetes and add-on versions of the simulated EKS: enough for lookups to answer as the service does. */

/** What a cluster gets that asks for no version. */
export const DEFAULT_KUBERNETES_VERSION = '1.34';

/** Versions EKS offers in the simulated November 2026. */
export const KUBERNETES_VERSIONS: readonly string[] = ['1.30', '1.31', '1.32', '1.33', '1.34', '1.35'];

/** Add-on name → version that follows the cluster's minor (`k`) or one line for all, default first, newest second. */
const ADDONS: Readonly<Record<string, (minor: string) => readonly [standard: string, newest: string]>> = {
  'kube-proxy': (minor) => [`v${minor}.1-eksbuild.1`, `v${minor}.3-eksbuild.4`],
  coredns: () => ['v1.12.1-eksbuild.2', 'v1.12.4-eksbuild.1'],
  'vpc-cni': () => ['v1.20.3-eksbuild.1', 'v1.20.5-eksbuild.1'],
  'eks-pod-identity-agent': () => ['v1.3.8-eksbuild.2', 'v1.3.10-eksbuild.1'],
  'aws-ebs-csi-driver': () => ['v1.48.0-eksbuild.1', 'v1.53.0-eksbuild.1'],
  'metrics-server': () => ['v0.8.0-eksbuild.1', 'v0.8.0-eksbuild.5'],
  'eks-node-monitoring-agent': () => ['v1.4.0-eksbuild.2', 'v1.5.0-eksbuild.1'],
};

/** The default or newest version of an add-on for a Kubernetes minor, or undefined where EKS has none. */
export function addonVersion(addon: string, kubernetes: string, mostRecent: boolean): string | undefined {
  if (!KUBERNETES_VERSIONS.includes(kubernetes)) return undefined;
  return ADDONS[addon]?.(kubernetes)[mostRecent ? 1 : 0];
}
