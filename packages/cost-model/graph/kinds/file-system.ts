import { fileSystemLine } from "../../monitoring-lines.ts";
import type { GraphKind } from "../types.ts";

/** EFS under Prometheus by what it may fill; Grafana's few MB are nothing beside it. */
export const fileSystem: GraphKind = {
  types: ["aws:efs/fileSystem:FileSystem"],
  price: (_, { book, monitoring }) =>
    monitoring.samplesGb === null ? [] : [fileSystemLine(book, monitoring.samplesGb)],
};
