import { each, is, type BlockMaker, type Fill, type FillTable } from '../fill.ts';
import { empty, guid } from '../makers.ts';
import { blocks, byId, numberOf, text, texts } from '../values.ts';
import { childId, resourceId } from './ids.ts';
import { publicIpAddress } from './network.ts';

const COMPUTE = 'Microsoft.Compute';
const compute = (type: string): FillTable => ({ id: resourceId(COMPUTE, type, 'name') });

/** A system-assigned identity has a principal of its own; a user-assigned one shows none here. */
const principal: BlockMaker = (fill, block) =>
  (text(block, 'type') ?? '').startsWith('SystemAssigned') ? guid(fill, 'principal') : '';
const tenant: BlockMaker = (fill, block) =>
  (text(block, 'type') ?? '').startsWith('SystemAssigned') ? fill.instance.tenantId : '';
/** The `identity` block as most Azure resources have it. */
export const identityBlock = each({ principal_id: principal, tenant_id: tenant });

const interfaces = (fill: Fill) =>
  texts(fill.self, 'network_interface_ids')
    .map((id) => byId(fill.objects, 'azurerm_network_interface', id))
    .filter((item) => item !== undefined);
const privateAddresses = (fill: Fill) =>
  interfaces(fill).flatMap((item) => texts(item, 'private_ip_addresses'));
const publicAddresses = (fill: Fill) =>
  interfaces(fill).flatMap((item) =>
    blocks(item, 'ip_configuration').flatMap(
      (block) => publicIpAddress(fill, text(block, 'public_ip_address_id')) ?? [],
    ),
  );

const diskName = (fill: Fill) => `${text(fill.self, 'name') ?? ''}_OsDisk_1_${fill.hex('disk', 32)}`;

/** The size Azure gives an OS disk that asks for none: that of the image, 30 GiB for the Linux images used here. */
const OS_DISK_GB = 30;

const linuxMachine: FillTable = {
  ...compute('virtualMachines'),
  virtual_machine_id: (fill) => guid(fill, 'vm'),
  computer_name: (fill) => text(fill.self, 'name') ?? '',
  private_ip_addresses: privateAddresses,
  private_ip_address: (fill) => privateAddresses(fill)[0] ?? '',
  public_ip_addresses: publicAddresses,
  public_ip_address: (fill) => publicAddresses(fill)[0] ?? '',
  allow_extension_operations: is(true),
  disable_password_authentication: is(true),
  disk_controller_type: is('SCSI'),
  patch_assessment_mode: is('ImageDefault'),
  patch_mode: is('ImageDefault'),
  provision_vm_agent: is(true),
  vm_agent_platform_updates_enabled: is(false),
  identity: identityBlock,
  os_disk: each({
    name: diskName,
    disk_size_gb: is(OS_DISK_GB),
    storage_account_type: is('Standard_LRS'),
    id: (fill, block) =>
      `${(text(fill.self, 'id') ?? '').replace(/virtualMachines\/.*$/, '')}disks/${text(block, 'name') ?? ''}`,
  }),
  os_managed_disk_id: (fill) =>
    `${(text(fill.self, 'id') ?? '').replace(/virtualMachines\/.*$/, '')}disks/${text(blocks(fill.self, 'os_disk')[0], 'name') ?? ''}`,
  termination_notification: is([{ enabled: false, timeout: 'PT5M' }]),
};

const repair = each(
  { action: is('Replace'), grace_period: is('PT10M') },
  is([{ action: 'Replace', enabled: false, grace_period: 'PT10M' }]),
);
const publicAddressTimeout = each({
  ip_configuration: each({ public_ip_address: each({ idle_timeout_in_minutes: is(4) }) }),
});
const diskPerformance = { disk_iops_read_write: is(500), disk_mbps_read_write: is(60) };

const scaleSet: FillTable = {
  ...compute('virtualMachineScaleSets'),
  unique_id: (fill) => guid(fill, 'unique'),
  automatic_instance_repair: repair,
  network_interface: publicAddressTimeout,
  os_disk: each({ disk_size_gb: is(OS_DISK_GB) }),
  termination_notification: is([{ enabled: false, timeout: 'PT5M' }]),
  extension: empty,
};

/** Performance and tier of a premium or standard disk by its size; the steps of Azure's disk table. */
const DISK_STEPS: readonly (readonly [upToGb: number, tier: string, iops: number, mbps: number])[] = [
  [4, 'P1', 120, 25],
  [8, 'P2', 120, 25],
  [16, 'P3', 120, 25],
  [32, 'P4', 120, 25],
  [64, 'P6', 240, 50],
  [128, 'P10', 500, 100],
  [256, 'P15', 1100, 125],
  [512, 'P20', 2300, 150],
  [1024, 'P30', 5000, 200],
  [2048, 'P40', 7500, 250],
  [4096, 'P50', 7500, 250],
];
const diskStep = (fill: Fill) => {
  const size = numberOf(fill.self['disk_size_gb']) ?? 4;
  return DISK_STEPS.find(([limit]) => size <= limit) ?? (['', 'P60', 16000, 500] as const);
};
const isPremium = (fill: Fill) => (text(fill.self, 'storage_account_type') ?? '').startsWith('Premium_');

const managedDisk: FillTable = {
  ...compute('disks'),
  disk_size_gb: is(4),
  disk_iops_read_write: (fill) => (isPremium(fill) ? diskStep(fill)[2] : 500),
  disk_mbps_read_write: (fill) => (isPremium(fill) ? diskStep(fill)[3] : 60),
  disk_iops_read_only: is(0),
  disk_mbps_read_only: is(0),
  logical_sector_size: is(null),
  max_shares: is(0),
  source_uri: is(''),
  tier: (fill) => (isPremium(fill) ? diskStep(fill)[1] : ''),
};

/** Fill tables of virtual machines and disks. */
export const azureComputeTables: Readonly<Record<string, FillTable>> = {
  azurerm_availability_set: compute('availabilitySets'),
  azurerm_proximity_placement_group: compute('proximityPlacementGroups'),
  azurerm_dedicated_host: { id: childId('dedicated_host_group_id', 'hosts', 'name') },
  azurerm_linux_virtual_machine: linuxMachine,
  azurerm_linux_virtual_machine_scale_set: {
    ...scaleSet,
    computer_name_prefix: (fill) => text(fill.self, 'name') ?? '',
    platform_fault_domain_count: is(5),
    data_disk: each(diskPerformance),
    identity: identityBlock,
    spot_restore: is([{ enabled: false, timeout: 'PT1H' }]),
  },
  azurerm_orchestrated_virtual_machine_scale_set: {
    ...scaleSet,
    instances: is(0),
    single_placement_group: is(false),
    data_disk: each({ ...diskPerformance, disk_size_gb: is(4), lun: (_fill, _block, index) => index }),
    os_profile: each({
      linux_configuration: each({ computer_name_prefix: (fill) => text(fill.self, 'name') ?? '' }),
      windows_configuration: each({
        computer_name_prefix: (fill) => (text(fill.self, 'name') ?? '').slice(0, 9),
      }),
    }),
  },
  azurerm_managed_disk: managedDisk,
  azurerm_virtual_machine_data_disk_attachment: {
    id: (fill) =>
      `${text(fill.self, 'virtual_machine_id') ?? ''}/dataDisks/${(text(fill.self, 'managed_disk_id') ?? '').split('/').at(-1) ?? ''}`,
  },
  azurerm_virtual_machine_extension: { id: childId('virtual_machine_id', 'extensions', 'name') },
};
