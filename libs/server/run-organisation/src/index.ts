export { AddOrganisation } from './add-organisation';
export { type ParsedFramework, parseFramework, type TextFault } from './framework-yaml';
export { type Publication, PublishFramework } from './publish-framework';
export { readFrameworkFile } from './read-framework-file';
export { readTextFile, type TextFile } from './read-text-file';
export { writeFramework } from './write-framework';
export { type Opened, type Opening, OpenOrganisation } from './init/open-organisation';
export { readSettingsFile } from './init/read-settings-file';
export { readSettings, type SettingFault, type SettingName, Settings } from './init/settings';
