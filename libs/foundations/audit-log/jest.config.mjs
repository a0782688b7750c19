import { server } from '../../../tools/jest.mjs';
export default server(import.meta.url);
