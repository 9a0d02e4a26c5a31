import type { ApplyRule } from '../../engine/types.ts';
import { blocks, byId, isGiven, isList, numberOf, text, texts } from '../../tables/values.ts';
import { roleByName } from '../../data/azure-roles.ts';
import { others } from './aws-api.ts';
import { describe, idExists, inExistingGroup, providerRefuses, putFailed, refersTo } from './azure-api.ts';

const ROUTE_SERVER = 'Virtual Hub';
const routeServerSubnet: ApplyRule = (context) => {
  const name = (text(context.planned, 'subnet_id') ?? '').split('/').at(-1) ?? '';
  if (name.toLowerCase() === 'routeserversubnet') return [];
  return [
    putFailed(
      describe(context, ROUTE_SERVER),
      400,
      'InvalidSubnetForRouteServer',
      `Subnet ${name} cannot be used for a Route Server. It must be named RouteServerSubnet.`,
    ),
  ];
};

/** A Route Server takes eight peers, none with its own ASN. */
const routeServerPeers: ApplyRule = (context) => {
  const server = text(context.planned, 'route_server_id');
  const peers = others(context).filter((other) => other['route_server_id'] === server);
  const target = `Bgp Connection (${server ?? ''}/bgpConnections/${text(context.planned, 'name') ?? ''})`;
  if (server !== undefined && !idExists(context, 'azurerm_route_server', server)) {
    return [putFailed(target, 404, 'ResourceNotFound', `The Resource '${server}' was not found.`)];
  }
  if (numberOf(context.planned['peer_asn']) === 65515)
    return [putFailed(target, 400, 'InvalidPeerAsn', 'Peer ASN 65515 is reserved for the Route Server.')];
  if (peers.length < 8) return [];
  return [
    putFailed(target, 400, 'BgpConnectionLimitExceeded', 'A Route Server supports at most 8 BGP peers.'),
  ];
};

const roleKnown: ApplyRule = (context) => {
  const name = text(context.planned, 'role_definition_name');
  if (name === undefined || roleByName(name) !== undefined) return [];
  const custom = context.objects
    .list('azurerm_role_definition')
    .some((object) => object.attributes['name'] === name);
  return custom ? [] : [providerRefuses(`loading Role Definition List: could not find role '${name}'`)];
};

const secretVault: ApplyRule = (context) => {
  const vault = text(context.planned, 'key_vault_id') ?? '';
  if (idExists(context, 'azurerm_key_vault', vault)) return [];
  return [providerRefuses(`looking up Base URI for ${vault}: the Key Vault was not found`)];
};

const machineInterfaces: ApplyRule = (context) =>
  refersTo('Virtual Machine', 'azurerm_network_interface', ({ planned }) =>
    texts(planned, 'network_interface_ids'),
  )(context);
const machineLogin: ApplyRule = ({ planned }) => {
  const keys = planned['admin_ssh_key'];
  const noPassword = planned['disable_password_authentication'] !== false;
  if (isGiven(planned['os_managed_disk_id']) && !isGiven(planned['admin_username'])) return [];
  if (noPassword && isList(keys) && keys.length === 0) {
    return [
      providerRefuses(
        'at least one `admin_ssh_key` must be specified when `disable_password_authentication` is set to `true`',
      ),
    ];
  }
  return noPassword || isGiven(planned['admin_password'])
    ? []
    : [
        providerRefuses(
          'an `admin_password` must be specified if `disable_password_authentication` is set to `false`',
        ),
      ];
};

/** An eviction policy belongs to spot machines, which need one. */
const machineEviction: ApplyRule = ({ planned }) => {
  const spot = planned['priority'] === 'Spot';
  if (spot === isGiven(planned['eviction_policy'])) return [];
  const verb = spot ? 'must be specified' : 'can only be specified';
  return [providerRefuses(`an \`eviction_policy\` ${verb} when \`priority\` is set to \`Spot\``)];
};

/** 64 KiB, in base64. */
const CUSTOM_DATA_LIMIT = 87_380;
const machineData: ApplyRule = (context) => {
  if ((text(context.planned, 'custom_data') ?? '').length <= CUSTOM_DATA_LIMIT) return [];
  const message = `Custom data in OSProfile must be in Base64 encoding and with a maximum length of ${CUSTOM_DATA_LIMIT} characters.`;
  return [putFailed(describe(context, 'Virtual Machine'), 400, 'InvalidParameter', message)];
};

/** A vault's firewall takes subnets that have the service endpoint alone. */
const vaultSubnets: ApplyRule = (context) =>
  blocks(context.planned, 'network_acls')
    .flatMap((block) => texts(block, 'virtual_network_subnet_ids'))
    .flatMap((id) => {
      const subnet = byId(context.objects, 'azurerm_subnet', id);
      const target = describe(context, 'Key Vault');
      if (subnet === undefined)
        return [putFailed(target, 400, 'VirtualNetworkNotValid', `The subnet ${id} was not found.`)];
      if (blocks(subnet, 'service_endpoint').some((block) => block['service'] === 'Microsoft.KeyVault'))
        return [];
      const message = `Subnet ${text(subnet, 'name') ?? ''} does not have a service endpoint for Microsoft.KeyVault configured.`;
      return [putFailed(target, 400, 'SubnetsHaveNoServiceEndpointsConfigured', message)];
    });

/** Refusals at apply time for the Route Server, roles, vaults, secrets and machines. */
export const azurePlatformApplyRules: Readonly<Record<string, readonly ApplyRule[]>> = {
  azurerm_route_server: [
    inExistingGroup(ROUTE_SERVER),
    refersTo(ROUTE_SERVER, 'azurerm_subnet', (context) => [text(context.planned, 'subnet_id') ?? '']),
    refersTo(ROUTE_SERVER, 'azurerm_public_ip', (context) => [
      text(context.planned, 'public_ip_address_id') ?? '',
    ]),
    routeServerSubnet,
  ],
  azurerm_route_server_bgp_connection: [routeServerPeers],
  azurerm_role_assignment: [roleKnown],
  azurerm_key_vault: [inExistingGroup('Key Vault'), vaultSubnets],
  azurerm_key_vault_secret: [secretVault],
  azurerm_linux_virtual_machine: [
    inExistingGroup('Virtual Machine'),
    machineInterfaces,
    machineLogin,
    machineEviction,
    machineData,
  ],
};
