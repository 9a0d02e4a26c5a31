import type { ActionDeps } from '#lib/action/types.js';
import { createEksReader } from '#lib/aws/eks.js';
import { createIamReader, type IamReader } from '#lib/aws/iam.js';
import type { AwsAnswer } from '#lib/aws/read-call.js';
import type { SsmDoor } from '#lib/aws/ssm.js';
import { type Caller, readCaller } from '#lib/aws/sts.js';
import { CLUSTER_TAG } from '#lib/nodes/activation-marks.js';
import { judgePreflight, type PreflightCheck, type PreflightFacts } from '#lib/nodes/activation-preflight.js';
import type { MintInputs } from './inputs.ts';

export interface Preflight {
  readonly checks: readonly PreflightCheck[];
  /** Null when neither the cluster nor the account could be read. */
  readonly clusterArn: string | null;
}

const SERVICE = 'ssm.amazonaws.com';

/** Reads what nodes need to join, all that does not depend on each other at once. */
export async function readPreflight(
  { region, clusterName, roleName }: MintInputs,
  wanted: number,
  door: SsmDoor,
  deps: ActionDeps,
): Promise<Preflight> {
  const iam = await createIamReader(region, deps);
  const [caller, cluster, role] = await Promise.all([
    readCaller(region, deps),
    createEksReader(region, deps).then((eks) => eks.cluster(clusterName)),
    iam.role(roleName),
  ]);
  const arn = cluster.ok && cluster.value.arn !== '' ? cluster.value.arn : arnOf(caller, region, clusterName);
  const [instances, passRole] = await Promise.all([
    arn === null
      ? notKnown('the ARN of the cluster, by which its instances are tagged, is not known')
      : door.instances({ by: 'tag', key: CLUSTER_TAG, value: arn }),
    askPassRole(iam, caller, role),
  ]);
  const facts: PreflightFacts = {
    region,
    clusterName,
    roleName,
    caller,
    cluster,
    role,
    passRole,
    instances,
    wanted,
  };
  return { checks: judgePreflight(facts), clusterArn: arn };
}

/** The ARN that a cluster of that name has in the account; null when the account is not known. */
export function arnOf(caller: AwsAnswer<Caller>, region: string, clusterName: string): string | null {
  if (!caller.ok) return null;
  const { partition, account } = caller.value;
  return `arn:${partition}:eks:${region}:${account}:cluster/${clusterName}`;
}

function notKnown(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** A session does not tell the path of its role, so the role is looked up by its name. */
async function askPassRole(
  iam: IamReader,
  caller: AwsAnswer<Caller>,
  role: PreflightFacts['role'],
): Promise<AwsAnswer<boolean>> {
  if (!caller.ok) return notKnown(caller.reason);
  if (!role.ok) return notKnown(role.reason);
  if (role.value === null) return notKnown('there is no such role');
  let principalArn = caller.value.arn;
  if (caller.value.roleName !== undefined) {
    const own = await iam.role(caller.value.roleName);
    if (!own.ok) return notKnown(own.reason);
    if (own.value === null) return notKnown(`there is no role ${caller.value.roleName} in this account`);
    principalArn = own.value.arn;
  }
  return iam.mayPassRole({ principalArn, roleArn: role.value.arn, service: SERVICE });
}
