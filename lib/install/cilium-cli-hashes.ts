/**
 * SHA-256 of archives of cilium-cli that were obtained and compared before, by `<version without v>/<os>-<arch>`. Kept by
 * `scripts/cilium-cli-hashes.ts`; a version that is not here is vouched for by its release alone.
 */
export const CILIUM_CLI_HASHES: Readonly<Record<string, string>> = {};
