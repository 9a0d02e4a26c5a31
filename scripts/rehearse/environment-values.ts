import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';
import { OPERATOR } from './identities.ts';
import type { StackName } from './environment-terraform.ts';

/** Values of this environment: the smallest that shows two pools, and a vault that may vanish with the environment. */
export const VALUES: Readonly<Record<StackName, string>> = {
  foundation: `name = "acme"

activation_secret_writers  = { operator = "${OPERATOR}" }
key_vault_purge_protection = false
`,
  cluster: `namespaces = { shop = {} }
`,
  nodes: `azure_subscription_id = "${SIMULATED_ACCOUNTS.subscriptionId}"

pools = {
  general = { count = 3, labels = { tier = "general" } }
  spot = {
    count  = 1
    spot   = {}
    labels = { tier = "spot" }
    taints = [{ key = "spot", value = "true", effect = "NoSchedule" }]
  }
}
`,
};

/** Nodes of these pools. */
export const NODES = 4;
