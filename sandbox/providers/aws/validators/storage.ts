import { isObject, objects, type Properties, text } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings, parseJson } from "./findings.ts";
import { checkPolicy } from "./policy-document.ts";

const BUCKET =
  /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|\.mrap|--x-s3)$)(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const POLICY_LIMIT = 20_480;
const QUEUE_POLICY_LIMIT = 8192;

export function bucket(inputs: Properties): Violation[] {
  const findings = new Findings();
  const wanted = "3 to 63 lower-case letters, digits, . and -, no IP address, no reserved prefix or suffix";
  findings.matches("bucket", inputs.bucket, BUCKET, wanted, "InvalidBucketName: The specified bucket is not valid.");
  return findings.violations;
}

export function bucketPolicy(inputs: Properties): Violation[] {
  const findings = new Findings();
  checkPolicy(findings, "policy", inputs.policy, "resource", POLICY_LIMIT);
  return findings.violations;
}

export function bucketLifecycle(inputs: Properties): Violation[] {
  const findings = new Findings();
  const ids = new Set<string>();
  for (const { index, item } of objects(inputs.rules)) {
    const at = `rules[${index}]`;
    findings.oneOf(`${at}.status`, item.status, ["Enabled", "Disabled"], "MalformedXML");
    if (ids.has(String(item.id)))
      findings.refuse(`${at}.id`, item.id, "an id that is used once", "InvalidArgument: Rule ID must be unique");
    ids.add(String(item.id));
    if (isObject(item.expiration))
      findings.range(`${at}.expiration.days`, item.expiration.days, 1, 2_147_483_647, "days", "InvalidArgument");
  }
  return findings.violations;
}

export function bucketEncryption(inputs: Properties): Violation[] {
  const findings = new Findings();
  for (const { index, item } of objects(inputs.rules)) {
    const given = item.applyServerSideEncryptionByDefault;
    if (isObject(given))
      findings.oneOf(
        `rules[${index}].applyServerSideEncryptionByDefault.sseAlgorithm`,
        given.sseAlgorithm,
        ["AES256", "aws:kms", "aws:kms:dsse"],
        "MalformedXML",
      );
  }
  return findings.violations;
}

const FIFO = /\.fifo$/;

export function queue(inputs: Properties): Violation[] {
  const findings = new Findings();
  const code = "InvalidAttributeValue";
  findings.range("visibilityTimeoutSeconds", inputs.visibilityTimeoutSeconds, 0, 43_200, "seconds", code);
  findings.range("messageRetentionSeconds", inputs.messageRetentionSeconds, 60, 1_209_600, "seconds", code);
  findings.range("delaySeconds", inputs.delaySeconds, 0, 900, "seconds", code);
  findings.range("receiveWaitTimeSeconds", inputs.receiveWaitTimeSeconds, 0, 20, "seconds", code);
  findings.range("maxMessageSize", inputs.maxMessageSize, 1024, 1_048_576, "bytes", code);
  findings.range("kmsDataKeyReusePeriodSeconds", inputs.kmsDataKeyReusePeriodSeconds, 60, 86_400, "seconds", code);
  const name = text(inputs.name);
  if (name !== undefined && FIFO.test(name) !== (inputs.fifoQueue === true))
    findings.refuse(
      "name",
      name,
      "the suffix .fifo on FIFO queues and no others",
      "InvalidParameterValue: The name of a FIFO queue must end with .fifo",
    );
  if (inputs.contentBasedDeduplication === true && inputs.fifoQueue !== true)
    findings.refuse(
      "contentBasedDeduplication",
      true,
      "a FIFO queue",
      `${code}: content-based deduplication can only be set for FIFO queue`,
    );
  const redrive = parseJson(findings, "redrivePolicy", inputs.redrivePolicy, code);
  if (isObject(redrive)) {
    findings.matches(
      "redrivePolicy.deadLetterTargetArn",
      redrive.deadLetterTargetArn ?? "",
      /^arn:aws[a-z-]*:sqs:/,
      "the ARN of a queue",
      `${code}: Value of deadLetterTargetArn is invalid`,
    );
    findings.range("redrivePolicy.maxReceiveCount", redrive.maxReceiveCount ?? 0, 1, 1000, "receives", code);
  }
  if (inputs.policy !== undefined) checkPolicy(findings, "policy", inputs.policy, "resource", QUEUE_POLICY_LIMIT);
  return findings.violations;
}

export function queuePolicy(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.matches(
    "queueUrl",
    inputs.queueUrl,
    /^https:\/\/sqs\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/\d{12}\/.+$/,
    "the URL of a queue, not its name or ARN",
    "InvalidAddress: The address is not valid for this endpoint",
  );
  checkPolicy(findings, "policy", inputs.policy, "resource", QUEUE_POLICY_LIMIT);
  return findings.violations;
}

export function subscription(inputs: Properties): Violation[] {
  const findings = new Findings();
  const protocols = ["sqs", "sms", "lambda", "firehose", "application", "email", "email-json", "http", "https"];
  findings.oneOf("protocol", inputs.protocol, protocols, "InvalidParameter");
  const endpoint: Record<string, [RegExp, string]> = {
    email: [/^[^@\s]+@[^@\s]+\.[^@\s]+$/, "an e-mail address"],
    https: [/^https:\/\//, "an https:// address"],
    lambda: [/^arn:aws[a-z-]*:lambda:/, "the ARN of a function"],
    sqs: [/^arn:aws[a-z-]*:sqs:/, "the ARN of a queue"],
  };
  const [pattern, wanted] = endpoint[text(inputs.protocol) ?? ""] ?? [];
  if (pattern !== undefined)
    findings.matches("endpoint", inputs.endpoint, pattern, wanted!, "InvalidParameter: Invalid parameter: Endpoint");
  return findings.violations;
}
