import assert from "node:assert/strict";
import { createUsers, tokenFile, USERS } from "./users.ts";

describe("users of the control plane", () => {
  it("have long random tokens, new each time", () => {
    const tokens = [createUsers(), createUsers()].flatMap((users) => Object.values(users).map(({ token }) => token));
    assert.equal(new Set(tokens).size, 2 * Object.keys(USERS).length);
    assert.ok(tokens.every((token) => /^[0-9a-f]{64}$/.test(token)));
  });

  it("are one line each, with their groups", () => {
    const users = createUsers();
    const lines = tokenFile(users).trimEnd().split("\n");
    assert.equal(lines.length, Object.keys(USERS).length);
    assert.ok(lines.includes(`${users.admin.token},lab:admin,lab:admin,"system:masters"`));
    assert.ok(lines.includes(`${users.nobody.token},lab:nobody,lab:nobody,""`));
  });

  it("give the right to everything to one alone", () => {
    const masters = Object.values(createUsers()).filter(({ groups }) => groups.includes("system:masters"));
    assert.deepEqual(
      masters.map(({ name }) => name),
      ["lab:admin"],
    );
  });
});
