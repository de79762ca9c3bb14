import { costLine } from "../../line.ts";
import { paidSecrets } from "../secret-references.ts";
import type { GraphKind } from "../types.ts";

/** The secrets of Secrets Manager that it copies into the cluster; one of several readers once. */
export const externalSecret: GraphKind = {
  types: ["v1", "v1beta1"].map((version) => `kubernetes:external-secrets.io/${version}:ExternalSecret`),
  price: (resource, { book, secretReaders }) => {
    const paid = paidSecrets(resource, secretReaders);
    return paid.length > 0 ? [costLine(book, "secret.month", "secrets read", paid.length)] : [];
  },
};
