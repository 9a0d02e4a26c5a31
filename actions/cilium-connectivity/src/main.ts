import { runAction } from '#lib/action/run-action.js';
import { readInputs } from './inputs.ts';
import { run } from './run.ts';

await runAction(run, readInputs);
