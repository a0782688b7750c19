import { node } from '../../../tools/jest.mjs';
export default node(import.meta.url);
