import { EKS_CLUSTER } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { isUnknown } from "../unknown.ts";

export const eksSecretsEncrypted = resourceRule({
  id: "eks-secrets-encrypted",
  title: "Secrets of the cluster are encrypted by a KMS key of the account before they are stored.",
  severity: "high",
  remediation: "Set encryptionConfig with a key and resources [secrets]; it can't be taken back.",
  controls: ["fsbp:EKS.3", "cis-eks:5.3.1"],
  types: [EKS_CLUSTER],
  *check({ props }): Iterable<Finding> {
    const { provider, resources = [] } = props.encryptionConfig ?? {};
    const fix = "Set encryptionConfig.";
    if (!resources.includes("secrets"))
      yield { what: "encrypted resources", got: resources, wanted: "secrets among them", fix };
    // The key's ARN is known once it is made; that there is one is enough.
    const keyed = isUnknown(() => provider?.keyArn) || (provider?.keyArn ?? "") !== "";
    if (!keyed) yield { what: "encryption key", got: provider?.keyArn, wanted: "a KMS key", fix };
  },
});
