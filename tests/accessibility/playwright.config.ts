import { inChromium } from '@facet/testing-browser';

export default inChromium('accessibility', '**/*.pages.ts');
