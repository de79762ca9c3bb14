import type { Ledger } from "../../ledger.ts";
import { hasUnknown, type Properties } from "../../values.ts";
import type { AwsSettings } from "../provider.ts";
import { accountFunctions } from "./account.ts";
import { lookupFunctions } from "./lookup.ts";
import { networkFunctions } from "./network.ts";
import { policyDocument } from "./policy-document.ts";

export type ProviderFunction = (args: Properties, settings: AwsSettings, ledger: Ledger) => Properties;

const functions: Readonly<Record<string, ProviderFunction>> = {
  ...accountFunctions,
  ...networkFunctions,
  ...lookupFunctions,
  "aws:iam/getPolicyDocument:getPolicyDocument": policyDocument,
};

/** Answers a data source. Throws for one that the stand-in lacks, and names those it has. */
export function invoke(token: string, args: Properties, settings: AwsSettings, ledger: Ledger): Properties {
  const answer = functions[token];
  if (answer === undefined) {
    const known = Object.keys(functions).map((name) => name.split(":")[2]);
    throw new Error(`the stand-in aws provider has no function ${token}; it has ${known.join(", ")}`);
  }
  if (hasUnknown(args)) throw new Error(`${token} was called with values that are not known yet`);
  return { region: settings.region, ...args, ...answer(args, settings, ledger) };
}
