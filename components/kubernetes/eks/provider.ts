import { Provider } from "@pulumi/kubernetes/provider.js";
import { all, type CustomResourceOptions, type Output } from "@pulumi/pulumi";
import type { EksCluster } from "./eks-cluster.ts";

/** What reaches a cluster; an `EksCluster` has it all. */
export type ReachableCluster = Pick<
  EksCluster,
  "name" | "arn" | "region" | "endpoint" | "certificateAuthority" | "ready"
>;

/**
 * Kubeconfig whose client asks the AWS CLI for a token each time, so that neither file nor state holds a secret.
 * `roleArn` is taken before, where the caller is not itself in the cluster's access entries.
 */
export function kubeconfigOf(cluster: ReachableCluster, roleArn?: string): Output<string> {
  return all([cluster.endpoint, cluster.certificateAuthority]).apply(([server, authority]) => {
    const named = { name: cluster.name };
    const role = roleArn === undefined ? [] : ["--role-arn", roleArn];
    return JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ ...named, cluster: { server, "certificate-authority-data": authority } }],
      users: [
        {
          ...named,
          user: {
            exec: {
              apiVersion: "client.authentication.k8s.io/v1beta1",
              command: "aws",
              args: ["eks", "get-token", "--cluster-name", cluster.name, "--region", cluster.region, ...role],
              interactiveMode: "Never",
            },
          },
        },
      ],
      contexts: [{ ...named, context: { cluster: cluster.name, user: cluster.name } }],
      "current-context": cluster.name,
    });
  });
}

export interface ClusterProviderArgs {
  readonly cluster: ReachableCluster;
  /** Role taken before asking for a token. Default: whoever runs Pulumi. */
  readonly roleArn?: string;
}

/**
 * Provider of a cluster's objects. It is made when the cluster can run pods, and goes before anything they need goes.
 * An unreachable cluster is an error: neither are objects dropped from state nor changes passed over, since a private
 * API server is unreachable from everywhere but its VPC. When a cluster is gone for good:
 * `PULUMI_K8S_DELETE_UNREACHABLE=true pulumi refresh`, once.
 */
export function clusterProvider(
  name: string,
  { cluster, roleArn }: ClusterProviderArgs,
  opts?: Omit<CustomResourceOptions, "dependsOn">,
): Provider {
  return new Provider(
    name,
    {
      kubeconfig: kubeconfigOf(cluster, roleArn),
      // New with each new cluster, and only then: a rewritten kubeconfig must not replace every object.
      clusterIdentifier: cluster.endpoint,
      enableServerSideApply: true,
      deleteUnreachable: false,
      skipUpdateUnreachable: false,
    },
    { ...opts, dependsOn: [...cluster.ready] },
  );
}
