import type { Framework } from '../framework';
import type { FrameworkFault, FrameworkPath } from '../inspection';

/** What keeps a document's content from being a framework, by code: its reader knows no paths. */
export const faultsInWords = (framework: Framework, faults: readonly FrameworkFault[]): readonly string[] =>
  faults.map(({ path, message }) => `${placeOf(framework, path)}: ${missing(framework, path) ?? message}`);

const placeOf = ({ qualities }: Framework, [part, at, key, behaviourAt]: FrameworkPath): string => {
  const quality = part === 'qualities' && typeof at === 'number' ? qualities[at] : undefined;
  const behaviour = key === 'behaviours' && typeof behaviourAt === 'number' ? quality?.behaviours[behaviourAt] : undefined;
  if (behaviour) return `Behaviour ${behaviour.code}`;
  if (quality) return `Quality ${quality.code}`;
  return part === 'reflection' ? 'Reflection questions' : part === 'conversation' ? 'Conversation' : String(part);
};

const missing = ({ qualities }: Framework, [, at, key]: FrameworkPath): string | undefined => {
  const quality = typeof at === 'number' ? qualities[at] : undefined;
  if (key === 'name' && quality?.name === '')
    return 'It has behaviours, but no name was found: neither “Definition”, a tab and the name, nor a heading “Leadership quality:”.';
  if (key === 'definition' && quality?.definition === '')
    return `It has behaviours, but no definition was found. In its definition table this is the line “${quality.code}”, a tab and the definition.`;
  return undefined;
};
