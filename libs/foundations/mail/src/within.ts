/** What `promise` gives, or `otherwise` once so much time has passed; the promise is then left to itself. */
export async function within<Result>(milliseconds: number, promise: Promise<Result>, otherwise: Result): Promise<Result> {
  const limit = Promise.withResolvers<Result>();
  const timer = setTimeout(() => limit.resolve(otherwise), milliseconds);
  try {
    return await Promise.race([promise, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
