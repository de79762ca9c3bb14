import { equal, isObject, list, type Properties, type Value } from "../../values.ts";
import { at } from "../objects.ts";

/**
 * The last inputs as the server holds them now, to be compared with the program's. `wanted` is what the server would
 * make of the inputs: where it agrees with `live` the input stands as it was written, though the server may keep `1000m`
 * as `1` or fill in a default; where they part, the live value is taken, and the next update repairs it.
 * `owned` is our manager's tree in `wanted`; it tells which fields name the items of a list.
 */
export function liveInputs(
  inputs: Properties,
  wanted: Properties,
  live: Properties,
  owned: Properties | undefined,
): Properties {
  const drifted = fromObject(inputs, wanted, live, owned);
  return withStringData(drifted, wanted, live);
}

function fromObject(inputs: Properties, wanted: Value | undefined, live: Value | undefined, owned?: Value): Properties {
  const result: Properties = {};
  for (const [key, input] of Object.entries(inputs)) {
    const found = fromValue(input, at(wanted, key), at(live, key), at(owned, `f:${key}`));
    if (found !== undefined) result[key] = found;
  }
  return result;
}

function fromValue(input: Value, wanted: Value | undefined, live: Value | undefined, owned?: Value): Value | undefined {
  if (equal(wanted, live)) return input;
  if (live === undefined) return undefined;
  if (isObject(input) && isObject(live)) return fromObject(input, wanted, live, owned);
  if (Array.isArray(input) && Array.isArray(live)) return fromList(input, list(wanted), live, owned);
  return live;
}

function fromList(inputs: readonly Value[], wanted: readonly Value[], live: readonly Value[], owned?: Value): Value[] {
  if (isSet(owned)) return inputs.filter((input) => live.some((item) => equal(item, input)));
  const keys = itemKeys(owned);
  if (keys.length === 0) return fromWholeList(inputs, wanted, live);
  // Items of others may stand between ours: each of ours is found by what names it.
  return inputs.flatMap((input) => {
    // A field that names the item may be left out of the input and filled in by the server, such as `protocol`.
    const key = keys.find(({ fields }) =>
      entries(fields).every(([name, value]) => equal(at(input, name) ?? value, value)),
    );
    if (key === undefined) return [];
    const isNamed = (item: Value): boolean =>
      entries(key.fields).every(([name, value]) => equal(at(item, name), value));
    const item = live.find(isNamed);
    if (item === undefined) return [];
    return fromValue(input, wanted.find(isNamed), item, key.owned) ?? [];
  });
}

/** A list that one manager owns as a whole: item by item in order, and whatever else is there. */
function fromWholeList(inputs: readonly Value[], wanted: readonly Value[], live: readonly Value[]): Value[] {
  return live.map((item, index) => {
    const input = inputs[index];
    return input === undefined ? item : (fromValue(input, wanted[index], item) ?? item);
  });
}

interface ItemKey {
  readonly fields: Properties;
  readonly owned: Value;
}

/** `k:{"port":80,"protocol":"TCP"}` names an item by fields. */
function itemKeys(owned: Value | undefined): ItemKey[] {
  return entries(owned).flatMap(([name, tree]) =>
    name.startsWith("k:") ? [{ fields: JSON.parse(name.slice(2)) as Properties, owned: tree }] : [],
  );
}

/** `v:"x"`: items that are their own names, as finalizers are. */
function isSet(owned: Value | undefined): boolean {
  return entries(owned).some(([name]) => name.startsWith("v:"));
}

function entries(value: Value | undefined): [string, Value][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** A Secret's `stringData` is never given back: what the server made of it is under `data`. */
function withStringData(inputs: Properties, wanted: Properties, live: Properties): Properties {
  if (!isObject(inputs.stringData)) return inputs;
  const kept = Object.entries(inputs.stringData).flatMap(([key, value]): [string, Value][] => {
    const now = at(live, "data", key);
    if (equal(now, at(wanted, "data", key))) return [[key, value]];
    return typeof now === "string" ? [[key, Buffer.from(now, "base64").toString("utf8")]] : [];
  });
  return { ...inputs, stringData: Object.fromEntries(kept) };
}
