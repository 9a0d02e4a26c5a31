/** Secrets of AWS Secrets Manager in the world: the current value alone, and whether deletion is scheduled. */
import type { WorldObject } from '../terraform-provider/engine/types.ts';
import type { World } from './world.ts';

export const AWS_SECRET = 'secretsmanager_secret';

export interface AwsSecretInput {
  readonly region: string;
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  readonly value: string;
  readonly token: string;
  readonly tags: Readonly<Record<string, string>>;
}

export function findAwsSecret(world: World, region: string, name: string): WorldObject | undefined {
  return world.objects.get(keyOf(region, name));
}

/** Creates a secret, or replaces everything of it. */
export function putAwsSecret(world: World, input: AwsSecretInput): WorldObject {
  const { region, name, tags, ...attributes } = input;
  const object: WorldObject = {
    key: keyOf(region, name),
    provider: 'aws',
    type: AWS_SECRET,
    region,
    attributes: { ...attributes, name, deleted: '', tags: { ...tags } },
  };
  world.objects.put(object);
  return object;
}

export function removeAwsSecret(world: World, region: string, name: string): void {
  world.objects.delete(keyOf(region, name));
}

function keyOf(region: string, name: string): string {
  return `${AWS_SECRET}/${region}/${name}`;
}
