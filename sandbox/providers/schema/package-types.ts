import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Property, parseBlock } from "./interface-block.ts";

/** The shape of one resource type, as its package's own types declare it. */
export interface ResourceShape {
  readonly token: string;
  readonly inputs: ReadonlyMap<string, Property>;
  readonly outputs: ReadonlyMap<string, Property>;
}

/** Reads shapes from an installed Pulumi package, one file at first use of its type; nothing is read twice. */
export class PackageTypes {
  readonly folder: string;
  readonly version: string;
  readonly #shapes = new Map<string, ResourceShape | undefined>();
  readonly #nested = new Map<string, ReadonlyMap<string, Property>>();
  readonly #files = new Map<string, readonly string[]>();
  readonly #namespaceStarts = new Map<string, number>();
  #inputTypes: string | undefined;

  constructor(packageName: string) {
    this.folder = dirname(manifestOf(packageName));
    this.version = packageVersion(packageName);
  }

  /** `aws:ecs/service:Service` → its shape; undefined for a type the package lacks. */
  shape(token: string): ResourceShape | undefined {
    if (!this.#shapes.has(token)) this.#shapes.set(token, this.#readShape(token));
    return this.#shapes.get(token);
  }

  /** Properties of a nested input type such as `ecs.ServiceAlarms`. */
  nested(ref: string): ReadonlyMap<string, Property> {
    const known = this.#nested.get(ref);
    if (known !== undefined) return known;
    const properties = byName(parseBlock(this.#nestedBlock(ref)));
    this.#nested.set(ref, properties);
    return properties;
  }

  #readShape(token: string): ResourceShape | undefined {
    const [, path, className] = token.split(":");
    const file = path === undefined ? undefined : this.#declarationFile(path);
    if (file === undefined || className === undefined) return undefined;
    const source = readFileSync(file, "utf8");
    const body = blockAfter(source, `export declare class ${className} extends `);
    const args = blockAfter(source, `export interface ${className}Args {`);
    if (body === undefined) return undefined;
    return { token, inputs: byName(parseBlock(args ?? "")), outputs: byName(parseBlock(body)) };
  }

  /** A few file names differ from their token in case (`s3Location` is in `s3location.d.ts`) or by a trailing `_`. */
  #declarationFile(path: string): string | undefined {
    const [module, name] = path.split("/") as [string, string | undefined];
    if (name === undefined) return undefined;
    const folder = join(this.folder, module);
    if (!this.#files.has(module)) this.#files.set(module, existsSync(folder) ? readdirSync(folder) : []);
    const wanted = name === "index" ? ["index_.d.ts"] : [`${name.toLowerCase()}.d.ts`, `${name.toLowerCase()}_.d.ts`];
    const file = this.#files.get(module)!.find((entry) => wanted.includes(entry.toLowerCase()));
    return file === undefined ? undefined : join(folder, file);
  }

  #nestedBlock(ref: string): string {
    this.#inputTypes ??= readFileSync(join(this.folder, "types", "input.d.ts"), "utf8");
    const [namespace, name] = ref.includes(".") ? ref.split(".") : [undefined, ref];
    const from = namespace === undefined ? 0 : this.#namespaceStart(namespace);
    const block = from < 0 ? undefined : blockAfter(this.#inputTypes, `interface ${name} {`, from);
    if (block === undefined) throw new Error(`no input type ${ref} in ${this.folder}`);
    return block;
  }

  #namespaceStart(namespace: string): number {
    const known = this.#namespaceStarts.get(namespace);
    if (known !== undefined) return known;
    const start = this.#inputTypes?.indexOf(`export declare namespace ${namespace} {`) ?? -1;
    this.#namespaceStarts.set(namespace, start);
    return start;
  }
}

export function packageVersion(packageName: string): string {
  return (JSON.parse(readFileSync(manifestOf(packageName), "utf8")) as { version: string }).version;
}

function manifestOf(packageName: string): string {
  return createRequire(import.meta.url).resolve(`${packageName}/package.json`);
}

function byName(properties: readonly Property[]): ReadonlyMap<string, Property> {
  return new Map(properties.map((property) => [property.name, property]));
}

/** The text between the braces that open after `marker`: up to the first closing brace at its own indent. */
function blockAfter(source: string, marker: string, from = 0): string | undefined {
  const start = source.indexOf(marker, from);
  if (start < 0) return undefined;
  const lineStart = source.lastIndexOf("\n", start) + 1;
  const indent = /^ */.exec(source.slice(lineStart, lineStart + 16))![0];
  const open = source.indexOf("{\n", start) + 2;
  const end = source.indexOf(`\n${indent}}`, open - 1);
  return source.slice(open, end + 1);
}
