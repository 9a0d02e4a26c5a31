import type { ActionDeps } from '../action/types.ts';
import type { KeySource } from './bundle-key.ts';
import type { Sealing } from './stack-inputs.ts';

/** The key of a bundle. The door to AWS is loaded only where a KMS key is asked for. */
export async function keySource(sealing: Sealing, deps: ActionDeps): Promise<KeySource> {
  if (sealing.kind === 'secret') return sealing;
  const { createKmsDataKeys } = await import('../aws/kms.ts');
  return { kind: 'kms', service: createKmsDataKeys(sealing.keyArn, deps) };
}
