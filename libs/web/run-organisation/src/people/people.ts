import { afterRenderEffect, ChangeDetectionStrategy, Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { path } from '@facet/contract';
import { Page, Refusal, refusalOf, Section, Waiting } from '@facet/web-kit';
import { WhichOrganisation } from '../organisation/which-organisation';
import { AddPerson } from './add-person';
import { ImportPeople } from './import-people';
import { PeopleStore } from './people-store';
import { StaffEntry } from './staff-entry';

/** An administrator says who may sign in, and as what. */
@Component({
  selector: 'facet-people',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AddPerson, ImportPeople, Page, Refusal, RouterLink, Section, StaffEntry, Waiting, WhichOrganisation],
  providers: [PeopleStore],
  templateUrl: './people.html',
  styleUrl: './people.css',
})
export class People {
  protected readonly store = inject(PeopleStore);
  protected readonly csv = computed(() => this.store.inOrganisation(path.peopleCsv));
  protected readonly notFetched = computed(() => {
    const error = this.store.people.error();
    return error ? refusalOf(error) : null;
  });
  private readonly said = viewChild.required<ElementRef<HTMLElement>>('said');

  constructor() {
    // What was pressed may be gone: the focus goes to what the press has done.
    afterRenderEffect(() => {
      if (this.store.said()) this.said().nativeElement.focus();
    });
  }
}
