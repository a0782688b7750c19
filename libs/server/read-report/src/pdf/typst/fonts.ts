import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const beside = (name: string, path: string): string => join(dirname(resolve(name)), path);

/** Every face that a report is set in, and no other: what none of them holds is written by its number. */
const faces: readonly { readonly family: string; readonly name: string; readonly paths: readonly string[] }[] = [
  {
    family: 'Atkinson Hyperlegible Next',
    name: '@expo-google-fonts/atkinson-hyperlegible-next',
    paths: [
      '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
      '400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
      '600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
    ],
  },
  {
    family: 'Source Serif 4',
    name: '@expo-google-fonts/source-serif-4',
    paths: ['400Regular/SourceSerif4_400Regular.ttf', '600SemiBold/SourceSerif4_600SemiBold.ttf'],
  },
  { family: 'Noto Sans Hebrew', name: '@expo-google-fonts/noto-sans-hebrew', paths: ['400Regular/NotoSansHebrew_400Regular.ttf'] },
  { family: 'Noto Sans Arabic', name: '@expo-google-fonts/noto-sans-arabic', paths: ['400Regular/NotoSansArabic_400Regular.ttf'] },
  { family: 'Noto Sans Hans', name: '@embedpdf/fonts-sc', paths: ['../fonts/NotoSansHans-Regular.otf'] },
  { family: 'Noto Emoji', name: '@expo-google-fonts/noto-emoji', paths: ['400Regular/NotoEmoji_400Regular.ttf'] },
];

/** In the order in which a character is looked for; headings alone begin with the serif. */
export const families: readonly string[] = faces.map(({ family }) => family).filter((family) => family !== 'Source Serif 4');

/** The files of those faces, found where npm installed them. */
export const fontFiles = (): string[] => faces.flatMap(({ name, paths }) => paths.map((path) => beside(name, path)));
