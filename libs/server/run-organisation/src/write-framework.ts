import type { Framework } from '@facet/domain-framework';
import { stringify } from 'yaml';

/** A framework as YAML for a person to read and change; `parseFramework` reads it back equal. */
export const writeFramework = (framework: Framework): string =>
  stringify(framework, { lineWidth: 120, singleQuote: true, aliasDuplicateObjects: false });
