import { SIMULATED_ACCOUNTS, type World } from '#simulator/world/world.js';
import { rehearsalErrors } from './errors.ts';

export { OPERATOR } from './identities.ts';

type Answer = Readonly<Record<string, unknown>>;

/**
 * Deregisters what is still registered with Systems Manager at that address, as a person does for VMs that registered and
 * never became nodes; gives the names. EHA1954 when a call is refused.
 */
export async function deregisterLeft(world: World, url: string, region: string): Promise<readonly string[]> {
  const described = await callSsm(world, url, region, 'DescribeInstanceInformation', {});
  const list = (described['InstanceInformationList'] ?? []) as readonly { readonly InstanceId: string }[];
  const names = list.map(({ InstanceId }) => InstanceId);
  for (const InstanceId of names)
    await callSsm(world, url, region, 'DeregisterManagedInstance', { InstanceId });
  return names;
}

async function callSsm(
  world: World,
  url: string,
  region: string,
  operation: string,
  input: object,
): Promise<Answer> {
  const date = world.clock.now().toISOString().slice(0, 10).replaceAll('-', '');
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonSSM.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=SIMULATED/${date}/${region}/ssm/aws4_request`,
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (response.ok) return text === '' ? {} : (JSON.parse(text) as Answer);
  const who = `Systems Manager ${operation} in account ${SIMULATED_ACCOUNTS.accountId}`;
  throw rehearsalErrors.EHA1954(`${who} answered ${String(response.status)}: ${text}`);
}
