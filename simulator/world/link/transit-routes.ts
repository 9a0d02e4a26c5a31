/** Route tables of Transit Gateways: what hangs on the gateways, and the routes that this brings into each table. */
import type { WorldObject } from '../../terraform-provider/engine/types.ts';
import { text, texts } from '../attributes.ts';
import type { CloudView } from './view.ts';

const TABLE = 'transit_gateway_route_table_id';
const ATTACHMENT = 'transit_gateway_attachment_id';

export interface Attachment {
  readonly id: string;
  readonly kind: 'vpc' | 'vpn' | 'direct-connect-gateway';
  readonly resource: string;
  readonly object: WorldObject;
}

/** Everything that hangs on Transit Gateways. */
export function attachmentsOf(view: CloudView): readonly Attachment[] {
  return [
    ...view.objects.list('aws_ec2_transit_gateway_vpc_attachment').map((object) => ({
      id: text(object, 'id'),
      kind: 'vpc' as const,
      resource: text(object, 'vpc_id'),
      object,
    })),
    ...view.objects
      .list('aws_vpn_connection')
      .filter((object) => text(object, 'transit_gateway_id') !== '')
      .map((object) => ({
        id: text(object, ATTACHMENT),
        kind: 'vpn' as const,
        resource: text(object, 'id'),
        object,
      })),
    ...view.objects
      .list('aws_dx_gateway_association')
      .filter((object) => text(object, 'associated_gateway_id').startsWith('tgw-'))
      .map((object) => ({
        id: directConnectAttachment(object),
        kind: 'direct-connect-gateway' as const,
        resource: text(object, 'dx_gateway_id'),
        object,
      })),
  ];
}

/** Id of the attachment that comes with an association of a Direct Connect gateway. */
export function directConnectAttachment(association: WorldObject): string {
  return `tgw-attach-0${text(association, 'dx_gateway_association_id').slice(0, 16)}`;
}

/** The Transit Gateway of an attachment. */
export function transitGatewayOf({ object, kind }: Attachment): string {
  return text(object, kind === 'direct-connect-gateway' ? 'associated_gateway_id' : 'transit_gateway_id');
}

export interface TableRoute {
  readonly prefix: string;
  readonly kind: 'static' | 'propagated';
  /** Several where paths of equal length are used side by side; none for a black hole. */
  readonly attachments: readonly Attachment[];
}

/** What each attachment brings into the tables it is propagated to. */
export type Brought = (attachment: Attachment) => readonly string[];

/** The routes of one table: those that are written, then those propagated; a written one wins. */
export function tableRoutes(view: CloudView, table: string, brought: Brought): readonly TableRoute[] {
  const all = attachmentsOf(view);
  const members = (type: string): readonly WorldObject[] =>
    view.objects.list(type).filter((object) => text(object, TABLE) === table);
  const attachmentOf = (object: WorldObject): readonly Attachment[] =>
    all.filter(({ id }) => id !== '' && id === text(object, ATTACHMENT));
  const routes = new Map<string, TableRoute>();
  for (const route of members('aws_ec2_transit_gateway_route')) {
    const prefix = text(route, 'destination_cidr_block');
    routes.set(prefix, { prefix, kind: 'static', attachments: attachmentOf(route) });
  }
  for (const propagation of members('aws_ec2_transit_gateway_route_table_propagation')) {
    for (const attachment of attachmentOf(propagation)) {
      for (const prefix of brought(attachment)) {
        const before = routes.get(prefix);
        if (before?.kind === 'static') continue;
        const attachments = preferred([...(before?.attachments ?? []), attachment]);
        routes.set(prefix, { prefix, kind: 'propagated', attachments });
      }
    }
  }
  return [...routes.values()];
}

/** Of what is propagated to one range, a Transit Gateway takes a VPC first, then Direct Connect, then VPNs. */
function preferred(attachments: readonly Attachment[]): readonly Attachment[] {
  const order: readonly Attachment['kind'][] = ['vpc', 'direct-connect-gateway', 'vpn'];
  const first = order.find((kind) => attachments.some((one) => one.kind === kind));
  return attachments.filter(({ kind }) => kind === first);
}

/** The table an attachment is associated with: what it holds is what the attachment is told. */
export function associatedTable(view: CloudView, attachment: string): string {
  return text(
    view.objects
      .list('aws_ec2_transit_gateway_route_table_association')
      .find((object) => attachment !== '' && text(object, ATTACHMENT) === attachment),
    TABLE,
  );
}

/** The ranges of a VPC. */
export function vpcRanges(view: CloudView, vpc: string): readonly string[] {
  return [
    ...view.objects.list('aws_vpc').filter((one) => text(one, 'id') === vpc),
    ...view.objects.list('aws_vpc_ipv4_cidr_block_association').filter((one) => text(one, 'vpc_id') === vpc),
  ].map((one) => text(one, 'cidr_block'));
}

/** Ranges that Direct Connect announces to the other side. */
export function allowedPrefixes(association: WorldObject): readonly string[] {
  return texts(association, 'allowed_prefixes');
}
