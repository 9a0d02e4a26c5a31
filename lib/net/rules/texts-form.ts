import { type RuleText } from './rule.ts';

/** Rules on the form of the facts and on the options, which need no network at all. */
export const FORM_TEXTS = {
  'malformed-range': {
    checks:
      'Every range is one IPv4 or IPv6 network in the usual form: no host bits, leading zeros, spaces, signs or zone ids.',
    source: 'RFC 4632, RFC 4291 and RFC 5952',
    needs: [],
    sentence: '{a} cannot be read: {message}',
    remedy: '{correction}',
  },
  'malformed-asn': {
    checks: 'Every AS number is written in decimal digits alone and fits into 32 bits.',
    source: 'RFC 6793; RFC 5396 for the notation',
    needs: [],
    sentence: '{a} cannot be read: {message}',
    remedy: '{correction}',
  },
  'malformed-tunnel-address': {
    checks: 'Every address of a tunnel end is one IPv4 address.',
    source: 'RFC 3927',
    needs: [],
    sentence: '{a} cannot be read: {message}',
    remedy: '{correction}',
  },
  'malformed-quantity': {
    checks: 'Every number of nodes, pods, peers and routes is a whole number that can occur.',
    source: 'Arithmetic',
    needs: [],
    sentence: '{a} must be {allowed}.',
    remedy: 'Correct the number at its origin.',
  },
  'ipv6-not-supported': {
    checks:
      'Services, remote networks, Cilium pools and tunnels are IPv4: EKS hybrid nodes exist on IPv4 clusters only.',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-networking.html',
    needs: [],
    sentence:
      '{a} is IPv6; clusters with hybrid nodes use IPv4 for nodes, pods, services and the tunnels between them.',
    remedy: 'Use an IPv4 range here.',
  },
  'sources-disagree': {
    checks: 'Sources that name the same thing say the same about it.',
    source: 'One fact, one truth',
    needs: [],
    sentence: '{what} is {left} in {leftorigin} and {right} in {rightorigin}.',
    remedy: 'Find out which is right and change the other, or leave the stale source out of this check.',
  },
  'nothing-to-check': {
    checks: 'The sources hold at least one range.',
    source: 'Zero items checked is not a pass',
    needs: [],
    sentence: 'The sources hold no range that can be checked, so nothing is known to be right.',
    remedy: 'Name an address file, plans, states or accounts that hold the ranges of this environment.',
  },
  'ignore-expired': {
    checks: 'Every ignore is within its date.',
    source: 'An exception without an end is a rule',
    needs: [],
    sentence: 'The ignore of {rule}{match} ended on {until} ({reason}); its findings count again.',
    remedy: 'Repair what it stood for and remove it, or give it a new date with a reason that still holds.',
  },
  'ignore-unused': {
    checks: 'Every ignore matches a finding.',
    source: 'What is not needed hides what comes later',
    needs: [],
    sentence: 'The ignore of {rule}{match} ({reason}) matches no finding.',
    remedy: 'Remove it.',
  },
} as const satisfies Record<string, RuleText>;
