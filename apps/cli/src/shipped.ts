import { fileURLToPath } from 'node:url';

/** The framework that comes with Facet: this file and the built command lie equally deep. */
export const sevenQualities = fileURLToPath(new URL('../../../framework/leadership-qualities.yaml', import.meta.url));
