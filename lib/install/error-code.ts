/** The `code` of an error of Node (`ENOSPC`, `Z_DATA_ERROR`) or of this suite; empty when there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
