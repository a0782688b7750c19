// Stands in for fast-check where FACET_PROPERTY_RUNS is set: every property is then tried on so many cases, whatever its test says.
import * as fastCheck from 'fast-check-itself';

export * from 'fast-check-itself';
const numRuns = Number(process.env.FACET_PROPERTY_RUNS);
export const assert = (property, settings) => fastCheck.assert(property, { ...settings, numRuns });
export default { ...fastCheck, assert };
