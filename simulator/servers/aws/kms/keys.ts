import { SIMULATED_ACCOUNTS, type World } from '../../../world/world.ts';
import { text } from '../ec2/operation.ts';
import { type JsonCall, JsonRefusal, type JsonServer, startJsonServer } from '../json-service.ts';

/** AWS KMS as far as keys can be described, over those of the world. Source: AWS KMS API Reference, DescribeKey. */
export function startKmsKeyServer(
  world: World,
  options: { readonly denied?: readonly string[] } = {},
): Promise<JsonServer> {
  return startJsonServer({
    target: 'TrentService',
    signedFor: 'kms',
    operations: { DescribeKey: (call) => describeKey(call, world) },
    denied: options.denied ?? [],
  });
}

function describeKey({ region, input }: JsonCall, world: World): object {
  const id = String(input['KeyId']);
  const key = world.objects
    .list('aws_kms_key')
    .find((object) => object.region === region && [text(object, 'arn'), text(object, 'id')].includes(id));
  if (key === undefined) throw new JsonRefusal('NotFoundException', `Key '${id}' does not exist`);
  return {
    KeyMetadata: {
      AWSAccountId: SIMULATED_ACCOUNTS.accountId,
      Arn: text(key, 'arn'),
      KeyId: text(key, 'id'),
      KeyManager: 'CUSTOMER',
      KeyState: text(key, 'key_state') || 'Enabled',
    },
  };
}
