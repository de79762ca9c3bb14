import assert from "node:assert/strict";
import { leaves, withValue } from "./leaves.ts";
import { samplePlatform } from "./sample-platform.ts";
import { assertNoSecrets, findSecrets } from "./secrets.ts";

// Put together at run time, so that no scanner of this repository takes them for real ones.
const dash = "-".repeat(5);
const SECRETS: [string, string][] = [
  ["AWS access key id", `AKIA${"IOSFODNN7EXAMPLE"}`],
  ["AWS access key id", `key=ASIA${"IOSFODNN7EXAMPLE"} in a sentence`],
  ["AWS secret access key", `wJalrXUtnFEMI/K7MDENG/${"bPxRfiCYEXAMPLEKEY"}`],
  ["PEM private key", `${dash}BEGIN RSA PRIVATE KEY${dash}\nMIIE`],
  ["PEM private key", `${dash}BEGIN PRIVATE KEY${dash}`],
  ["connection string with a password", "postgresql://app:hunter2@db.internal:5432/records"],
  ["connection string with a password", "redis://:hunter2@cache.internal:6379"],
  ["password in a connection string", "Server=db;User=app;Password=hunter2;"],
  ["JSON web token", `eyJhbGciOiJIUzI1NiJ9.${"eyJzdWIiOiIxMjM0In0"}.c2lnbmF0dXJl`],
  ["GitHub token", `ghp_${"a1".repeat(18)}`],
  ["Slack token", `xoxb-${"1234567890"}-abc`],
  ["Stripe live key", `sk_live_${"a1".repeat(12)}`],
  ["Pulumi access token", `pul-${"0f".repeat(20)}`],
  ["bearer credential", `Bearer ${"abcDEF123".repeat(3)}`],
];

describe("assertNoSecrets", () => {
  it("lets the contract pass: names, ARNs, URLs, numbers", () => {
    assert.deepEqual(findSecrets(samplePlatform()), []);
    assertNoSecrets({ platform: samplePlatform(), empty: null, on: true });
  });

  for (const [name, secret] of SECRETS) {
    it(`finds ${name} (${secret.slice(0, 9)}…) wherever it stands, and does not repeat it`, () => {
      for (const path of leaves(samplePlatform())) {
        const found = findSecrets(withValue(samplePlatform(), path, secret));
        assert.equal(found.length, 1, path.join("."));
        assert.equal(found[0]!.path, `outputs.${path.join(".")}`);
        assert.match(found[0]!.got, new RegExp(`^${name},`));
        assert.ok(!JSON.stringify(found).includes(secret));
      }
    });
  }

  for (const key of ["password", "databasePassword", "apiKey", "private_key", "clientSecret", "token", "API_KEY"]) {
    it(`lets ${key} hold a reference only`, () => {
      assert.throws(() => assertNoSecrets({ [key]: "hunter2" }), /1 problem/);
      assert.throws(() => assertNoSecrets({ [key]: ["hunter2"] }), /1 problem/);
      assertNoSecrets({ [key]: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-a1b2c3" });
    });
  }

  it("finds one in a key", () => {
    const found = findSecrets({ users: { [`AKIA${"IOSFODNN7EXAMPLE"}`]: "on" } });
    assert.deepEqual(
      found.map(({ path }) => path),
      ["outputs.users.<key>"],
    );
  });

  it("lists them all in one error", () => {
    assert.throws(() => assertNoSecrets({ a: SECRETS[0]![1], b: SECRETS[5]![1] }), /stack outputs: 2 problems/);
  });
});
