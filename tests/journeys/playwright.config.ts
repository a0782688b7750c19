import { inChromium } from '@facet/testing-browser';

export default inChromium('journeys', '**/*.journey.ts');
