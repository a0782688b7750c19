import * as z from 'zod';

// zod's compiled validators need `new Function`, which our content security policy forbids. It looks for that when the first
// schema is made, so this is a script of its own that runs before every other.
z.config({ jitless: true });
