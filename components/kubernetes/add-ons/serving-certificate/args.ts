import type { Input } from "@pulumi/pulumi";

/**
 * Who makes the certificate by which the API server knows an add-on's pods. There is no way to skip the check.
 *
 * `generated`: a Job makes authority and certificate inside the cluster, a second one tells the API server. Keys never
 * leave the cluster, nor enter Pulumi's state. Valid for a century: raise `generation` to rotate.
 * `cert-manager`: a Certificate of an issuer that is there; renewed and injected by cert-manager.
 * `secret`: a Secret of type `kubernetes.io/tls` that someone else keeps in the add-on's namespace.
 */
export type ServingCertificateArgs =
  | { readonly kind: "generated"; readonly generation?: number }
  | {
      readonly kind: "cert-manager";
      readonly issuer: { readonly kind: "Issuer" | "ClusterIssuer"; readonly name: string };
    }
  | { readonly kind: "secret"; readonly secretName: string; readonly caBundlePem: Input<string> };

export interface ServingCertificate {
  readonly args: ServingCertificateArgs;
  /** Holds `ca.crt`, `tls.crt`, `tls.key`. */
  readonly secretName: string;
}

/** Keys of the Secret, whoever made it. */
export const CERTIFICATE_KEYS = { ca: "ca.crt", certificate: "tls.crt", key: "tls.key" } as const;
