import { setFlagsFromString } from 'node:v8';
import { runAction } from '#lib/action/run-action.js';
import { readInputs } from './inputs.ts';
import { run } from './run.ts';

// A large fleet passes through in pages, of which nothing is kept: collected late, as V8 would on a machine with room, they
// take 360 MB for 5,000 nodes, and 200 MB so.
setFlagsFromString('--optimize-for-size');

await runAction(run, readInputs);
