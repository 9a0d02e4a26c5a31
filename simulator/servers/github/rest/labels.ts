/** Labels of a repository and of its issues over REST. */
import { label } from '../../../world/github-issues.ts';
import { labelJson } from '../../../world/github-json-issues.ts';
import {
  ApiError,
  listAnswer,
  notFound,
  optionalText,
  textOf,
  validationFailed,
  type RepositoryRoute,
} from '../http.ts';
import { checkedLabels, issueNeeds, issueOf, READ } from './issues.ts';

/** Routes below a repository. */
export const LABEL_ROUTES: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/labels',
    docs: 'issues/labels#list-labels-for-a-repository',
    needs: READ,
    handle: (call) =>
      listAnswer(call, [...call.repository.labels.values()], (each) =>
        labelJson(call.state.urls, call.repository, each),
      ),
  },
  {
    method: 'POST',
    pattern: '/labels',
    docs: 'issues/labels#create-a-label',
    needs: ['issues=write', 'pull_requests=write'],
    handle: (call) => {
      const name = textOf(call.body, 'name');
      const known = call.repository.labels.has(name.toLowerCase());
      if (known) throw validationFailed({ resource: 'Label', code: 'already_exists', field: 'name' });
      const color = optionalText(call.body, 'color') ?? 'ededed';
      const description = optionalText(call.body, 'description') ?? null;
      const made = label(call.state, call.repository, name, { color, description });
      return { status: 201, body: labelJson(call.state.urls, call.repository, made) };
    },
  },
  {
    method: 'GET',
    pattern: '/labels/{name}',
    docs: 'issues/labels#get-a-label',
    needs: READ,
    handle: (call) => {
      const found = call.repository.labels.get((call.params['name'] ?? '').toLowerCase());
      if (found === undefined) throw notFound();
      return { status: 200, body: labelJson(call.state.urls, call.repository, found) };
    },
  },
  {
    method: 'GET',
    pattern: '/issues/{number}/labels',
    docs: 'issues/labels#list-labels-for-an-issue',
    needs: READ,
    handle: (call) =>
      listAnswer(call, issueOf(call).labels, (each) => labelJson(call.state.urls, call.repository, each)),
  },
  {
    method: 'POST',
    pattern: '/issues/{number}/labels',
    docs: 'issues/labels#add-labels-to-an-issue',
    needs: issueNeeds,
    handle: (call) => {
      const issue = issueOf(call);
      const added = (checkedLabels(call) ?? []).map((name) => label(call.state, call.repository, name));
      issue.labels = [...new Set([...issue.labels, ...added])];
      return {
        status: 200,
        body: issue.labels.map((each) => labelJson(call.state.urls, call.repository, each)),
      };
    },
  },
  {
    method: 'DELETE',
    pattern: '/issues/{number}/labels/{name}',
    docs: 'issues/labels#remove-a-label-from-an-issue',
    needs: issueNeeds,
    handle: (call) => {
      const issue = issueOf(call);
      const name = (call.params['name'] ?? '').toLowerCase();
      if (!issue.labels.some((each) => each.name.toLowerCase() === name)) {
        throw new ApiError(404, 'Label does not exist');
      }
      issue.labels = issue.labels.filter((each) => each.name.toLowerCase() !== name);
      return {
        status: 200,
        body: issue.labels.map((each) => labelJson(call.state.urls, call.repository, each)),
      };
    },
  },
];
