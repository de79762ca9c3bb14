/** Disks beyond the ephemeral `/tmp`. */
export interface VolumeArgs {
  /** EFS through an access point, in transit encrypted, IAM on. 0.30 USD a GB-month. Needs `wiring.fileSystems`. */
  readonly efs?: readonly EfsVolumeArgs[];
  /** One EBS volume a task, made and deleted with it: state dies with the task. gp3 0.08 USD a GB-month. */
  readonly ebs?: EbsVolumeArgs | null;
}

export interface EfsVolumeArgs {
  readonly name: string;
  /** Absolute path in the container, not `/` nor `/tmp`. */
  readonly mountPath: string;
  /** Default true: writing takes a decision. */
  readonly readOnly?: boolean;
}

export interface EbsVolumeArgs {
  readonly name: string;
  readonly mountPath: string;
  /** GiB, 1 to 16384. */
  readonly sizeGiB: number;
  /** Default 3000 and 125, what gp3 includes. */
  readonly iops?: number;
  readonly throughputMiBPerSecond?: number;
  /** Default null: the account's EBS key. Always encrypted. */
  readonly kmsKeyArn?: string | null;
  readonly snapshotId?: string | null;
}
