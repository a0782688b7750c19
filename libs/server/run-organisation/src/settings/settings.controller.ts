import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { LookAtSettings, path, SaveSettings, type SettingsEffects, type SettingsView } from '@facet/contract';
import { body, invalid, notFound, Permit, type Principal, Refused } from '@facet/platform';
import { ChangeSettings, type NotSaved } from './change-settings';

/** The administrator changes what `facet init` asked for. */
@Controller()
export class SettingsController {
  constructor(private readonly changing: ChangeSettings) {}

  @Get(path.settings)
  @Permit('administrator')
  async read(@SignedIn() principal: Principal, @Query('organisation') organisation?: string): Promise<SettingsView> {
    return done(await this.changing.read(principal, organisation));
  }

  @Post(path.settingsPreview)
  @HttpCode(200)
  @Permit('administrator')
  async lookAt(
    @SignedIn() principal: Principal,
    @Body(body(LookAtSettings)) { settings }: LookAtSettings,
    @Query('organisation') organisation?: string,
  ): Promise<SettingsEffects> {
    return done(await this.changing.lookAt(principal, organisation, settings));
  }

  @Post(path.settings)
  @HttpCode(200)
  @Permit('administrator')
  async save(
    @SignedIn() principal: Principal,
    @Body(body(SaveSettings)) wanted: SaveSettings,
    @Query('organisation') organisation?: string,
  ): Promise<SettingsView> {
    return done(await this.changing.save(principal, organisation, wanted));
  }
}

function done<Result extends object>(result: Result | NotSaved | null): Result {
  if (result === null) throw notFound();
  if (isRefusal(result)) throw refusal(result);
  return result;
}

const isRefusal = (result: object): result is NotSaved => 'refused' in result;

function refusal(refused: NotSaved): Refused {
  switch (refused.refused) {
    case 'wrong':
      return invalid([...refused.errors]);
    case 'changed meanwhile':
      return new Refused({
        code: 'changed_meanwhile',
        title: 'Somebody has changed the settings since you opened this page.',
        status: 409,
        detail: 'Nothing has been saved, and what you typed is still here. Copy what you need, and open the page again.',
      });
    case 'deletes more':
      return new Refused({
        code: 'deletes_reports',
        title: 'That would delete more reports than you were shown.',
        status: 409,
        detail: `${refused.effects.says.join(' ')} Nothing has been saved. Save again to see it anew.`,
      });
  }
}
