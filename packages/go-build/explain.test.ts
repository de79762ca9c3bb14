import assert from "node:assert/strict";
import { explainGo } from "./explain.ts";

describe("explainGo", () => {
  const cases: [line: string, says: RegExp][] = [
    ["write /tmp/go-build/x.a: no space left on device", /^the disk is full/],
    ["go: go.mod requires go >= 1.26 (running go 1.22.0)", /^this `go` is too old.*1\.26/],
    ["verifying a.example/m@v1: checksum mismatch", /^a module's checksum could not be confirmed/],
    ["missing go.sum entry for module providing package a.example/m", /^the committed go\.mod and go\.sum/],
    ["a.example/m@v1: reading https://example.com/a: 403 Forbidden", /^the module proxy refused a module: .*403/],
    ['Get "https://example.com": dial tcp: lookup example.com: no such host', /^the module proxy cannot be reached/],
    ["compile: signal: killed", /^the compiler was killed/],
  ];
  for (const [line, says] of cases) {
    it(`knows: ${line}`, () => assert.match(explainGo(["a.example/m/pkg", line, "exit status 1"], 1), says));
  }

  it("shows what the compiler said last where it knows nothing better", () => {
    assert.equal(
      explainGo(["pkg/a", "main.go:3:2: undefined: x"], 2),
      "go build ended with 2: main.go:3:2: undefined: x",
    );
    assert.equal(explainGo(["one", "two", "three"], 1), "go build ended with 1: two / three");
  });
});
