import { Comments } from './comments';
import { Conflicts } from './conflicts';
import { KeysHint } from './keys-hint';

export const parts = { comments: Comments, conflicts: Conflicts, keys: KeysHint };
