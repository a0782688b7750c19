import { GroupPage } from './group-page';
import { HeldPage } from './held-page';
import { ReplacedPage } from './replaced-page';
import { WrongPage } from './wrong-page';

export const parts = { wrong: WrongPage, replaced: ReplacedPage, group: GroupPage, told: GroupPage, held: HeldPage };
