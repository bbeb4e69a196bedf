/** The version of the rules that judge: stored with each run, because a verdict can be explained only with its rules. */

export const ENGINE_VERSION = '2026.11-2';
