import manifest from "../../package.json";

/** The version of the tool, from its package. */
export const version: string = manifest.version;
