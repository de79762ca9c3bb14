import { NODE_LABELS } from "@pyairtable/kubernetes-facts";
