import { Global, Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '@facet/platform';
import { FileVault } from './file-vault';
import { VAULT } from './vault';

@Global()
@Module({
  providers: [
    { provide: VAULT, inject: [CONFIGURATION], useFactory: (configuration: Configuration) => new FileVault(configuration.keysFolder) },
  ],
  exports: [VAULT],
})
export class AnswerLinksModule {}
