import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { SCENARIO } from "../scenario/scenario.ts";

/** Numbers from 0 to 1, the same for the same words and the same scenario. */
export function randomOf(...words: readonly string[]): () => number {
  let seed = SCENARIO.seed;
  for (const char of words.join("\0")) seed = (Math.imul(seed, 31) + char.charCodeAt(0)) | 0;
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}
