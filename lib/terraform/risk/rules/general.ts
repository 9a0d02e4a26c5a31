import type { PlanRule } from '../types.ts';

/** Rules on how Terraform came to a change, whatever the type. */
export const GENERAL_RULES = {
  countShrinks: {
    id: 'count-index-destroyed',
    level: 'warning',
    sentence:
      'Objects are destroyed because a count shrinks: it is always the last ones that go, whichever was meant; check that these are they, or use for_each.',
  },
  countShifts: {
    id: 'count-index-shifted',
    level: 'high',
    sentence:
      'A count shrinks and its other objects change as well: an element taken from the middle of a list moves every later one into its neighbour’s place; use for_each, with moved blocks, before removing it.',
  },
  tainted: {
    id: 'tainted-replaced',
    level: 'warning',
    sentence:
      'Objects are destroyed and made anew because their creation failed or they were marked as tainted, not because of this change; if they work, untaint them first.',
  },
  moduleGone: {
    id: 'module-destroyed',
    level: 'high',
    sentence:
      'A whole module is destroyed because the configuration no longer has it; if it was renamed, add a moved block.',
  },
  renamed: {
    id: 'perhaps-renamed',
    level: 'warning',
    sentence:
      'Objects are destroyed because their block is gone while others of the same type are made; if it was renamed, add moved blocks and nothing has to be destroyed.',
  },
} as const satisfies Readonly<Record<string, PlanRule>>;
