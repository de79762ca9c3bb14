import type { Input, Resource } from "@pulumi/pulumi";

/** What comes from other resources. Nothing here decides how many resources there are. */
export interface KubernetesServiceWiring {
  /** What must be there first: the namespace, priority classes, add-ons' resource types. */
  readonly dependsOn?: readonly Resource[];
  /** URL of a queue, by the queue's name. Default: the name, which KEDA takes where it is not ambiguous. */
  readonly queueUrls?: Readonly<Record<string, Input<string>>>;
  /** Region of the queues; needed where there are some. Example `us-east-1`. */
  readonly queueRegion?: string;
}
