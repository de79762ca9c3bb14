/** Version of the plan's shape; raised when a reader of the JSON would have to change. */
export const PLAN_SCHEMA = "pyairtable.plan/1";
