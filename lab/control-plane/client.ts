import { KubeConfig } from "@kubernetes/client-node";

/** What clients of one kubeconfig file are made with. */
export function clientConfig(kubeconfigPath: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfigPath);
  return config;
}
