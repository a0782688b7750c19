import { inChromium } from '@facet/testing-browser';

/** `npx nx pictures accessibility` takes the README's pictures anew. */
export default inChromium('pictures', '**/*.pictures.ts');
