import type { Framework } from '@facet/domain-framework';
import { Document, visit } from 'yaml';

const longestPlain = 80;

/** A framework as YAML for a person to read and change; `parseFramework` reads it back equal. */
export const writeFramework = (framework: Framework): string => {
  const document = new Document(framework, { aliasDuplicateObjects: false });
  visit(document, {
    // Folded under “>-”, a long text may be changed at will: no colon or quote in it can break the file.
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && scalar.value.length > longestPlain) scalar.type = 'BLOCK_FOLDED';
    },
  });
  return document.toString({ lineWidth: 120, singleQuote: true });
};
