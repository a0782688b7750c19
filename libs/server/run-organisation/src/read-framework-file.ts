import { parseFramework, type ParsedFramework } from './framework-yaml';
import { readTextFile } from './read-text-file';

/** The framework in a YAML file, or everything that is wrong with the file in sentences with line and column. */
export const readFrameworkFile = async (path: string): Promise<ParsedFramework> => {
  const file = await readTextFile(path);
  return file.read ? parseFramework(file.text) : { valid: false, faults: [{ at: null, message: file.reason }] };
};
