import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { LaunchPreview } from '@facet/contract';
import { paragraphsOf } from './paragraphs';

/** The line that text parts of mails set above what everybody's mail says. */
const ABOVE_SMALL_PRINT = /^--$/m;

/**
 * The mail and the welcome page, word for word. The mail is shown by its text part: it says everything that the other part
 * says, and text can be shown as text, whereas markup would need a door in the page's content security policy.
 */
@Component({
  selector: 'facet-what-they-see',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './what-they-see.html',
  styleUrl: './what-they-see.css',
})
export class WhatTheySee {
  readonly preview = input.required<Pick<LaunchPreview, 'mail' | 'welcome'> | null>();

  protected readonly mail = computed(() => {
    const mail = this.preview()?.mail;
    if (!mail) return null;
    const [words = '', smallPrint = ''] = mail.text.split(ABOVE_SMALL_PRINT);
    return { subject: mail.subject, paragraphs: paragraphsOf(words), smallPrint: paragraphsOf(smallPrint) };
  });
}
