import { type Input, output } from "@pulumi/pulumi";
import type { ServingCertificate } from "./args.ts";

/** Annotations of the APIService or webhook that cert-manager writes the authority into. */
export function targetAnnotations({ args, secretName }: ServingCertificate, namespace: string): Record<string, string> {
  return args.kind === "cert-manager" ? { "cert-manager.io/inject-ca-from": `${namespace}/${secretName}` } : {};
}

/**
 * The authority where we know it, as the API takes it. Undefined where a Job or cert-manager writes it: until then the
 * API server trusts none of the pods, which is the safe side.
 */
export function caBundle({ args }: ServingCertificate): Input<string> | undefined {
  if (args.kind !== "secret") return undefined;
  return output(args.caBundlePem).apply((pem) => Buffer.from(pem, "utf8").toString("base64"));
}

/** What another writes after us, so that no update takes it away again. */
export function writtenByOthers({ args }: ServingCertificate, path: string): string[] {
  return args.kind === "secret" ? [] : [path];
}
