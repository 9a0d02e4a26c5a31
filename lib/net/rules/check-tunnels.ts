import { capacity, type Cidr, covers, hostAt, relation } from '../cidr.ts';
import { AZURE_APIPA, block, moveOf } from './free-blocks.ts';
import { type Ledger } from './ledger.ts';
import {
  type Gap,
  isUncertain,
  type KnownAddress,
  type KnownRange,
  type Model,
  rangesOf,
  sourceOf,
} from './model.ts';
import { listTexts, missing } from './check-placement.ts';

const LINK_LOCAL = block('169.254.0.0/16');

/** AWS refuses these for a tunnel (VpnTunnelOptionsSpecification, TunnelInsideCidr). */
const AWS_RESERVED: readonly Cidr[] = [
  '169.254.0.0/30',
  '169.254.1.0/30',
  '169.254.2.0/30',
  '169.254.3.0/30',
  '169.254.4.0/30',
  '169.254.5.0/30',
  '169.254.169.252/30',
].map(block);

/** Judges the ranges inside the tunnels and the addresses of their ends; returns what could not be judged. */
export function checkTunnels(model: Model, ledger: Ledger): readonly Gap[] {
  const tunnels = rangesOf(model, 'tunnel-inside');
  for (const tunnel of tunnels) checkRange(tunnel, ledger);
  return checkAddresses(model, tunnels, ledger);
}

function checkRange(tunnel: KnownRange, ledger: Ledger): void {
  const { fact, cidr } = tunnel;
  const move = moveOf(tunnel);
  if (cidr.prefix !== 30) ledger.add({ rule: 'tunnel-size', subjects: [fact], move });
  if (!AZURE_APIPA.some((range) => covers(range, cidr))) {
    ledger.add({ rule: 'tunnel-outside-azure-apipa', subjects: [fact], move });
  }
  const why = refusalByAws(cidr);
  if (why !== null) ledger.add({ rule: 'tunnel-aws-reserved', subjects: [fact], values: { why }, move });
}

function refusalByAws(cidr: Cidr): string | null {
  if (!covers(LINK_LOCAL, cidr)) return 'it is outside 169.254.0.0/16';
  const isReserved = AWS_RESERVED.some((range) => relation(range, cidr) !== 'disjoint');
  return isReserved ? 'it touches a range that AWS keeps for itself' : null;
}

function checkAddresses(model: Model, tunnels: readonly KnownRange[], ledger: Ledger): readonly Gap[] {
  const { tunnelAddresses } = model;
  const [first] = tunnelAddresses;
  if (first === undefined) return [];
  checkRepeated(tunnelAddresses, ledger);
  if (tunnels.length === 0) {
    return isUncertain(model, 'tunnel-inside') ? [] : [missing('tunnel-inside', first.fact.origin)];
  }
  for (const address of tunnelAddresses) {
    const tunnel = tunnels.find((range) => holds(range, address));
    if (tunnel !== undefined) checkSide(address, tunnel, ledger);
    else if (!isUncertain(model, 'tunnel-inside')) {
      const values = { ranges: listTexts(tunnels) };
      ledger.add({ rule: 'tunnel-address-outside', subjects: [address.subject], values });
    }
  }
  if (!isUncertain(model, 'tunnel-inside')) checkAzureEnds(tunnels, tunnelAddresses, ledger);
  return [];
}

function holds({ cidr }: KnownRange, { value }: KnownAddress): boolean {
  return cidr.family === 4 && cidr.first <= value && value <= cidr.last;
}

/** AWS has the first host, Azure the second. Only a /30 has just these two. */
function checkSide({ fact, subject }: KnownAddress, tunnel: KnownRange, ledger: Ledger): void {
  if (capacity(tunnel.cidr) !== 4n) return;
  const isAws = fact.side === 'aws';
  const wanted = hostAt(tunnel.cidr, isAws ? 1 : 2) ?? '';
  if (fact.text === wanted) return;
  const values = { ordinal: isAws ? 'first' : 'second', wanted, side: isAws ? 'AWS' : 'Azure' };
  ledger.add({ rule: 'tunnel-address-side', subjects: [subject, tunnel.fact], values });
}

function checkRepeated(addresses: readonly KnownAddress[], ledger: Ledger): void {
  const owners = new Map<string, KnownAddress>();
  for (const address of addresses) {
    const { fact } = address;
    const key = `${fact.side} ${fact.text} ${sourceOf(fact.origin)}`;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, address);
    else if (owner.fact.name !== fact.name) {
      ledger.add({ rule: 'tunnel-address-twice', subjects: [address.subject, owner.subject] });
    }
  }
}

function checkAzureEnds(
  tunnels: readonly KnownRange[],
  addresses: readonly KnownAddress[],
  ledger: Ledger,
): void {
  const azure = addresses.filter(({ fact }) => fact.side === 'azure');
  if (azure.length === 0) return;
  for (const tunnel of tunnels) {
    const wanted = tunnel.cidr.prefix === 30 ? hostAt(tunnel.cidr, 2) : null;
    if (wanted === null || azure.some((address) => holds(tunnel, address))) continue;
    ledger.add({ rule: 'tunnel-without-address', subjects: [tunnel.fact], values: { wanted } });
  }
}
