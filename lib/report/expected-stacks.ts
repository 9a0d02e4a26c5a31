import * as z from 'zod/mini';
import { reportErrors } from './errors.ts';

/** Without a workspace a stack stands for each workspace it was planned in. */
const expectedStacks = z.array(
  z.object({ name: z.string(), directory: z.string(), workspace: z.optional(z.string()) }),
);
export type ExpectedStack = z.infer<typeof expectedStacks>[number];

/** The stacks that should have been planned; undefined when the input is empty. EHA1302 when it is not such a list. */
export function parseExpectedStacks(text: string | undefined): readonly ExpectedStack[] | undefined {
  if (text === undefined) return undefined;
  try {
    return expectedStacks.parse(JSON.parse(text));
  } catch (error) {
    throw reportErrors.EHA1302(`expected-stacks is ${text.slice(0, 200)}`, { cause: error });
  }
}
