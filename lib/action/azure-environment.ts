/** What the environment says about Azure, under the names that azure/login, azurerm and Azure's SDKs use. */
export interface AzureEnvironment {
  readonly clientId: string | undefined;
  readonly tenantId: string | undefined;
  /** Where tokens are asked for; another one in sovereign clouds. */
  readonly authorityHost: string;
  /** Azure Resource Manager; another one in sovereign clouds. */
  readonly endpoint: string;
  /** Instead of the vaults' own addresses: vaults are then the first part of the path. For a gateway before them. */
  readonly vaultEndpoint: string | undefined;
  /** Where the runner gives OIDC tokens; undefined without `id-token: write`. */
  readonly idToken: { readonly url: string; readonly token: string } | undefined;
}

/** Reads `AZURE_CLIENT_ID`, `AZURE_TENANT_ID` (or `ARM_…`), `AZURE_AUTHORITY_HOST`, `ARM_ENDPOINT`, `AZURE_KEY_VAULT_ENDPOINT` and the runner's own. */
export function readAzureEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): AzureEnvironment {
  const read = (...names: readonly string[]): string | undefined =>
    names.map((name) => environment[name]?.trim()).find((value) => value !== undefined && value !== '');
  const vault = read('AZURE_KEY_VAULT_ENDPOINT');
  const url = read('ACTIONS_ID_TOKEN_REQUEST_URL');
  const token = read('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  return {
    clientId: read('AZURE_CLIENT_ID', 'ARM_CLIENT_ID'),
    tenantId: read('AZURE_TENANT_ID', 'ARM_TENANT_ID'),
    authorityHost: origin(read('AZURE_AUTHORITY_HOST') ?? 'https://login.microsoftonline.com'),
    endpoint: origin(read('ARM_ENDPOINT') ?? 'https://management.azure.com'),
    vaultEndpoint: vault === undefined ? undefined : origin(vault),
    idToken: url === undefined || token === undefined ? undefined : { url, token },
  };
}

/** The SDKs take a host with and without its scheme. */
function origin(host: string): string {
  return (host.includes('://') ? host : `https://${host}`).replace(/\/+$/, '');
}
