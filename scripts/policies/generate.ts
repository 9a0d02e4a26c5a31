import {
  ENVIRONMENTS,
  type Call,
  type Environment,
  type Operation,
  type PolicyData,
  type Scope,
  type TypeActions,
} from './data.ts';

/** What the identity of each environment may let Terraform do; verify and cleanup run none. */
const TERRAFORM: Readonly<Record<Environment, readonly Operation[]>> = {
  verify: [],
  plan: ['read'],
  cleanup: [],
  apply: ['read', 'create', 'update', 'delete'],
  destroy: ['read', 'delete'],
};

/** Actions of one cloud with what asks for each: `aws_vpc create`, or who calls and why. */
export type Needs = ReadonlyMap<string, readonly string[]>;

/**
 * What an environment's identity needs of one cloud. Deletes of protected types belong to `destroy` alone.
 */
export function needs(
  environment: Environment,
  types: TypeActions,
  calls: readonly Call[],
  protectedTypes: readonly string[],
): Needs {
  const found = new Map<string, string[]>();
  const add = (action: string, reason: string): void => {
    found.set(action, [...(found.get(action) ?? []), reason]);
  };
  for (const [type, operations] of Object.entries(types)) {
    for (const operation of TERRAFORM[environment]) {
      if (operation === 'delete' && environment !== 'destroy' && protectedTypes.includes(type)) continue;
      for (const action of operations[operation] ?? []) add(action, `${type} ${operation}`);
    }
  }
  for (const { environments, action, by, why } of calls) {
    if (environments.includes(environment)) add(action, `${by}: ${why}`);
  }
  return found;
}

/** What an environment needs of AWS. */
export function awsNeeds(environment: Environment, data: PolicyData): Needs {
  return needs(environment, data.awsTypes, data.calls.aws, data.calls.protected.types);
}

/** What an environment needs of Azure Resource Manager. */
export function azureNeeds(environment: Environment, data: PolicyData): Needs {
  return needs(environment, data.azureTypes, data.calls.azure, data.calls.protected.types);
}

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Scope['conditions'];
}
/** AWS policies of one role by part; a managed policy holds at most 6,144 characters, so there are several. */
export type AwsPolicies = Readonly<
  Record<string, { Version: '2012-10-17'; Statement: readonly Statement[] }>
>;

/**
 * The AWS policies of an environment: every action it needs, in every scope that names it. `${name}` and the like are
 * left for Terraform to fill in. Throws for an action that no scope names: it would silently be missing.
 */
export function awsPolicies(environment: Environment, data: PolicyData): AwsPolicies {
  const needed = awsNeeds(environment, data);
  const scopes = data.scopes.filter(({ environments }) => environments?.includes(environment) ?? true);
  const scoped = new Set(scopes.flatMap(({ actions }) => actions));
  const unscoped = [...needed.keys()].filter((action) => !scoped.has(action));
  if (unscoped.length > 0)
    throw new Error(`No scope in aws-scopes.json names ${unscoped.sort().join(', ')}.`);
  const parts = new Map<string, Statement[]>();
  for (const { sid, part, resources, conditions, actions } of scopes) {
    const allowed = actions.filter((action) => needed.has(action)).sort();
    if (allowed.length === 0) continue;
    const statement: Statement = {
      Sid: sid,
      Effect: 'Allow',
      Action: allowed,
      Resource: resources,
      ...(conditions === undefined ? {} : { Condition: conditions }),
    };
    parts.set(part, [...(parts.get(part) ?? []), statement]);
  }
  return Object.fromEntries(
    [...parts].map(([part, Statement]) => [part, { Version: '2012-10-17', Statement }]),
  );
}

/** The permissions of an environment's custom role in Azure. */
export interface AzureRole {
  readonly actions: readonly string[];
  readonly dataActions: readonly string[];
}

/** The Azure role of an environment. */
export function azureRole(environment: Environment, data: PolicyData): AzureRole {
  return {
    actions: [...azureNeeds(environment, data).keys()].sort(),
    dataActions: data.calls.azureData
      .filter(({ environments }) => environments.includes(environment))
      .map(({ action }) => action)
      .sort(),
  };
}

/** Every generated file below the module `github-oidc`: path → text. Who needs nothing of Azure has no role there. */
export function policyFiles(data: PolicyData): ReadonlyMap<string, string> {
  const folder = 'terraform/modules/github-oidc/policies';
  const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return new Map(
    ENVIRONMENTS.flatMap((environment) => {
      const role = azureRole(environment, data);
      const isInAzure = role.actions.length + role.dataActions.length > 0;
      return [
        [`${folder}/aws-${environment}.json`, text(awsPolicies(environment, data))] as const,
        ...(isInAzure ? [[`${folder}/azure-${environment}.json`, text(role)] as const] : []),
      ];
    }),
  );
}
