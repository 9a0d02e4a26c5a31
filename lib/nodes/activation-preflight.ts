import type { AwsAnswer } from '../aws/read-call.ts';
import type { ClusterNetwork } from '../aws/eks.ts';
import type { Role } from '../aws/iam.ts';
import type { ManagedInstance } from '../aws/ssm.ts';
import type { Caller } from '../aws/sts.ts';
import { capacity, parseCidr } from '../net/cidr.ts';
import { trustProblem } from './trust-policy.ts';

/** One thing that must be so for nodes to join. `unknown` is never taken for good; it does not stop the run either. */
export interface PreflightCheck {
  readonly name: 'identity' | 'cluster' | 'networks' | 'capacity' | 'role' | 'trust' | 'pass-role';
  readonly result: 'passed' | 'failed' | 'unknown';
  readonly sentence: string;
}

/** What was read, each answer with its reason where it could not be. */
export interface PreflightFacts {
  readonly region: string;
  readonly clusterName: string;
  readonly roleName: string;
  readonly caller: AwsAnswer<Caller>;
  readonly cluster: AwsAnswer<ClusterNetwork>;
  readonly role: AwsAnswer<Role | null>;
  readonly passRole: AwsAnswer<boolean>;
  /** Registered for this cluster. */
  readonly instances: AwsAnswer<readonly ManagedInstance[]>;
  /** How many nodes are to register. */
  readonly wanted: number;
}

type Check = PreflightCheck;

const passed = (name: Check['name'], sentence: string): Check => ({ name, result: 'passed', sentence });
const failed = (name: Check['name'], sentence: string): Check => ({ name, result: 'failed', sentence });
const unknown = (name: Check['name'], reason: string): Check => ({
  name,
  result: 'unknown',
  sentence: `${reason}.`,
});

/** Judges what was read. Pure. */
export function judgePreflight(facts: PreflightFacts): readonly PreflightCheck[] {
  return [
    identity(facts),
    cluster(facts),
    networks(facts),
    capacityOf(facts),
    role(facts),
    trust(facts),
    passRole(facts),
  ];
}

function identity({ caller, cluster: found }: PreflightFacts): Check {
  if (!caller.ok) return unknown('identity', caller.reason);
  const { account, arn } = caller.value;
  const owner = found.ok ? found.value.arn.split(':')[4] : undefined;
  if (owner !== undefined && owner !== '' && owner !== account) {
    return failed('identity', `The job acts in account ${account}, the cluster is in ${owner}.`);
  }
  return passed('identity', `The job acts as ${arn}.`);
}

function cluster({ cluster: found, clusterName }: PreflightFacts): Check {
  if (found.ok) return passed('cluster', `The cluster ${found.value.name} exists.`);
  return found.reason.includes('ResourceNotFound')
    ? failed('cluster', `There is no cluster ${clusterName} in this account and region.`)
    : unknown('cluster', found.reason);
}

function networks({ cluster: found }: PreflightFacts): Check {
  if (!found.ok) return unknown('networks', 'The remote networks are not known without the cluster');
  const { remoteNodeCidrs: nodes, remotePodCidrs: pods } = found.value;
  if (nodes.length === 0) {
    return failed('networks', 'The cluster has no remote node networks: it takes no hybrid nodes.');
  }
  const rest = pods.length === 0 ? 'no pod networks' : `pods in ${pods.join(', ')}`;
  return passed('networks', `Hybrid nodes may be in ${nodes.join(', ')}; ${rest}.`);
}

/** Addresses of each range that Azure keeps: it is at least one subnet. */
const AZURE_KEEPS = 5n;

function capacityOf({ cluster: found, instances, wanted }: PreflightFacts): Check {
  if (!found.ok || found.value.remoteNodeCidrs.length === 0) {
    return unknown('capacity', 'Without remote node networks there is nothing to count addresses in');
  }
  if (!instances.ok) return unknown('capacity', instances.reason);
  let usable = 0n;
  for (const text of found.value.remoteNodeCidrs) {
    const parsed = parseCidr(text);
    if (!parsed.ok) return unknown('capacity', `The remote node network ${text} cannot be read`);
    const size = capacity(parsed.cidr);
    usable += size > AZURE_KEEPS ? size - AZURE_KEEPS : 0n;
  }
  const there = instances.value.filter(({ ping }) => ping === 'Online').length;
  const sentence = `${wanted} more than the ${there} that are online, of at most ${usable} addresses for nodes`;
  return BigInt(there + wanted) <= usable
    ? passed('capacity', `The networks have room: ${sentence}.`)
    : failed('capacity', `The remote node networks are too small: ${sentence}.`);
}

function role({ role: found, roleName }: PreflightFacts): Check {
  if (!found.ok) return unknown('role', found.reason);
  if (found.value === null) return failed('role', `There is no IAM role ${roleName}.`);
  return passed('role', `The role ${found.value.arn} exists.`);
}

function trust({ role: found, caller, region, roleName }: PreflightFacts): Check {
  if (!found.ok || found.value === null) {
    return unknown('trust', `Whom ${roleName} trusts is not known without the role`);
  }
  const account = caller.ok ? caller.value.account : undefined;
  const problem = trustProblem(found.value.trustPolicy, { account, region });
  if (problem.kind === 'none') return passed('trust', `${roleName} trusts Systems Manager.`);
  return problem.kind === 'unknown'
    ? unknown('trust', problem.sentence)
    : failed('trust', `${problem.sentence}.`);
}

function passRole({ passRole: answer, roleName }: PreflightFacts): Check {
  if (!answer.ok)
    return unknown('pass-role', `Whether the job may pass ${roleName} is not known: ${answer.reason}`);
  return answer.value
    ? passed('pass-role', `As far as IAM tells, the job may pass ${roleName} to Systems Manager.`)
    : failed('pass-role', `The job may not pass ${roleName} to Systems Manager (iam:PassRole).`);
}
