export { accessibilityFaults, signIn } from './people';
export { inChromium } from './settings';
export { codeIn, expect, linkIn, test } from './stack';
