export { accessibilityFaults, signIn, wholePage } from './people';
export { inChromium } from './settings';
export { codeIn, expect, linkIn, test } from './stack';
