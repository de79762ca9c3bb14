import { checkName } from "../common-normalise.ts";
import { checkNumber, type Reporter } from "../reporter.ts";
import type { ServingCertificate, ServingCertificateArgs } from "./args.ts";

const KINDS = ["generated", "cert-manager", "secret"] as const;

/** `base` names the Secret where we make it. */
export function normaliseCertificate(
  base: string,
  args: ServingCertificateArgs | undefined,
  report: Reporter,
): ServingCertificate {
  const given = args ?? { kind: "generated" };
  report.unless((KINDS as readonly string[]).includes(given.kind), {
    code: "certificate",
    path: "certificate.kind",
    got: given.kind,
    wanted: KINDS.join(", "),
    fix: "Pick one; a certificate that nobody checks is not among them.",
  });
  if (given.kind === "generated") {
    const generation = given.generation ?? 1;
    checkNumber(report, "certificate.generation", generation, { min: 1, max: 9999, unit: "rotations" });
    return { args: given, secretName: `${base}-serving-${generation}` };
  }
  if (given.kind === "cert-manager") {
    checkName("certificate.issuer.name", given.issuer.name, report);
    return { args: given, secretName: `${base}-serving` };
  }
  if (given.kind === "secret") checkName("certificate.secretName", given.secretName, report);
  return { args: given, secretName: given.kind === "secret" ? given.secretName : "" };
}
