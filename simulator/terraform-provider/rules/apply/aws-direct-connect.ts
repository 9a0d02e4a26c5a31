import type { ApplyRule, FillContext } from '../../engine/types.ts';
import { byId, numberOf, text, texts } from '../../tables/values.ts';
import { callFailed, exists, others } from './aws-api.ts';

/** A refusal of the association in the words of Direct Connect's one kind of client error. */
function refuse(context: FillContext, message: string) {
  const { planned } = context;
  const gateways = `${text(planned, 'dx_gateway_id') ?? ''}, ${text(planned, 'associated_gateway_id') ?? ''}`;
  return [
    callFailed(
      context,
      `creating Direct Connect Gateway Association (${gateways})`,
      'Direct Connect',
      'CreateDirectConnectGatewayAssociation',
      `DirectConnectClientException: ${message}`,
    ),
  ];
}

const gatewaysExist: ApplyRule = (context) => {
  const direct = text(context.planned, 'dx_gateway_id') ?? '';
  const other = text(context.planned, 'associated_gateway_id') ?? '';
  if (byId(context.objects, 'aws_dx_gateway', direct) === undefined)
    return refuse(context, `Direct Connect Gateway ID ${direct} does not exist.`);
  return other.startsWith('tgw-') && !exists(context, 'aws_ec2_transit_gateway', other)
    ? refuse(context, `Transit Gateway ID ${other} does not exist.`)
    : [];
};

/** What a Transit Gateway needs beyond a virtual private gateway: ranges to advertise and a number of its own. */
const transitGateway: ApplyRule = (context) => {
  const transit = byId(
    context.objects,
    'aws_ec2_transit_gateway',
    text(context.planned, 'associated_gateway_id'),
  );
  if (!transit) return [];
  if (texts(context.planned, 'allowed_prefixes').length === 0)
    return refuse(context, 'Allowed prefixes must be specified for an association with a Transit Gateway.');
  const direct = byId(context.objects, 'aws_dx_gateway', text(context.planned, 'dx_gateway_id'));
  const number = numberOf(transit['amazon_side_asn']);
  return number !== undefined && number === numberOf(direct?.['amazon_side_asn'])
    ? refuse(
        context,
        `The Transit Gateway and the Direct Connect Gateway must not have the same ASN ${number}.`,
      )
    : [];
};

const once: ApplyRule = (context) => {
  const same = (name: string) => (other: Readonly<Record<string, unknown>>) =>
    other[name] === context.planned[name];
  return others(context).filter(same('dx_gateway_id')).some(same('associated_gateway_id'))
    ? refuse(context, 'The gateways are already associated.')
    : [];
};

/** Refusals at apply time for Direct Connect (Direct Connect user guide, "Transit gateway associations"). */
export const awsDirectConnectApplyRules: Readonly<Record<string, readonly ApplyRule[]>> = {
  aws_dx_gateway_association: [gatewaysExist, transitGateway, once],
};
