/** How the aws provider reports that an API call failed: the call, the status, a request id, code and message. */
import type { ApplyRule, Diagnostic, FillContext, ObjectValue } from '../../engine/types.ts';
import { dxAttachmentId } from '../../tables/aws/vpn.ts';
import { guid } from '../../tables/makers.ts';
import { byId } from '../../tables/values.ts';
import { diagnostic } from '../table.ts';

/** A failed call. `doing` is the provider's own start of the sentence, `api` the error as AWS words it. */
export function callFailed(
  context: FillContext,
  doing: string,
  service: string,
  operation: string,
  api: string,
): Diagnostic {
  const request = guid(context, `request:${operation}`);
  const status = service === 'IAM' && api.startsWith('NoSuchEntity') ? 404 : 400;
  return diagnostic(
    `${doing}: operation error ${service}: ${operation}, https response error StatusCode: ${status}, RequestID: ${request}, ${api}`,
    [],
  );
}

/** An error code with its message, in the form of the SDK's generic API error. */
export const apiError = (code: string, message: string) => `api error ${code}: ${message}`;

/** How EC2 says that an id means nothing to it: type of the id → error code and the noun in the message. */
const NOT_FOUND: Readonly<Record<string, (id: string) => string>> = {
  aws_vpc: (id) => apiError('InvalidVpcID.NotFound', `The vpc ID '${id}' does not exist`),
  aws_subnet: (id) => apiError('InvalidSubnetID.NotFound', `The subnet ID '${id}' does not exist`),
  aws_route_table: (id) =>
    apiError('InvalidRouteTableID.NotFound', `The routeTable ID '${id}' does not exist`),
  aws_internet_gateway: (id) =>
    apiError('InvalidInternetGatewayID.NotFound', `The internetGateway ID '${id}' does not exist`),
  aws_nat_gateway: (id) => apiError('NatGatewayNotFound', `NAT gateway ${id} was not found`),
  aws_eip: (id) => apiError('InvalidAllocationID.NotFound', `The allocation ID '${id}' does not exist`),
  aws_security_group: (id) => apiError('InvalidGroup.NotFound', `The security group '${id}' does not exist`),
  aws_customer_gateway: (id) =>
    apiError('InvalidCustomerGatewayID.NotFound', `The customerGateway ID '${id}' does not exist`),
  aws_vpn_gateway: (id) =>
    apiError('InvalidVpnGatewayID.NotFound', `The vpnGateway ID '${id}' does not exist`),
  aws_vpn_connection: (id) =>
    apiError('InvalidVpnConnectionID.NotFound', `The vpnConnection ID '${id}' does not exist`),
  aws_ec2_transit_gateway: (id) =>
    apiError('InvalidTransitGatewayID.NotFound', `Transit Gateway ${id} was deleted or does not exist.`),
  aws_ec2_transit_gateway_route_table: (id) =>
    apiError(
      'InvalidRouteTableID.NotFound',
      `Transit Gateway Route Table ${id} was deleted or does not exist.`,
    ),
  attachment: (id) =>
    apiError(
      'InvalidTransitGatewayAttachmentID.NotFound',
      `Transit Gateway Attachment ${id} was deleted or does not exist.`,
    ),
};

/** Whether an id is one that the simulated EC2 knows; some come with another resource and have none of their own. */
export function exists(context: FillContext, type: string, id: string): boolean {
  if (byId(context.objects, type, id) !== undefined) return true;
  const attribute = (owner: string, ...names: readonly string[]) =>
    context.objects.list(owner).some((object) => names.some((name) => object.attributes[name] === id));
  switch (type) {
    case 'aws_route_table':
      return attribute('aws_vpc', 'default_route_table_id', 'main_route_table_id');
    case 'aws_security_group':
      return (
        attribute('aws_vpc', 'default_security_group_id') ||
        context.objects.list('aws_default_security_group').some((object) => object.attributes['id'] === id) ||
        context.objects
          .list('aws_eks_cluster')
          .some((object) => JSON.stringify(object.attributes['vpc_config'] ?? null).includes(`"${id}"`))
      );
    case 'aws_ec2_transit_gateway_route_table':
      return attribute(
        'aws_ec2_transit_gateway',
        'association_default_route_table_id',
        'propagation_default_route_table_id',
      );
    case 'attachment':
      return (
        byId(context.objects, 'aws_ec2_transit_gateway_vpc_attachment', id) !== undefined ||
        attribute('aws_vpn_connection', 'transit_gateway_attachment_id') ||
        context.objects
          .list('aws_dx_gateway_association')
          .some((object) => dxAttachmentId(object.attributes) === id)
      );
    default:
      return false;
  }
}

/** Every id in these arguments must exist: argument → type. */
export function references(
  doing: string,
  operation: string,
  arguments_: Readonly<Record<string, string>>,
): ApplyRule {
  return (context) =>
    Object.entries(arguments_).flatMap(([argument, type]) => {
      const value = context.planned[argument];
      const ids = Array.isArray(value) ? value : [value];
      return ids.flatMap((id: unknown) => {
        if (typeof id !== 'string' || id === '' || exists(context, type, id)) return [];
        return [
          callFailed(
            context,
            doing,
            'EC2',
            operation,
            NOT_FOUND[type]?.(id) ?? apiError('InvalidParameterValue', `${id} does not exist`),
          ),
        ];
      });
    });
}

/** Other objects of the same type. */
export function others(context: FillContext, type = context.type): readonly ObjectValue[] {
  return context.objects
    .list(type)
    .filter((object) => object.key !== context.key)
    .map((object) => object.attributes);
}
