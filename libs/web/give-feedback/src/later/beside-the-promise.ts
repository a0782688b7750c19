import { Limits } from './limits';

export const parts = { limits: Limits };
