import { LOG_RETENTION_DAYS } from "@pyairtable/aws-facts";
import { z } from "zod";

/** Small schemas that several sections share. */
export const retentionDays = z
  .number()
  .int()
  .refine((days) => LOG_RETENTION_DAYS.includes(days), {
    params: {
      code: "config.retention",
      wanted: `days CloudWatch Logs knows: ${LOG_RETENTION_DAYS.join(", ")}`,
      fix: "Take the nearest of these values.",
    },
  })
  .describe("Log retention in days, one of the values CloudWatch Logs knows");

const TAG_VALUE = /^[\p{L}\p{N} _.:/=+\-@]*$/u;

/** A cost-allocation tag value: 1 to 256 characters, no surrounding space. */
export function tagValue(what: string) {
  return z
    .string()
    .min(1)
    .max(256)
    .refine((text) => TAG_VALUE.test(text) && text === text.trim(), {
      params: {
        code: "config.tag-characters",
        wanted: "letters, digits, spaces inside and _ . : / = + - @",
        fix: "Remove the other characters: AWS rejects them in a tag value.",
      },
    })
    .describe(what);
}

export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe("Local time of day, HH:MM from 00:00 to 23:59");

export const reason = z.string().trim().min(10).max(200);
