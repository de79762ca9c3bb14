import type { CustomResourceOptions } from "@pulumi/pulumi";
import { copyPlain } from "./copy-plain.ts";

/** What a transform may hand back in place of mutating what it was given. */
export interface Replaced<Args, Options = CustomResourceOptions> {
  readonly args: Args;
  readonly opts: Options;
}

/**
 * Changes one child's arguments before the child is made: mutate `args` and `opts`, or return new ones.
 * `name` is the child's logical name; where a child is made several times (one per zone) it tells them apart.
 */
export type Transform<Args, Options = CustomResourceOptions> = (
  args: Args,
  opts: Options,
  name: string,
  // biome-ignore lint/suspicious/noConfusingVoidType: a transform that only mutates returns nothing
) => void | Replaced<Args, Options>;

/** One optional transform per child; `Children` maps a child's key to the type of its args. */
export type Transforms<Children> = { readonly [Child in keyof Children]?: Transform<Children[Child]> };

/**
 * The constructor arguments of a child after its transform, to be spread:
 * `new Role(...child(transform?.role, `${name}-role`, args, { parent: this }))`.
 * The transform sees copies of plain objects, so it may mutate them even where the plan is frozen.
 */
export function child<Args, Options = CustomResourceOptions>(
  transform: Transform<Args, Options> | undefined,
  name: string,
  args: NoInfer<Args>,
  opts: NoInfer<Options>,
): [name: string, args: Args, opts: Options] {
  if (transform === undefined) return [name, args, opts];
  const ownArgs = copyPlain(args);
  const ownOpts = { ...opts };
  const replaced = transform(ownArgs, ownOpts, name);
  return replaced ? [name, replaced.args, replaced.opts] : [name, ownArgs, ownOpts];
}
