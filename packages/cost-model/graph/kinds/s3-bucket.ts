import { ASSUMPTIONS, DAYS_PER_MONTH } from "../../assumptions.ts";
import { costLine } from "../../line.ts";
import type { GraphKind } from "../types.ts";

/** Log buckets grow until their lifecycle ends; other buckets hold the assumed size. */
export const s3Bucket: GraphKind = {
  types: ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"],
  price: ({ name }, { book, bucketDays }) => {
    const isLogs = /log/i.test(name) && bucketDays !== null;
    const gb = isLogs ? (ASSUMPTIONS.accessLogGbPerMonth * bucketDays) / DAYS_PER_MONTH : ASSUMPTIONS.s3BucketGb;
    return [costLine(book, "s3.storage", "bucket storage", gb)];
  },
};
