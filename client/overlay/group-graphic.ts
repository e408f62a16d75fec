// <group-graphic>: break, chase and peloton with their gaps, and who is in the groups small enough to be named.
import { html, nothing } from 'lit';
import type { Group } from '../../shared/board.ts';
import { formatDiff } from '../../shared/format-time.ts';
import { type AirLabel, words } from '../kit/air-words.ts';
import { flag } from '../kit/flag.ts';
import { personName } from '../kit/person-name.ts';
import { GraphicElement } from './graphic-element.ts';
import { type Known, type Who, whoOf } from './known.ts';

/** Groups shown, the foremost ones; and names in all of them, of small groups only: of the others the number says enough. */
const groupsMost = 4;
const namesMost = 9;
const smallMost = 6;

interface GroupData {
  readonly key: string;
  readonly name: Group['name'];
  readonly size: number;
  readonly behindUs?: number | undefined;
  readonly names: readonly Who[];
}

export interface GroupsData {
  readonly lap: number;
  readonly groups: readonly GroupData[];
}

export function groupsData({ board: { groups, rows, laps } }: Known): GroupsData | undefined {
  const all = Object.entries(groups).sort(([a], [b]) => Number(a) - Number(b));
  if (all.length === 0) return undefined;
  let left = namesMost;
  const shown = all.slice(0, groupsMost).map(([key, { name, size, behindUs, entries }]): GroupData => {
    const isNamed = entries.length <= Math.min(smallMost, left);
    if (isNamed) left -= entries.length;
    const names = isNamed ? entries.flatMap((entry) => rows[entry] ?? []).map(whoOf) : [];
    return { key, name, size, behindUs, names };
  });
  return { lap: laps.leader, groups: shown };
}

const labels: Readonly<Record<Group['name'], AirLabel>> = {
  leader: 'groupLeader',
  break: 'groupBreak',
  chase: 'groupChase',
  peloton: 'groupPeloton',
  dropped: 'groupDropped',
};

export class GroupGraphic extends GraphicElement<GroupsData> {
  protected override picture(data: GroupsData) {
    return html`<header><b>${words('groups')}</b><span>${data.lap > 0 ? words('afterLap', { lap: data.lap }) : ''}</span></header>
      <ol>${data.groups.map((group) => this.#group(group))}</ol>`;
  }

  #group({ name, size, behindUs, names }: GroupData) {
    const count = size === 1 ? words('oneSkater') : words('skaters', { count: size });
    return html`<li class=${`group ${name}`}><p><b>${words(labels[name])}</b><span>${count}</span><i>${behindUs === undefined ? '' : formatDiff(behindUs, 1)}</i></p>
      ${names.length === 0 ? nothing : html`<ul>${names.map((who) => html`<li>${flag(who.nation)}${personName(who.name)}</li>`)}</ul>`}</li>`;
  }
}

customElements.define('group-graphic', GroupGraphic);
