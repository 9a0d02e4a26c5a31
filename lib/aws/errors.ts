import { defineErrors } from '../action/errors.ts';

/** What AWS KMS refuses or fails at, EHA1268 and EHA1269. */
export const awsErrors = defineErrors({
  EHA1268: {
    kind: 'service',
    title: 'AWS KMS did not give the key of the plan bundle',
    likelyCause: 'KMS could not be reached or was throttling, or the job has no AWS credentials.',
    remedy: 'Run the job again; if it stays, check that AWS credentials are set up before this step.',
  },
  EHA1269: {
    kind: 'user',
    title: 'AWS KMS refuses the key of the plan bundle',
    likelyCause:
      'The role lacks kms:GenerateDataKey (plan) or kms:Decrypt (apply) on the key, or the key is disabled or in another account.',
    remedy:
      'Allow the role to use the key of the input kms-key-arn; the key policy may demand the encryption context.',
  },
});
