import { createHmac, randomBytes } from 'node:crypto';

/** Makes a mark of a key, by which two keys are the same or not and from which neither can be found. */
export type KeyMarker = (key: string | undefined) => string | null;

/** Marks of one marker are made with a secret of its own that is never kept, so they mean nothing outside this process. */
export function createKeyMarker(): KeyMarker {
  const salt = randomBytes(32);
  return (key) =>
    key === undefined || key === '' ? null : createHmac('sha256', salt).update(key).digest('hex');
}
