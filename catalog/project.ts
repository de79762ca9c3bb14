/** Name of the Pulumi project; also the first part of tags, secret names and config keys. */
export const PROJECT = "pyairtable";
