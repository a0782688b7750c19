export { isConfidential, raterGroups, type ConfidentialGroupCode, type GroupCode, type RaterGroup } from './groups';
export type { PromisedGroup, RoundPromise } from './promise';
