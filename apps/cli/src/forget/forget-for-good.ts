import {
  type Earnest,
  isRefused,
  keepForgotten,
  type LeaderStays,
  type NotForgotten,
  type Receipt,
  searchAddress,
  sweepPages,
} from '@facet/server-operate';
import type { DataSource } from 'typeorm';
import type { ExitCode, Output } from '../command';
import { askInTerminal, Stopped } from '../init/ask-in-terminal';
import { planInWords, receiptInWords, stillThereInWords, whyItStays } from './receipt-in-words';

export const forgetOptions = {
  organisation: { type: 'string' },
  yes: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

export const forgetDetails = [
  '--dry-run            says what would go, and deletes nothing',
  '--yes                does not ask again, for scripts',
  '--organisation NAME  where several organisations share this installation',
  'Numbers and unlabelled comments of other people’s reports stay: nothing tells whose they are.',
] as const;

export interface Forgetting {
  readonly source: DataSource;
  readonly keysFolder: string;
  readonly output: Output;
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** Looked for in the end; null where a round is forgotten, which has no address. */
  readonly address: string | null;
}

/** Rehearses, shows what would go, asks, does it, and looks whether anything is left. */
export const forgetForGood = async (
  { source, keysFolder, output, yes, dryRun, address }: Forgetting,
  forget: (earnest: Earnest) => Promise<Receipt | NotForgotten<LeaderStays>>,
): Promise<ExitCode> => {
  const plan = await forget('rehearsed');
  if (isRefused(plan)) return refuse(output, whyItStays[plan.refused]);
  output.report(planInWords(plan));
  if (dryRun) return 0;
  if (!yes && !(await agreed(output))) return refuse(output, 'Not confirmed.');
  const receipt = await forget('for good');
  if (isRefused(receipt)) return refuse(output, whyItStays[receipt.refused]);
  await keepForgotten(source, keysFolder);
  output.print(receiptInWords(receipt));
  const busy = await sweepPages(source);
  if (busy.length > 0) output.report(`In use, so their files were not written anew: ${busy.join(', ')}. The rows are gone all the same.`);
  if (address !== null) output.report(stillThereInWords(await searchAddress(source, address)));
  return 0;
};

async function agreed(output: Output): Promise<boolean> {
  if (!process.stdin.isTTY) {
    output.report('Nobody is at the terminal to be asked. Say --yes to go on without.');
    return false;
  }
  try {
    return (await askInTerminal((ask) => ask('Type forget to delete it for good: '))).trim() === 'forget';
  } catch (error) {
    if (error instanceof Stopped) return false;
    throw error;
  }
}

const refuse = (output: Output, reason: string): ExitCode => {
  output.report(`${reason} Nothing was deleted.`);
  return 1;
};
