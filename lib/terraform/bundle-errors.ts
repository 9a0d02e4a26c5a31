import { defineErrors } from '../action/errors.ts';

/** Refusals around the sealed plan bundle, EHA1260 to EHA1269. */
export const bundleErrors = defineErrors({
  EHA1260: {
    kind: 'user',
    title: 'The bundle secret is too weak',
    likelyCause:
      'The secret is a password a person made up, is shorter than 32 characters, or repeats a few.',
    remedy:
      'Make one with `openssl rand -base64 48` and store it as a secret of the environments that plan and apply.',
  },
  EHA1261: {
    kind: 'user',
    title: 'A path cannot go into the plan bundle',
    likelyCause:
      'A declared extra path does not exist, leads outside the workspace, or is neither a file nor a folder of files.',
    remedy:
      'Declare files and folders inside the checkout, relative to the stack, that exist when the plan is made.',
  },
  EHA1262: {
    kind: 'user',
    title: 'The plan bundle would be too large',
    likelyCause: 'A declared extra path names a folder with more than what Terraform reads while it applies.',
    remedy: 'Declare only the files that the apply reads, such as the archive of a function.',
  },
  EHA1263: {
    kind: 'user',
    title: 'A file changed while it was sealed',
    likelyCause: 'A step in the background still writes a file that the plan bundle takes along.',
    remedy: 'Wait for everything that writes these files before the plan, then run the job again.',
  },
  EHA1264: {
    kind: 'user',
    title: 'The file is not a plan bundle this version can open',
    likelyCause: 'The file is something else, is cut off, or was sealed by a newer version of the action.',
    remedy: 'Plan and apply with the same version of the actions, and plan again.',
  },
  EHA1265: {
    kind: 'user',
    title: 'The key does not open the plan bundle',
    likelyCause: 'The secret or KMS key differs between plan and apply, or was rotated in between.',
    remedy: 'Give both the same secret or kms-key-arn, and plan again after a rotation.',
  },
  EHA1266: {
    kind: 'user',
    title: 'The plan bundle was made for something else',
    likelyCause:
      'The bundle belongs to another pull request, commit, run, stack, workspace or state than the one to be applied.',
    remedy: 'Apply the run that was reviewed, or plan again and have the new plan reviewed.',
  },
  EHA1267: {
    kind: 'user',
    title: 'The plan bundle was altered',
    likelyCause: 'The artifact was damaged or changed after it was sealed.',
    remedy:
      'Do not apply it. Plan again; if it happens again, find out who can write artifacts of this repository.',
  },
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
