/** A VM of a node as Terraform makes it, for tests that need no Terraform. */
import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import { setMachineState } from '#simulator/world/machine-states.js';
import { SIMULATED_ACCOUNTS, type World } from '#simulator/world/world.js';

export interface PooledMachine {
  readonly cluster: string;
  readonly resourceGroup: string;
  readonly pool: string;
  /** Its place in the pool, from 0. */
  readonly number: number;
  readonly address: string;
}

/** Makes `<cluster>-<pool>-<number>` with its interface and its system disk. Gives its name. */
export function putMachine(world: World, machine: PooledMachine): string {
  const { cluster, resourceGroup, pool, number, address } = machine;
  const vm = `${cluster}-${pool}-${number}`;
  const group = `/subscriptions/${SIMULATED_ACCOUNTS.subscriptionId}/resourceGroups/${resourceGroup}/providers`;
  const id = `${group}/Microsoft.Compute/virtualMachines/${vm}`;
  const nic = `${group}/Microsoft.Network/networkInterfaces/${vm}`;
  const put = (type: string, key: string, more: ObjectValue): void => {
    const attributes = {
      id: key,
      name: vm,
      resource_group_name: resourceGroup,
      location: 'germanywestcentral',
      created: world.clock.now().toISOString(),
      tags: { cluster, pool },
      ...more,
    };
    world.objects.put({ key, provider: 'azurerm', type, region: '', attributes });
  };
  put('azurerm_network_interface', nic, {
    ip_configuration: [{ name: 'primary', private_ip_address: address }],
    virtual_machine_id: id,
  });
  put('azurerm_linux_virtual_machine', id, {
    size: 'Standard_D4s_v5',
    network_interface_ids: [nic],
    os_disk: [{ name: `${vm}-os`, storage_account_type: 'Premium_LRS', disk_size_gb: 64 }],
    private_ip_address: address,
  });
  setMachineState(world, id, {});
  return vm;
}
