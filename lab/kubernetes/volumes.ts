import { StorageV1Api } from "@kubernetes/client-node";
import type { Plan } from "@pyairtable/plan";
import type { Cluster } from "./cluster.ts";

const CLASS = "lab-disks";
const MIB_PER_GIB = 1024;
/** The collector's queue, and as much again: what a StatefulSet claims here. Charts, which claim too, are not rendered. */
const DISKS = 2;

/**
 * What a cluster's owner brings: a default class of disks, and disks of it, which the real controller binds to claims.
 * They are never mounted, since pods are simulated.
 */
export async function provideDisks({ config, core }: Cluster, { monitoring }: Plan): Promise<void> {
  await config.makeApiClient(StorageV1Api).createStorageClass({
    body: {
      metadata: { name: CLASS, annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
      provisioner: "kubernetes.io/no-provisioner",
      volumeBindingMode: "Immediate",
    },
  });
  const mebibytes = (monitoring.clusterPods?.volumesGiB ?? 1) * MIB_PER_GIB;
  for (let disk = 1; disk <= DISKS; disk++) {
    await core.createPersistentVolume({
      body: {
        metadata: { name: `${CLASS}-${disk}` },
        spec: {
          storageClassName: CLASS,
          accessModes: ["ReadWriteOnce"],
          capacity: { storage: `${mebibytes}Mi` },
          persistentVolumeReclaimPolicy: "Retain",
          hostPath: { path: `/var/lib/${CLASS}/${disk}` },
        },
      },
    });
  }
}
