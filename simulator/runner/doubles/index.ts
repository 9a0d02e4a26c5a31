import type { ActionDouble } from './double.ts';
import { azureLogin } from './azure-login.ts';
import { cache, cacheRestore, cacheSave } from './cache.ts';
import { checkout } from './checkout.ts';
import { configureAwsCredentials } from './configure-aws-credentials.ts';
import { downloadArtifact } from './download-artifact.ts';
import { uploadArtifact } from './upload-artifact.ts';

const ALL: readonly ActionDouble[] = [
  checkout,
  uploadArtifact,
  downloadArtifact,
  cache,
  cacheRestore,
  cacheSave,
  configureAwsCredentials,
  azureLogin,
];

/** The stand-ins for third-party actions, by `owner/name` or `owner/name/path` in lower case. */
export const DOUBLES: ReadonlyMap<string, ActionDouble> = new Map(ALL.map((double) => [double.name, double]));
