/** The part of GitHub's GraphQL API that comment-keeping needs: queries for comments, and the mutations that change them. */
import { buildSchema, execute, GraphQLError, parse, validate, type ExecutionResult } from 'graphql';
import type { Json, JsonObject } from '../../runner/host.ts';
import type { FaultSet } from '../../world/faults.ts';
import type { GitHubState } from '../../world/github.ts';
import { addComment, editComment } from '../../world/github-issues.ts';
import type { CommentRecord, IssueRecord, RepositoryRecord, TokenRecord } from '../../world/github-types.ts';
import { isObject, type Answer } from './http.ts';
import { accountNode, commentNode, findNode, issueNode, repositoryNode } from './graphql-nodes.ts';
import { SCHEMA_SOURCE } from './graphql-schema.ts';
import type { RateLimits } from './limits.ts';
import { isPermitted, maySee } from './rest.ts';
import { commentNeeds, commentRefusal } from './rest/issues.ts';

export interface GraphqlContext {
  readonly state: GitHubState;
  readonly faults: FaultSet;
  readonly limits: RateLimits;
  readonly caller: TokenRecord;
  readonly request: JsonObject;
}

const SCHEMA = buildSchema(SCHEMA_SOURCE);

/** A refusal as GitHub's GraphQL gives it: HTTP 200, null data, and an error with a type. */
function refusal(type: 'NOT_FOUND' | 'FORBIDDEN' | 'UNPROCESSABLE', message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** Executes a request. Errors come as `errors` in an answer 200, as GitHub's do. */
export async function answerGraphql(context: GraphqlContext): Promise<Answer> {
  const { query } = context.request;
  const source = typeof query === 'string' ? query : '';
  const variables = context.request['variables'];
  const result = await run(context, source, isObject(variables) ? variables : {});
  const body: Record<string, Json> = {};
  if (result.data !== undefined) body['data'] = JSON.parse(JSON.stringify(result.data)) as Json;
  if (result.errors !== undefined) body['errors'] = result.errors.map(errorJson);
  return { status: 200, body };
}

async function run(context: GraphqlContext, source: string, variables: JsonObject): Promise<ExecutionResult> {
  try {
    const document = parse(source);
    const errors = validate(SCHEMA, document);
    if (errors.length > 0) return { errors };
    return await execute({
      schema: SCHEMA,
      document,
      rootValue: resolvers(context),
      variableValues: variables,
    });
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

function errorJson(error: GraphQLError): Json {
  const { type } = error.extensions;
  return {
    ...(typeof type === 'string' ? { type } : {}),
    ...(error.path === undefined ? {} : { path: [...error.path] }),
    locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
    message: error.message,
  };
}

interface InputArguments {
  readonly input: Readonly<Record<string, string | undefined>>;
}

function resolvers(context: GraphqlContext) {
  const { state, caller } = context;
  return {
    // Authors go by their bare name, but the viewer of an app's token has "[bot]" (public reports of both agree).
    viewer: () => ({ ...accountNode(state, caller.user), login: caller.user.login }),
    rateLimit: () => rateLimit(context),
    node: ({ id }: { id: string }) => nodeOrRefusal(context, id),
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => nodeOrRefusal(context, id)),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repository = state.findRepository(`${owner}/${name}`);
      if (repository !== undefined && maySee(repository, caller))
        return repositoryNode(state, repository, caller);
      throw refusal('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
    },
    minimizeComment: ({ input }: InputArguments) =>
      minimize(context, input, (input['classifier'] ?? '').toLowerCase()),
    unminimizeComment: ({ input }: InputArguments) => minimize(context, input, null),
    updateIssueComment: ({ input }: InputArguments) => {
      const { repository, comment } = writableComment(context, input['id'] ?? '');
      editComment(state, comment, checkedBody(input['body'] ?? ''));
      return {
        clientMutationId: input['clientMutationId'],
        issueComment: commentNode(state, repository, comment, caller),
      };
    },
    deleteIssueComment: ({ input }: InputArguments) => {
      const { repository, comment } = writableComment(context, input['id'] ?? '');
      repository.comments.delete(comment.id);
      return { clientMutationId: input['clientMutationId'] };
    },
    addComment: ({ input }: InputArguments) => add(context, input),
  };
}

function rateLimit(context: GraphqlContext) {
  const headers = context.limits.headers(context.caller, 'graphql');
  const number = (name: string) => Number(headers[`x-ratelimit-${name}`]);
  const resetAt = new Date(number('reset') * 1000).toISOString();
  return { limit: number('limit'), cost: 1, remaining: number('remaining'), used: number('used'), resetAt };
}

function nodeOrRefusal(context: GraphqlContext, id: string) {
  const found = findNode(context.state, id);
  if (found === undefined || !maySee(found.repository, context.caller)) throw unresolved(id);
  const { state, caller } = context;
  if (found.kind === 'comment') return commentNode(state, found.repository, found.comment, caller);
  if (found.kind === 'issue') return issueNode(state, found.repository, found.issue, caller);
  return repositoryNode(state, found.repository, caller);
}

function unresolved(id: string): GraphQLError {
  return refusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}

/** The comment of a global id, if the caller may write it. */
function writableComment(
  context: GraphqlContext,
  id: string,
): { readonly repository: RepositoryRecord; readonly comment: CommentRecord } {
  const found = findNode(context.state, id);
  if (found?.kind !== 'comment' || !maySee(found.repository, context.caller)) throw unresolved(id);
  assertMayWrite(context, found.repository, found.repository.issues.get(found.comment.issueNumber));
  return found;
}

function assertMayWrite(
  context: GraphqlContext,
  repository: RepositoryRecord,
  issue: IssueRecord | undefined,
): void {
  const permitted = isPermitted(repository, context.caller, commentNeeds(issue));
  const struck = permitted && context.caller.kind === 'app' && context.faults.strikes('github-forbidden');
  if (!permitted || struck) throw refusal('FORBIDDEN', 'Resource not accessible by integration');
}

function checkedBody(body: string): string {
  const message = commentRefusal(body);
  if (message !== undefined) throw refusal('UNPROCESSABLE', message);
  return body;
}

function minimize(context: GraphqlContext, input: InputArguments['input'], reason: string | null) {
  const { repository, comment } = writableComment(context, input['subjectId'] ?? '');
  comment.minimized = reason?.replaceAll('_', '-') ?? null;
  const node = commentNode(context.state, repository, comment, context.caller);
  const { clientMutationId } = input;
  return reason === null
    ? { clientMutationId, unminimizedComment: node }
    : { clientMutationId, minimizedComment: node };
}

function add(context: GraphqlContext, input: InputArguments['input']) {
  const id = input['subjectId'] ?? '';
  const found = findNode(context.state, id);
  if (found?.kind !== 'issue' || !maySee(found.repository, context.caller)) throw unresolved(id);
  const { state, caller } = context;
  const { repository, issue } = found;
  assertMayWrite(context, repository, issue);
  const comment = addComment(state, repository, issue.number, caller.user, checkedBody(input['body'] ?? ''));
  const node = commentNode(state, repository, comment, caller);
  const subject = issueNode(state, repository, issue, caller);
  return { clientMutationId: input['clientMutationId'], commentEdge: { cursor: node.id, node }, subject };
}
