export { AddOrganisation } from './add-organisation';
export { type ParsedFramework, parseFramework, type TextFault } from './framework-yaml';
export { type Publication, PublishFramework } from './publish-framework';
export { readFrameworkFile } from './read-framework-file';
export { readTextFile, type TextFile } from './read-text-file';
export { writeFramework } from './write-framework';
