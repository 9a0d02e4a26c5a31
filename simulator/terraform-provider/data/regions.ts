/** Regions and their availability zones, as far as the rehearsal needs them. */

export interface Zone {
  readonly name: string;
  readonly id: string;
}

/** Region name → short form in zone ids and how many zones `aws_availability_zones` shows. */
const REGIONS: Readonly<Record<string, readonly [short: string, letters: string]>> = {
  'us-east-1': ['use1', 'abcdef'],
  'us-east-2': ['use2', 'abc'],
  'us-west-1': ['usw1', 'ab'],
  'us-west-2': ['usw2', 'abcd'],
  'ca-central-1': ['cac1', 'abd'],
  'sa-east-1': ['sae1', 'abc'],
  'eu-central-1': ['euc1', 'abc'],
  'eu-central-2': ['euc2', 'abc'],
  'eu-west-1': ['euw1', 'abc'],
  'eu-west-2': ['euw2', 'abc'],
  'eu-west-3': ['euw3', 'abc'],
  'eu-north-1': ['eun1', 'abc'],
  'eu-south-1': ['eus1', 'abc'],
  'ap-southeast-1': ['apse1', 'abc'],
  'ap-southeast-2': ['apse2', 'abc'],
  'ap-northeast-1': ['apne1', 'acd'],
  'ap-northeast-2': ['apne2', 'abcd'],
  'ap-south-1': ['aps1', 'abc'],
};

/** Whether AWS runs a region of this name, as far as the table knows. */
export function isKnownRegion(region: string): boolean {
  return region in REGIONS;
}

/** The zones of a region by name. A region that the table lacks gets three, as most have. */
export function zonesOf(region: string): readonly Zone[] {
  const [short, letters] = REGIONS[region] ?? [shortName(region), 'abc'];
  return Array.from(letters).map((letter, index) => ({
    name: `${region}${letter}`,
    id: `${short}-az${index + 1}`,
  }));
}

/** `eu-central-1` → `euc1`: two letters of the area, first letters of the direction, the number. */
function shortName(region: string): string {
  const [area = '', direction = '', number = '1'] = region.split('-');
  return `${area}${direction.slice(0, 1)}${number}`;
}

/** The name of the zone with this id, or undefined. */
export function zoneById(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  return Object.keys(REGIONS)
    .flatMap((region) => zonesOf(region))
    .find((zone) => zone.id === id)?.name;
}
