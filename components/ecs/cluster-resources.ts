import type { ClusterArgs as AwsClusterArgs } from "@pulumi/aws/ecs/cluster.js";
import type { ClusterCapacityProvidersArgs } from "@pulumi/aws/ecs/clusterCapacityProviders.js";
import type { HttpNamespaceArgs } from "@pulumi/aws/servicediscovery/httpNamespace.js";
import type { Input } from "@pulumi/pulumi";
import { resourceTags } from "../shared/index.ts";
import type { ClusterRecord } from "./cluster-args.ts";

export function namespaceArgs(record: ClusterRecord): HttpNamespaceArgs {
  return {
    name: record.clusterName,
    description: `Service Connect names of ${record.clusterName}`,
    tags: resourceTags(record.tags),
  };
}

export function clusterArgs(
  record: ClusterRecord,
  namespaceArn: Input<string>,
  exec: { readonly keyArn: Input<string> } | null,
): AwsClusterArgs {
  const { ephemeralStorageKmsKeyArn } = record;
  const configuration = {
    ...(exec === null
      ? {}
      : {
          executeCommandConfiguration: {
            kmsKeyId: exec.keyArn,
            logging: "OVERRIDE",
            logConfiguration: {
              cloudWatchEncryptionEnabled: true,
              cloudWatchLogGroupName: record.execLogGroupName,
            },
          },
        }),
    ...(ephemeralStorageKmsKeyArn === null
      ? {}
      : { managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: ephemeralStorageKmsKeyArn } }),
  };
  return {
    name: record.clusterName,
    settings: [{ name: "containerInsights", value: record.containerInsights }],
    serviceConnectDefaults: { namespace: namespaceArn },
    ...(Object.keys(configuration).length > 0 ? { configuration } : {}),
    tags: resourceTags(record.tags),
  };
}

/** The default is for tasks started by hand: every `Service` states its own strategy. */
export function capacityProvidersArgs(
  { spotPercent }: ClusterRecord,
  clusterName: Input<string>,
): ClusterCapacityProvidersArgs {
  const providers = [
    { capacityProvider: "FARGATE", weight: 100 - spotPercent },
    { capacityProvider: "FARGATE_SPOT", weight: spotPercent },
  ];
  return {
    clusterName,
    capacityProviders: providers.map((provider) => provider.capacityProvider),
    defaultCapacityProviderStrategies: providers.filter((provider) => provider.weight > 0),
  };
}
