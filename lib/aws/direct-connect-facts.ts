import type { Reading } from '../tunnels/facts.ts';
import type {
  DirectConnectGateway,
  InterfaceAttachment,
  VirtualInterface,
} from '../tunnels/private-facts.ts';
import { mapLimited } from '../tunnels/parallel.ts';
import { createDirectConnectReader, type InterfacePlace } from './direct-connect.ts';
import type { AwsDeps } from './read-call.ts';

/** Direct Connect allows an account few calls at once. */
const AT_ONCE = 8;

type Interfaces = Reading<readonly VirtualInterface[]>;

/**
 * Reads Direct Connect gateways with what hangs at them. A gateway is of no region, its interfaces are: each region is
 * asked once, and one that no gateway has an interface in is not asked at all. Without a gateway nothing is asked.
 */
export async function readDirectConnect(
  region: string,
  gatewayIds: readonly string[],
  deps: AwsDeps,
): Promise<readonly DirectConnectGateway[]> {
  if (gatewayIds.length === 0) return [];
  const reader = await createDirectConnectReader(region, deps);
  const gateways = await mapLimited(gatewayIds, AT_ONCE, async (id) => {
    const [associations, attachments] = await Promise.all([reader.associations(id), reader.attachments(id)]);
    return { id, associations, attachments };
  });
  const places = gateways.flatMap(({ attachments }) => (attachments.ok ? attachments.value : []));
  const regions = [...new Set(places.map((place) => place.region))];
  const lists = await mapLimited(regions, AT_ONCE, async (name): Promise<readonly [string, Interfaces]> => {
    const own = name === region ? reader : await createDirectConnectReader(name, deps);
    return [name, await own.virtualInterfaces()];
  });
  const byRegion = new Map(lists);
  return gateways.map(({ id, associations, attachments }) => ({
    id,
    associations,
    attachments: attachments.ok
      ? { ok: true, value: attachments.value.map((place) => withDetail(place, byRegion.get(place.region))) }
      : attachments,
  }));
}

/** An interface of another account is told of to that account alone. */
function withDetail(
  { interfaceId, ownerAccount, state }: InterfacePlace,
  interfaces: Interfaces | undefined,
): InterfaceAttachment {
  if (interfaces?.ok !== true) {
    const reason = interfaces?.reason ?? 'its region was not asked';
    return { interfaceId, state, detail: { ok: false, reason } };
  }
  const found = interfaces.value.find(({ id }) => id === interfaceId);
  const detail =
    found === undefined
      ? ({
          ok: false,
          reason: `AWS does not tell of ${interfaceId}, which is of the account ${ownerAccount}`,
        } as const)
      : ({ ok: true, value: found } as const);
  return { interfaceId, state, detail };
}
