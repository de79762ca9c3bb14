import { lifecycleOf } from "./lifecycle.ts";

lifecycleOf("dev");
