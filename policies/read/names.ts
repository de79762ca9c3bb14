/** Type tokens that many rules read. */
export const ECS_SERVICE = "aws:ecs/service:Service";
export const ECS_TASK = "aws:ecs/taskDefinition:TaskDefinition";
