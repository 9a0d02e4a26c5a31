import { defineErrors } from '../action/errors.ts';

/** What the resources of an environment can fail for. */
export const environmentErrors = defineErrors({
  EHA1600: {
    kind: 'user',
    title: 'Resources left',
    likelyCause:
      'Something was made outside Terraform (a volume or load balancer of the cluster, an activation), a destroy failed halfway, or the lists of the cloud still lag behind.',
    remedy:
      'Delete what is named, or destroy its stack again; give `wait` more time when it was destroyed only now.',
  },
  EHA1601: {
    kind: 'user',
    title: 'No resource has the tags',
    likelyCause:
      'The name of the environment is misspelt, its tags have other keys, or it was never applied.',
    remedy: 'Compare the inputs `environment`, `environment-tag` and `tags` with the tags of a resource.',
  },
  EHA1602: {
    kind: 'user',
    title: 'Resources of an environment not known',
    likelyCause:
      'The role may not read one of the lists, the job has no credentials for a cloud, or the cloud did not answer.',
    remedy:
      'Grant what the README of environment-resources lists, or run again when the service failed; nothing counts as gone until every list was read.',
  },
});
