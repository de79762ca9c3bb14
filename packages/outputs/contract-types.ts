import * as z from "zod";

/** Scalars that several parts of the contract share. Each pattern is a promise: it can only be lifted by a major. */
export const arn = z.string().regex(/^arn:aws[a-z-]*:/);
export const securityGroupId = z.string().regex(/^sg-/);
export const subnetIds = z.array(z.string().regex(/^subnet-/));
export const usd = z.number().min(0);
