import { readFileSync } from 'node:fs';
import { actionErrors } from './action-errors.ts';
import type { GitHubContext } from './types.ts';

type Environment = Readonly<Record<string, string | undefined>>;

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') {
    throw actionErrors.EHA1006(`The environment variable ${name} is not set.`);
  }
  return value;
}

function requiredNumber(environment: Environment, name: string): number {
  const value = required(environment, name);
  if (!/^[1-9][0-9]{0,15}$/.test(value)) {
    throw actionErrors.EHA1006(
      `The environment variable ${name} is "${value}", which is not a positive number.`,
    );
  }
  return Number(value);
}

function readEvent(environment: Environment): Readonly<Record<string, unknown>> {
  const path = required(environment, 'GITHUB_EVENT_PATH');
  let event: unknown;
  try {
    event = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw actionErrors.EHA1007(`The event file ${path} could not be read as JSON.`, { cause });
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    throw actionErrors.EHA1007(`The event file ${path} does not hold a JSON object.`);
  }
  return event as Readonly<Record<string, unknown>>;
}

/** Reads what every runner sets. Throws EHA1006 naming the variable that is missing, EHA1007 for the event file. */
export function readGitHubContext(environment: Environment = process.env): GitHubContext {
  const serverUrl = required(environment, 'GITHUB_SERVER_URL');
  const repository = required(environment, 'GITHUB_REPOSITORY');
  const runId = requiredNumber(environment, 'GITHUB_RUN_ID');
  return {
    repository,
    sha: required(environment, 'GITHUB_SHA'),
    ref: required(environment, 'GITHUB_REF'),
    eventName: required(environment, 'GITHUB_EVENT_NAME'),
    event: readEvent(environment),
    runId,
    runAttempt: requiredNumber(environment, 'GITHUB_RUN_ATTEMPT'),
    job: required(environment, 'GITHUB_JOB'),
    actor: required(environment, 'GITHUB_ACTOR'),
    serverUrl,
    apiUrl: required(environment, 'GITHUB_API_URL'),
    graphqlUrl: required(environment, 'GITHUB_GRAPHQL_URL'),
    runUrl: `${serverUrl}/${repository}/actions/runs/${runId}`,
    workspace: required(environment, 'GITHUB_WORKSPACE'),
    tempDirectory: required(environment, 'RUNNER_TEMP'),
  };
}
