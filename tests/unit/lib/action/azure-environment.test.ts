import { describe, expect, test } from '@jest/globals';
import { readAzureEnvironment } from '#lib/action/azure-environment.js';

describe('the environment of Azure', () => {
  test('has the public cloud as default and no identity', () => {
    expect(readAzureEnvironment({ ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com' })).toEqual({
      clientId: undefined,
      tenantId: undefined,
      authorityHost: 'https://login.microsoftonline.com',
      endpoint: 'https://management.azure.com',
      idToken: undefined,
    });
  });

  test('may be named for azure/login or for azurerm, with hosts in either form', () => {
    expect(
      readAzureEnvironment({
        ARM_CLIENT_ID: 'client',
        AZURE_TENANT_ID: 'tenant',
        ARM_TENANT_ID: 'other',
        AZURE_AUTHORITY_HOST: 'login.microsoftonline.us/',
        ARM_ENDPOINT: 'https://management.usgovcloudapi.net/',
        AZURE_KEY_VAULT_ENDPOINT: 'https://vaults.example.com/',
        ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token',
      }),
    ).toEqual({
      clientId: 'client',
      tenantId: 'tenant',
      authorityHost: 'https://login.microsoftonline.us',
      endpoint: 'https://management.usgovcloudapi.net',
      vaultEndpoint: 'https://vaults.example.com',
      idToken: { url: 'https://example.com', token: 'token' },
    });
  });
});
