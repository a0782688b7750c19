export { AnswerLinksModule } from './answer-links.module';
export { FileVault } from './file-vault';
export { RoundSecret, tokenHash } from './round-secret';
export { surveyLink, typedCode } from './survey-link';
export { VAULT, type Vault } from './vault';
