/** One command of a module. */
export interface GoCommand {
  /** Name of the binary. */
  readonly name: string;
  /** Import path of its main package, such as `sigs.k8s.io/kwok/cmd/kwok`. */
  readonly package: string;
}

/** What to build, from a committed folder with go.mod and go.sum; no Go source is needed there. */
export interface GoBuild {
  /** Folder that holds go.mod and go.sum; it is only read. */
  readonly module: string;
  readonly commands: readonly GoCommand[];
  /** Linker flags, such as `-s -w -X pkg.version=v1`. Default `-s -w`. */
  readonly ldflags?: string;
  /** Build tags, such as those that leave parts out. Default none. */
  readonly tags?: readonly string[];
  /** What progress calls it, such as `etcd v3.6.5`. */
  readonly title: string;
  /** How long a cold build takes on two cores, in words for the progress line. */
  readonly coldTime: string;
}

/** The binaries by command name, or why there are none. */
export type Built = { readonly paths: Readonly<Record<string, string>> } | { readonly refused: string };
