import { ChangeDetectionStrategy, Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import type { Problem } from '@facet/contract';
import { Session } from '@facet/web-accounts';
import { Mark, Refusal, refusalOf } from '@facet/web-kit';
import { filter, pairwise } from 'rxjs';

/** What stands round every page: the mark, who is signed in, the way out. */
@Component({
  selector: 'facet-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Mark, Refusal, RouterLink, RouterOutlet],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly refusal = signal<Problem | null>(null);
  protected readonly me = computed(() => this.session.me() ?? null);

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        pairwise(),
        filter(([before, after]) => pageOf(before) !== pageOf(after)),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.focusHeading());
  }

  protected async signOut(): Promise<void> {
    this.refusal.set(null);
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/sign-in');
    } catch (error) {
      this.refusal.set({ ...refusalOf(error), title: 'You are still signed in' });
    }
  }

  protected skip(): void {
    this.focusHeading();
  }

  /** A new page begins at its heading, for the keyboard and for those who listen. */
  private focusHeading(): void {
    const main = this.main().nativeElement;
    (main.querySelector<HTMLElement>('h1') ?? main).focus();
  }
}

const pageOf = ({ urlAfterRedirects }: NavigationEnd): string => urlAfterRedirects.split(/[?#]/, 1)[0] ?? '';
