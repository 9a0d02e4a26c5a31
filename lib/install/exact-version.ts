const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** A version of the form of semantic versioning, which is also safe as the name of a folder. */
export function isExactVersion(version: string): boolean {
  return VERSION.test(version);
}
