import { parseUrn } from "../urn.ts";

/** A way into a security group, stand-alone or inline. Ports are -1 where all are meant. */
export interface Ingress {
  readonly protocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly cidrs: readonly string[];
}

/** Both forms of ingress: the rule resource, and the rules inside a security group. */
export const INGRESS_TYPES = [
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:ec2/securityGroup:SecurityGroup",
] as const;

interface Flat {
  readonly ipProtocol?: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly cidrIpv4?: string;
  readonly cidrIpv6?: string;
}
interface Inline {
  readonly ingress?: readonly {
    readonly protocol: string;
    readonly fromPort: number;
    readonly toPort: number;
    readonly cidrBlocks?: readonly string[];
    readonly ipv6CidrBlocks?: readonly string[];
  }[];
}

export function ingressesOf(type: string, props: Flat | Inline): readonly Ingress[] {
  if (type === INGRESS_TYPES[0]) {
    const { ipProtocol = "-1", fromPort = -1, toPort = -1, cidrIpv4, cidrIpv6 } = props as Flat;
    const cidrs = [cidrIpv4, cidrIpv6].filter((cidr) => cidr !== undefined);
    return [{ protocol: ipProtocol, fromPort, toPort, cidrs }];
  }
  return ((props as Inline).ingress ?? []).map(
    ({ protocol, fromPort, toPort, cidrBlocks = [], ipv6CidrBlocks = [] }) => {
      return { protocol, fromPort, toPort, cidrs: [...cidrBlocks, ...ipv6CidrBlocks] };
    },
  );
}

const WORLD = ["0.0.0.0/0", "::/0"];

export function isOpenToWorld({ cidrs }: Ingress): boolean {
  return cidrs.some((cidr) => WORLD.includes(cidr));
}

/** True where the rule's range holds the port; all protocols and ports (`-1`) is not a rule for one port. */
export function namesPort({ protocol, fromPort, toPort }: Ingress, port: number): boolean {
  return protocol !== "-1" && fromPort <= port && port <= toPort;
}

/** Type of the component a resource belongs to; empty for none. */
export function componentOf(parent: string | undefined): string {
  return parseUrn(parent ?? "").types[0] ?? "";
}
