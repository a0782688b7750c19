export { MailServer } from './mail-server';
export { codeIn, linkIn, tokenIn } from './mailbox';
export { Product } from './product';
export { TestProvider } from './test-provider';
