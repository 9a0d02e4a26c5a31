/** The conventions of this repository as ESLint rules. Each message says what to do instead. */
import { boundaries } from './boundaries.js';
import { fileName, runActionEntry } from './entries.js';
import { environment } from './environment.js';

export const house = {
  meta: { name: 'house' },
  rules: { boundaries, environment, 'run-action-entry': runActionEntry, 'file-name': fileName },
};

/** All of them on; none needs type information. */
export const houseRules = {
  'house/boundaries': 'error',
  'house/environment': 'error',
  'house/run-action-entry': 'error',
  'house/file-name': 'error',
};
