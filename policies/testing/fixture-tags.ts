/** The six cost tags of a fixture's owner of cost. */
export function fixtureTags(
  service = "platform",
  owner = "team-platform",
  costCenter = "cc-1000",
): Record<string, string> {
  return {
    Project: "pyairtable",
    Environment: "prod",
    Service: service,
    Owner: owner,
    CostCenter: costCenter,
    ManagedBy: "pulumi",
  };
}
