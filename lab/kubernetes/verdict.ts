export { type Verdict, verdict, verdictText } from "../support/verdict.ts";
