import assert from "node:assert/strict";
import { fileSet, repositoryFiles } from "./file-set.ts";
import { incompleteRooms } from "./rooms.ts";

describe("rooms", () => {
  it("are complete", () => assert.deepEqual(incompleteRooms(repositoryFiles()), []));

  const whole = {
    "components/README.md": "",
    "components/ecs/README.md": "",
    "components/ecs/index.ts": "",
    "components/ecs/args.ts": "",
  };
  it("pass when whole", () => assert.deepEqual(incompleteRooms(fileSet(whole)), []));
  for (const path of Object.keys(whole)) {
    it(`are named when ${path} is gone`, () => {
      const { [path as keyof typeof whole]: _gone, ...rest } = whole;
      const offences = incompleteRooms(fileSet({ ...rest, "components/ecs/service.ts": "" }));
      assert.equal(offences.length, 1);
      assert.match(offences[0]!, new RegExp(path.split("/").at(-1)!));
    });
  }
});
