import { runPost } from '#lib/action/run-action.js';
import { cleanUp } from './clean-up.ts';

await runPost(cleanUp);
