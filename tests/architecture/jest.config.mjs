import { server } from '../../tools/jest.mjs';
export default { ...server(import.meta.url), testTimeout: 120_000 };
