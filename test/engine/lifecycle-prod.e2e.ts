import { lifecycleOf } from "./lifecycle.ts";

lifecycleOf("prod");
