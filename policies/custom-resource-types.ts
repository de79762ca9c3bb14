import type { ObjectMeta } from "./kubernetes-types.ts";

/** Kinds of add-ons, which no SDK types: only what rules read, as the CRD of each project says. */
export interface CustomResourceByType {
  "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler": VerticalPodAutoscaler;
  "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass": Ec2NodeClass;
  "kubernetes:karpenter.sh/v1:NodePool": NodePool;
  "kubernetes:keda.sh/v1alpha1:ScaledObject": ScaledObject;
}

interface CustomResource<Spec> {
  readonly metadata?: ObjectMeta;
  readonly spec?: Spec;
}

/** VPA 1.4. Missing `updateMode` means `Auto`; a policy without `controlledResources` holds both. */
type VerticalPodAutoscaler = CustomResource<{
  readonly targetRef?: TargetRef;
  readonly updatePolicy?: { readonly updateMode?: string };
  readonly resourcePolicy?: {
    readonly containerPolicies?: readonly {
      readonly containerName?: string;
      readonly mode?: string;
      readonly controlledResources?: readonly string[];
    }[];
  };
}>;

/** KEDA 2.17. Missing `minReplicaCount` means 0, `maxReplicaCount` 100, `pollingInterval` 30 s, kind `Deployment`. */
type ScaledObject = CustomResource<{
  readonly scaleTargetRef?: Partial<TargetRef>;
  readonly minReplicaCount?: number;
  readonly maxReplicaCount?: number;
  readonly pollingInterval?: number;
  readonly triggers?: readonly { readonly type: string; readonly metadata?: Readonly<Record<string, string>> }[];
  readonly advanced?: { readonly horizontalPodAutoscalerConfig?: { readonly behavior?: ScalingBehavior } };
}>;

/** Karpenter 1.6. */
type NodePool = CustomResource<{
  readonly limits?: Readonly<Record<string, string | number>>;
  readonly disruption?: { readonly budgets?: readonly { readonly nodes?: string; readonly schedule?: string }[] };
  readonly template?: {
    readonly spec?: {
      readonly expireAfter?: string;
      readonly terminationGracePeriod?: string;
      readonly requirements?: readonly Requirement[];
    };
  };
}>;

type Ec2NodeClass = CustomResource<{
  readonly associatePublicIPAddress?: boolean;
  readonly amiSelectorTerms?: readonly { readonly alias?: string; readonly id?: string }[];
  readonly metadataOptions?: { readonly httpTokens?: string; readonly httpPutResponseHopLimit?: number };
  readonly blockDeviceMappings?: readonly {
    readonly deviceName?: string;
    readonly ebs?: { readonly encrypted?: boolean };
  }[];
  readonly tags?: Readonly<Record<string, string>>;
}>;

export interface TargetRef {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly name: string;
}

interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** HPA `behavior`, in the HPA itself and in a ScaledObject. */
export interface ScalingBehavior {
  readonly scaleUp?: ScalingRules;
  readonly scaleDown?: ScalingRules;
}
export interface ScalingRules {
  readonly stabilizationWindowSeconds?: number;
  readonly selectPolicy?: string;
  readonly policies?: readonly { readonly type: string; readonly value: number; readonly periodSeconds: number }[];
}
