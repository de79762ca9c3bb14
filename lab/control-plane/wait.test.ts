import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import type { Kept } from "../support/keeper.ts";
import { waitFor } from "./wait.ts";

const progress = { say: () => {}, done: () => {} };
const kept = (end: string | undefined): Kept => ({
  name: "etcd",
  pid: 1,
  logPath: "",
  ended: Promise.resolve(""),
  end: () => end,
  tail: () => "address already in use",
  kill: async () => {},
});
const refused = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => assert.fail("it did not end in an error"),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof UserError);
  return error.diagnostics.map(({ code, got }) => `${code} ${got}`).join();
};

describe("waitFor", () => {
  it("asks again after errors and empty answers", async () => {
    let asked = 0;
    const answer = await waitFor({ what: "it", progress, everyMs: 1 }, async () => {
      asked++;
      if (asked === 1) throw new Error("not there");
      return asked === 2 ? undefined : asked;
    });
    assert.equal(answer, 3);
  });

  it("gives up with the last words of a process that ended", async () => {
    const never = waitFor({ what: "it", progress, needs: kept("exit code 1"), everyMs: 1 }, async () => undefined);
    assert.match(await refused(never), /^lab\.start etcd ended \(exit code 1\): address already in use$/);
  });

  it("gives up after its time with the last error", async () => {
    const never = waitFor({ what: "it", progress, withinSeconds: 0, everyMs: 1 }, async () => {
      throw new Error("403: no");
    });
    assert.match(await refused(never), /^lab\.start not after 0 s: 403: no/);
  });
});
