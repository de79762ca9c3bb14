/** Small words of every Kubernetes room: quantities, labels, images. */
export { isPinned, withRegistry } from "./images.ts";
export { isDnsLabel, isLabelValue, type LabelSource, objectLabels, podLabels } from "./labels.ts";
export type { CustomObject } from "./manifest.ts";
export { cpuQuantity, memoryQuantity, percentQuantity } from "./quantities.ts";
