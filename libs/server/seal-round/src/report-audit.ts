/** The nest token of the audit (`AuditReport`) that a report must pass before it is sealed. */
export const REPORT_AUDIT = Symbol('report audit');
