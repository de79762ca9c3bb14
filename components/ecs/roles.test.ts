import assert from "node:assert/strict";
import { infrastructurePolicies, infrastructureRoleArgs } from "./infrastructure-role.ts";
import { normalise } from "./normalise.ts";
import { executionRoleArgs, executionStatements, taskRoleArgs, taskStatements } from "./roles.ts";
import { internalArgs, publicArgs } from "./test-world.ts";

const resourcesOf = (statements: readonly { sid: string; resources: readonly unknown[] }[]) =>
  Object.fromEntries(statements.map(({ sid, resources }) => [sid, resources]));

describe("roles", () => {
  it("trust tasks of this account and region only", () => {
    const record = normalise(internalArgs());
    for (const { assumeRolePolicy } of [executionRoleArgs(record), taskRoleArgs(record)]) {
      const [statement] = JSON.parse(String(assumeRolePolicy)).Statement;
      assert.deepEqual(statement.Principal, { Service: "ecs-tasks.amazonaws.com" });
      assert.deepEqual(statement.Condition, {
        StringEquals: { "aws:SourceAccount": "111122223333" },
        ArnLike: { "aws:SourceArn": "arn:aws:ecs:us-east-1:111122223333:*" },
      });
    }
  });

  it("start with one repository, one log group and the named secrets", () => {
    const secrets = [
      { variable: "A", secretName: "prod/b" },
      { variable: "B", secretName: "prod/a" },
      { variable: "C", secretName: "prod/a" },
    ];
    assert.deepEqual(resourcesOf(executionStatements(normalise(internalArgs({ secrets })))), {
      WriteOwnLog: ["arn:aws:logs:us-east-1:111122223333:log-group:/pyairtable/prod/record-service:*"],
      LogInToRegistry: ["*"],
      PullOwnImage: ["arn:aws:ecr:us-east-1:111122223333:repository/pyairtable/record-service"],
      ReadOwnSecrets: [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/a-??????",
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/b-??????",
      ],
    });
  });

  it("ask nothing of the registry for an image from elsewhere, nor of secrets without any", () => {
    const record = normalise(internalArgs({ image: "public.ecr.aws/nginx/nginx:1.27.1" }));
    assert.deepEqual(Object.keys(resourcesOf(executionStatements(record))), ["WriteOwnLog"]);
  });

  it("give the code nothing by default, exec only where it is on", () => {
    const { wiring } = internalArgs();
    assert.deepEqual(taskStatements(normalise(internalArgs()), wiring), []);
    const statement = { sid: "Exec", actions: ["ssmmessages:CreateDataChannel"], resources: ["arn:x"] };
    const exec = { why: "one incident needs a shell", statements: [statement] };
    assert.deepEqual(taskStatements(normalise(internalArgs({ exec })), wiring), [statement]);
  });

  it("let a read-only EFS volume be mounted but not written", () => {
    const base = internalArgs();
    const args = internalArgs({
      volumes: { efs: [{ name: "shared", mountPath: "/shared" }] },
      wiring: { ...base.wiring, fileSystems: { shared: { fileSystemId: "fs-1", accessPointId: "fsap-1" } } },
    });
    const [statement] = taskStatements(normalise(args), args.wiring);
    assert.deepEqual(statement?.actions, ["elasticfilesystem:ClientMount"]);
  });

  it("let ECS act for the service only where it must, from this account", () => {
    assert.deepEqual(infrastructurePolicies(normalise(publicArgs())), []);
    assert.deepEqual(infrastructurePolicies(normalise(internalArgs({ deployment: { strategy: "canary" } }))), []);
    const ebs = { name: "data", mountPath: "/data", sizeGiB: 1 };
    const record = normalise(publicArgs({ deployment: { strategy: "canary" }, volumes: { ebs } }));
    assert.deepEqual(
      infrastructurePolicies(record).map(({ key }) => key),
      ["load-balancers", "volumes"],
    );
    const [trust] = JSON.parse(String(infrastructureRoleArgs(record).assumeRolePolicy)).Statement;
    assert.deepEqual(trust.Principal, { Service: "ecs.amazonaws.com" });
    assert.deepEqual(trust.Condition, { StringEquals: { "aws:SourceAccount": "111122223333" } });
  });
});
