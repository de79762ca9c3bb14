import type { Graph, GraphResource } from "../graph.ts";
import { readOr } from "../unknown.ts";

/** Resources of a type that speak of one bucket: they depend on it, or name it. */
export function ofBucket<R extends GraphResource<{ bucket?: string }>>(
  bucket: GraphResource<{ bucket?: string }>,
  all: readonly R[],
): readonly R[] {
  const name = readOr(undefined, () => bucket.props.bucket);
  return all.filter((one) => {
    if (one.dependencies.includes(bucket.urn)) return true;
    return name !== undefined && readOr(undefined, () => one.props.bucket) === name;
  });
}

export function buckets(graph: Graph) {
  return graph.ofType("aws:s3/bucket:Bucket");
}
