import type { Problem } from "../problem.ts";
import type { SoundSections } from "../sections.ts";

/** The certificate is in the region of the load balancer, or there is a zone to validate a new one in. */
export function edgeProblems({ edge, region }: SoundSections): Problem[] {
  if (edge === undefined) return [];
  const { certificateArn, hostedZoneId } = edge;
  if (certificateArn === null) {
    if (hostedZoneId !== null) return [];
    return [
      {
        code: "config.certificate",
        at: ["edge"],
        got: { certificateArn, hostedZoneId },
        wanted: "certificateArn, or hostedZoneId to validate a new certificate in",
        fix: "Set one of the two: without a certificate there is no HTTPS.",
      },
    ];
  }
  const certificateRegion = certificateArn.split(":")[3];
  if (region === undefined || certificateRegion === region) return [];
  return [
    {
      code: "config.certificate-region",
      at: ["edge", "certificateArn"],
      got: certificateArn,
      wanted: `a certificate in ${region}`,
      fix: "A load balancer takes certificates of its own region only: issue one there.",
    },
  ];
}
