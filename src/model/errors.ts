/** Something the user can mend (a wrong option, an unreadable file): shown as a notice, exit code 2 on the command line. */
export class UserError extends Error {
  override name = 'UserError';
}

/** A query the engine refused, with its SQL: always a defect of ours, since users' values are bound. */
export class QueryError extends Error {
  override name = 'QueryError';
  constructor(
    message: string,
    readonly sql: string,
    options?: ErrorOptions,
  ) {
    super(`${message}\nin: ${sql}`, options);
  }
}
