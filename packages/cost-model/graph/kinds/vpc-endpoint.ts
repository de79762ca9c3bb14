import { endpointLine } from "../../usage-lines.ts";
import { listAt, textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** Interface endpoints by zone; gateway endpoints are free. */
export const vpcEndpoint: GraphKind = {
  types: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
  price: ({ name, props }, { book, zones }) =>
    textAt(props, "vpcEndpointType") === "Interface"
      ? [endpointLine(book, textAt(props, "serviceName") ?? name, listAt(props, "subnetIds")?.length ?? zones)]
      : [],
};
