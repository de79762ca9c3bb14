import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { taskRoleOfItsOwn } from "./task-role-of-its-own.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const of = (taskRoleArn?: string, executionRoleArn?: string) => resource(TASK, { taskRoleArn, executionRoleArn });

export const mutant: Mutant = (graph) =>
  edit(graph, TASK, (props) => (props.taskRoleArn = props.executionRoleArn = "arn:aws:iam::111122223333:role/shared"));

testRule(taskRoleOfItsOwn, {
  passes: { "two roles": of("arn:a", "arn:b"), "no execution role": of("arn:a") },
  fails: {
    "one for both": [of("arn:a", "arn:a"), /other than the execution role/],
    "no task role": [of(undefined, "arn:b"), /nothing/],
  },
  unknownIs: { fine: of(UNKNOWN, UNKNOWN) },
  mutant,
});
