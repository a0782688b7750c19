export { type ParsedFramework, parseFramework, type TextFault } from './framework-yaml';
export { readFrameworkFile } from './read-framework-file';
export { readTextFile, type TextFile } from './read-text-file';
