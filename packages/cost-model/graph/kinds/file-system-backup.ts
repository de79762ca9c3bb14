import { fileSystemBackupLine } from "../../monitoring-lines.ts";
import { textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** Daily backups of the same samples, kept warm. */
export const fileSystemBackup: GraphKind = {
  types: ["aws:efs/backupPolicy:BackupPolicy"],
  price: ({ props }, { book, monitoring }) =>
    monitoring.samplesGb === null || textAt(props, "backupPolicy", "status") === "DISABLED"
      ? []
      : [fileSystemBackupLine(book, monitoring.samplesGb)],
};
