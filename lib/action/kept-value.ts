/**
 * Keeps a value that takes a request to make and is good for some time, such as a token. Callers that come while it is
 * being made wait for the same one, so that many reads at once log in once. A failure is told to all of them and not
 * kept.
 * @param isFresh whether a value may be used still
 * @returns gives the value; with `anew` one that was asked for later than the last, because that was refused
 */
export function keepValue<T>(
  make: () => Promise<T>,
  isFresh: (value: T) => boolean,
): (anew?: boolean) => Promise<T> {
  let last: { readonly value: T } | undefined;
  let running: Promise<T> | undefined;
  const renew = async (): Promise<T> => {
    try {
      const value = await make();
      last = { value };
      return value;
    } finally {
      running = undefined;
    }
  };
  return async (anew = false) => {
    if (running === undefined && !anew && last !== undefined && isFresh(last.value)) return last.value;
    running ??= renew();
    return running;
  };
}
