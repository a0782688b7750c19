import { bootstrapApplication } from '@angular/platform-browser';
import { configuration } from './configuration';
import { Shell } from './shell/shell';

bootstrapApplication(Shell, configuration).catch((error: unknown) => {
  console.error(error);
});
