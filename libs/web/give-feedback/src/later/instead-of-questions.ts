import { DoorPage } from './door-page';

export const parts = { door: DoorPage };
