import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import { openKubeconfig } from "./kubeconfig.ts";

describe("a kubeconfig file", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "kubeconfig-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const whole = {
    clusters: [{ name: "c", cluster: { server: "https://127.0.0.1:6443/" } }],
    users: [{ name: "u", user: { token: "t" } }],
    contexts: [
      { name: "lab", context: { cluster: "c", user: "u", namespace: "web" } },
      { name: "prod", context: { cluster: "c", user: "u" } },
    ],
    "current-context": "lab",
  };
  const written = (content: unknown): string => {
    const path = join(folder, "config");
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };

  it("gives its current context, or the one asked for", () => {
    const path = written(whole);
    assert.equal(openKubeconfig(path, undefined).context, "lab");
    assert.equal(openKubeconfig(path, "prod").context, "prod");
    assert.equal(openKubeconfig(path, "prod").server, "https://127.0.0.1:6443");
  });

  const bad: [string, unknown, string | undefined, string, RegExp][] = [
    ["no YAML", "a: [", undefined, "apply.kubeconfig", /fix/],
    ["an unknown context", whole, "porod", "apply.context", /one of lab, prod[\s\S]*Use "prod"/],
    ["no current context", { ...whole, "current-context": undefined }, undefined, "apply.context", /current-context/],
    ["no contexts", { ...whole, contexts: [] }, undefined, "apply.context", /has none/],
    [
      "a context without its cluster",
      { ...whole, clusters: [] },
      undefined,
      "apply.kubeconfig",
      /a cluster that the file/,
    ],
    ["a context without its user", { ...whole, users: [] }, undefined, "apply.kubeconfig", /a user that the file/],
  ];
  for (const [title, content, context, code, message] of bad) {
    it(`with ${title} is refused`, () => {
      assert.throws(
        () => openKubeconfig(written(content), context),
        (error) => error instanceof UserError && error.diagnostics[0]?.code === code && message.test(error.message),
      );
    });
  }

  it("that is not there is refused with the name of its variable", () => {
    assert.throws(() => openKubeconfig(join(folder, "none"), undefined), /PYAIRTABLE_KUBECONFIG[\s\S]*no such file/);
  });
});
