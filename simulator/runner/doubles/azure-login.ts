import { WorkflowError } from '../errors.ts';
import type { ActionDouble, DoubleContext } from './double.ts';
import { fetchIdToken } from './id-token.ts';

const MANIFEST = `
name: Azure Login
inputs:
  creds: {}
  client-id: {}
  tenant-id: {}
  subscription-id: {}
  enable-AzPSSession: { default: 'false' }
  environment: { default: azurecloud }
  allow-no-subscriptions: { default: 'false' }
  audience: { default: api://AzureADTokenExchange }
  auth-type: { default: SERVICE_PRINCIPAL }
runs: { using: node24, main: lib/main/index.js, post: lib/cleanup/index.js }
`;

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const CLOUDS: readonly string[] = [
  'azurecloud',
  'azurestack',
  'azureusgovernment',
  'azurechinacloud',
  'azuregermancloud',
];

async function main(context: DoubleContext): Promise<void> {
  if (context.input('creds') !== '')
    throw new WorkflowError(
      "The simulated azure/login takes no 'creds'; use client-id, tenant-id and id-token: write",
    );
  const type = context.input('auth-type').toUpperCase();
  if (type !== 'SERVICE_PRINCIPAL')
    throw new WorkflowError(`The simulated azure/login does not support 'auth-type: ${type}'`);
  if (!CLOUDS.includes(context.input('environment').toLowerCase())) {
    throw new WorkflowError(
      `Unsupported value '${context.input('environment')}' for environment is passed. The list of supported values for environment are ${CLOUDS.join(', ')}.`,
    );
  }
  checkIds(context);
  if (context.booleanInput('enable-AzPSSession'))
    throw new WorkflowError("The simulated azure/login does not support 'enable-AzPSSession'");
  if (context.env['ACTIONS_ID_TOKEN_REQUEST_URL'] === undefined) {
    throw new WorkflowError(
      "Login failed with Error: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable. Double check if the 'auth-type' is correct and that the job has `id-token: write`.",
    );
  }
  await fetchIdToken(context, context.input('audience'));
  context.info('Federated token details: issuer and subject accepted');
  context.info('Azure CLI login succeeds by using OIDC.');
}

function checkIds(context: DoubleContext): void {
  const ids = [
    'client-id',
    'tenant-id',
    ...(context.booleanInput('allow-no-subscriptions') ? [] : ['subscription-id']),
  ];
  for (const name of ids) {
    const value = context.input(name);
    if (value === '')
      throw new WorkflowError(
        `Login failed with Error: Ensure '${name}' is supplied${name === 'subscription-id' ? " or 'allow-no-subscriptions' is 'true'" : ''}.`,
      );
    if (!GUID.test(value))
      throw new WorkflowError(`Login failed with Error: '${name}' is not a GUID: ${value}`);
  }
}

/** Nothing was stored that would have to go. The real one clears the accounts of the az CLI here. */
function post(context: DoubleContext): Promise<void> {
  context.info('Cleared the Azure CLI accounts');
  return Promise.resolve();
}

/** Stands in for azure/login v3. */
export const azureLogin: ActionDouble = { name: 'azure/login', manifest: MANIFEST, main, post };
