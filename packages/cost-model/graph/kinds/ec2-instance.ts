import { ASSUMPTIONS } from "../../assumptions.ts";
import { isPriceKey } from "../../prices.ts";
import { instanceLines } from "../../usage-lines.ts";
import { numberAt, textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** On demand, Linux, with its root disk as gp3. */
export const ec2Instance: GraphKind = {
  types: ["aws:ec2/instance:Instance"],
  price: ({ props }, { book }) => {
    const type = textAt(props, "instanceType");
    if (type === null || !isPriceKey(`ec2.${type}`)) return `no price of instance type ${type ?? "not known yet"}`;
    const diskGb = numberAt(props, "rootBlockDevice", "volumeSize") ?? ASSUMPTIONS.natInstance.diskGb;
    return instanceLines(book, type, diskGb);
  },
};
