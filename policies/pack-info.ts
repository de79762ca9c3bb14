/** Name of the pack in previews and in `--policy-pack` output. */
export const PACK_NAME = "pyairtable";
