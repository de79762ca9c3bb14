import { createHash } from "node:crypto";
import { isObject, type Properties, text, UNKNOWN, type Value } from "../values.ts";
import table from "./data/identity.json" with { type: "json" };

interface Format {
  readonly id: string;
  readonly arn?: string;
  readonly outputs?: Properties;
}

/** What an identity is drawn from. The same seed always gives the same ids, ARNs and addresses. */
export interface Seed {
  readonly type: string;
  readonly urn: string;
  /** Counts the things one URN has made that still exist: a replacement differs from what it replaces. */
  readonly ordinal: number;
  readonly name: string;
  readonly region: string;
  readonly accountId: string;
  readonly inputs: Properties;
}

const formats = table.byType as unknown as Readonly<Record<string, Format>>;
const GENERIC: Format = { id: "{name}", arn: "arn:aws:{service}:{region}:{account}:{kind}/{name}" };
const ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Physical id, ARN and the outputs that the service computes. */
export function identityOf(seed: Seed): { id: string; computed: Properties } {
  const format = formats[seed.type] ?? GENERIC;
  const draw = drawer(seed);
  const own: Record<string, string> = { "out:revision": String(seed.ordinal + 1) };
  const render = (template: string): string => template.replace(/\{([^{}]+)\}/g, (_, key) => own[key] ?? draw(key));
  // An id may be the ARN, and an ARN may hold the id: the one that does not need the other goes first.
  if (format.id === "{arn}") own.arn = own.id = render(format.arn ?? "");
  else own.id = render(format.id);
  if (format.arn !== undefined) own.arn ??= render(format.arn);
  const outputs = renderDeep(format.outputs ?? {}, render) as Properties;
  return {
    id: own.id,
    computed: { ...(own.arn === undefined ? {} : { arn: own.arn }), ...revision(seed), ...outputs },
  };
}

/** What the service computes inside an object that is an input: as it was in `olds`, else unknown. By the object's name. */
export function computedInside(type: string, olds: Properties = {}): Readonly<Record<string, Properties>> {
  const objects = Object.entries(formats[type]?.outputs ?? {}).filter(([, value]) => isObject(value));
  return Object.fromEntries(
    objects.map(([key, value]) => {
      const old = isObject(olds[key]) ? olds[key] : {};
      return [key, Object.fromEntries(Object.keys(value as Properties).map((name) => [name, old[name] ?? UNKNOWN]))];
    }),
  );
}

function revision(seed: Seed): Properties {
  return seed.type === "aws:ecs/taskDefinition:TaskDefinition" ? { revision: seed.ordinal + 1 } : {};
}

function renderDeep(value: Value, render: (template: string) => string): Value {
  if (typeof value === "string") return render(value);
  if (Array.isArray(value)) return value.map((item) => renderDeep(item, render));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, renderDeep(child, render)]));
}

/** Answers `{hex17:label}`, `{in:property|fallback}`, `{ip:public}` and the like for one seed. */
function drawer(seed: Seed): (key: string) => string {
  const digest = (label: string): Buffer =>
    createHash("sha256").update([seed.type, seed.urn, seed.ordinal, label].join("\n")).digest();
  const input = (property: string): string => text(seed.inputs[property]) ?? "";
  const last = (value: string): string => value.slice(value.lastIndexOf("/") + 1);

  const fixed: Record<string, () => string> = {
    name: () => seed.name,
    region: () => seed.region,
    account: () => seed.accountId,
    path: () => input("path") || "/",
    service: () => seed.type.slice(seed.type.indexOf(":") + 1).split("/")[0] ?? "aws",
    kind: () => (seed.type.split("/")[1] ?? "resource").split(":")[0] ?? "resource",
    lbKind: () => ({ network: "net", gateway: "gwy" })[input("loadBalancerType")] ?? "app",
    wafScope: () => (input("scope") === "CLOUDFRONT" ? "global" : "regional"),
    afterLoadBalancer: () => input("loadBalancerArn").split(":loadbalancer/")[1] ?? "",
    afterListener: () => input("listenerArn").split(":listener/")[1] ?? "",
    uuid: () =>
      digest("uuid")
        .toString("hex", 0, 16)
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-a$4-$5"),
  };

  return (key) => {
    const plainKey = fixed[key];
    if (plainKey !== undefined) return plainKey();
    const [word = "", rest = ""] = key.split(/:(.*)/s);
    const sized = /^(hex|upper|alnum)(\d+)$/.exec(word);
    if (sized !== null) return letters(sized[1]!, digest(rest), Number(sized[2]));
    const [property = "", fallback = ""] = rest.split("|");
    if (word === "in") return input(property) || (fallback === "name" ? seed.name : fallback);
    if (word === "int")
      return BigInt(`0x${digest("int").toString("hex")}`)
        .toString()
        .slice(0, Number(rest));
    if (word === "last") return last(input(property)) || "default";
    if (word === "host") return input(property).replace(/^https?:\/\//, "");
    if (word === "trim") return seed.name.replace(/^\//, "");
    if (word === "ip") return address(digest(rest), rest);
    if (word === "dashedip") return address(digest(rest), rest).replaceAll(".", "-");
    throw new Error(`identity.json: unknown placeholder {${key}} for ${seed.type}`);
  };
}

function letters(alphabet: string, digest: Buffer, length: number): string {
  if (alphabet === "hex") return digest.toString("hex").slice(0, length);
  const drawn = [...digest].map((byte) => ALPHANUMERIC[byte % ALPHANUMERIC.length]).join("");
  return (alphabet === "upper" ? drawn.toUpperCase() : drawn).slice(0, length);
}

/** Public ones from TEST-NET-3, which routes nowhere. */
function address(digest: Buffer, kind: string): string {
  return kind === "public" ? `203.0.113.${1 + (digest[0]! % 254)}` : `10.0.${digest[1]}.${4 + (digest[2]! % 250)}`;
}
