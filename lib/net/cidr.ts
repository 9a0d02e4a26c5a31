/**
 * Blocks of IPv4 and IPv6 addresses: reading, writing, comparing, overlapping, subtracting. Without a dependency, because
 * the libraries at hand accept texts that other tools read differently, and so miss overlaps.
 */
export { formatAddress, formatCidr, hostAt } from './cidr-format.ts';
export { SortedBlocks } from './cidr-order.ts';
export { overlaps } from './cidr-overlaps.ts';
export type { OverlapGroups, OverlapOptions, OverlapPair, Overlaps } from './cidr-overlaps.ts';
export { parseAddress, parseCidr } from './cidr-parse.ts';
export type { ParsedAddress, ParsedCidr } from './cidr-parse.ts';
export { quoteText } from './cidr-problems.ts';
export type { CidrProblem, CidrRefusal } from './cidr-problems.ts';
export { bestFit, merge, smallestFreeBlock, split, subtract } from './cidr-sets.ts';
export { addressBits, blockOf, capacity, covers, relation } from './cidr-value.ts';
export { FreeSpace } from './free-space.ts';
export type { Cidr, Family, Overlap, Relation } from './cidr-value.ts';
