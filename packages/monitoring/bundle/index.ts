/** Files in one variable of a container: components write it, policies read it. */
export { BUNDLE_VARIABLE, bundle, unbundle, unpack } from "./bundle.ts";
