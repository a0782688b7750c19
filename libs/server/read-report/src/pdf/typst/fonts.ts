import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** Every face that a report is set in, by its package: the text's and the headings', then those of further scripts and of emoji. */
const faces = {
  '@expo-google-fonts/atkinson-hyperlegible-next': [
    '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
    '400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
    '600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
  ],
  '@expo-google-fonts/source-serif-4': ['400Regular/SourceSerif4_400Regular.ttf', '600SemiBold/SourceSerif4_600SemiBold.ttf'],
  '@expo-google-fonts/noto-sans-hebrew': ['400Regular/NotoSansHebrew_400Regular.ttf'],
  '@expo-google-fonts/noto-sans-arabic': ['400Regular/NotoSansArabic_400Regular.ttf'],
  '@embedpdf/fonts-sc': ['../fonts/NotoSansHans-Regular.otf'],
  '@expo-google-fonts/noto-emoji': ['400Regular/NotoEmoji_400Regular.ttf'],
};

/** Their files, found where npm installed them. What none of them has a shape for is written by its number: no other face is ever used. */
export const fontFiles = (): string[] =>
  Object.entries(faces).flatMap(([name, paths]) => paths.map((path) => join(dirname(resolve(name)), path)));
