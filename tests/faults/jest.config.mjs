import { server } from '../../tools/jest.mjs';
export default { ...server(import.meta.url), testTimeout: 300_000 };
