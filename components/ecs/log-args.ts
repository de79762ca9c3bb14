/** CloudWatch Logs: 0.50 USD a GB in, 0.03 a GB-month kept. */
export interface LogArgs {
  /** Days kept, one of CloudWatch's values. Default 14. */
  readonly retentionDays?: number;
  /** Customer key; its policy must let CloudWatch Logs of the region use it. Default null (AWS key). */
  readonly kmsKeyArn?: string | null;
  /** `INFREQUENT_ACCESS` halves ingestion and loses metric filters and subscriptions. Default `STANDARD`. */
  readonly groupClass?: "STANDARD" | "INFREQUENT_ACCESS";
  /**
   * Memory that holds lines while CloudWatch is slow, MiB, 1 to 128. Non-blocking: when full, lines are dropped
   * and the service goes on. Default 25.
   */
  readonly bufferMiB?: number;
  /** FireLens in place of awslogs: a Fluent Bit sidecar routes the lines. Default null. */
  readonly router?: LogRouterArgs | null;
}

export interface LogRouterArgs {
  /** Fluent Bit image, pinned. Example `public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.5`. */
  readonly image: string;
  /** Output plug-in options. Example `{ Name: "kinesis_firehose", delivery_stream: "logs" }`. */
  readonly options: Readonly<Record<string, string>>;
  /** MiB out of the task's memory. Default 64. */
  readonly memoryMiB?: number;
}
