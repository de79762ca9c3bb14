import assert from "node:assert/strict";
import { type Look, type Patience, waitFor } from "./wait.ts";

function patience(timeoutSeconds: number, signal = new AbortController().signal): Patience & { said: string[] } {
  const said: string[] = [];
  return { timeoutSeconds, signal, said, say: (message) => void said.push(message) };
}

describe("waiting", () => {
  const looks = (...answers: string[]): (() => Promise<Look>) => {
    let next = 0;
    return async () => {
      const answer = answers[Math.min(next++, answers.length - 1)]!;
      if (answer === "done") return { done: true, object: { kind: "Pod" } };
      return { done: false, waitingFor: answer, ...(answer === "broken" ? { failed: "it broke" } : {}) };
    };
  };

  it("ends with the object, and says each reason once", async () => {
    const patient = patience(5);
    const outcome = await waitFor(looks("a", "a", "b", "done"), patient);
    assert.deepEqual(outcome, { object: { kind: "Pod" }, waitingFor: "" });
    assert.deepEqual(patient.said, ["waiting for a", "waiting for b", ""]);
  });

  it("says nothing where nothing is waited for", async () => {
    const patient = patience(5);
    await waitFor(looks("done"), patient);
    assert.deepEqual(patient.said, []);
  });

  it("ends at its limit, after one look at least", async () => {
    assert.deepEqual(await waitFor(looks("a"), patience(0)), { because: "timeout", waitingFor: "a" });
  });

  it("ends when waiting is of no use", async () => {
    assert.deepEqual(await waitFor(looks("broken"), patience(5)), { because: "failed", waitingFor: "it broke" });
  });

  it("ends when it is cancelled", async () => {
    const outcome = await waitFor(looks("a"), patience(60, AbortSignal.abort()));
    assert.deepEqual(outcome, { because: "cancelled", waitingFor: "a" });
  });

  it("ends with the error of a look", async () => {
    await assert.rejects(
      waitFor(async () => assert.fail("gone"), patience(5)),
      /gone/,
    );
  });
});
