import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { privateSubnetsStayPrivate } from "./private-subnets-stay-private.ts";

const SUBNET = "aws:ec2/subnet:Subnet";
const of = (name: string, mapPublicIpOnLaunch: boolean | string, tags = {}) =>
  resource(SUBNET, { mapPublicIpOnLaunch, tags }, { name });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    SUBNET,
    (props) => (props.mapPublicIpOnLaunch = true),
    ({ name }) => /private/i.test(name),
  );

testRule(privateSubnetsStayPrivate, {
  passes: {
    "a private one": of("net-private-1", false),
    "a public one by name": of("net-public-1", true),
    "a public one by tag": of("a", true, { SubnetType: "Public" }),
  },
  fails: { "addresses in a private one": [of("net-private-1", true), /public addresses at launch/] },
  unknown: of("net-private-1", UNKNOWN),
  mutant,
});
