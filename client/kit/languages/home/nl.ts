// Dutch: what the first page says of the others.
import type { labels as english } from './en.ts';

export const labels: Readonly<Record<keyof typeof english, string>> = {
  onNow: 'Nu op het ijs',
  nextOn: 'Hierna: {race}',
  nothingOn: 'Er is nu niets bezig.',
  forAll: 'Voor iedereen',
  forHall: 'Voor de hal',
  forAir: 'Voor de uitzending',
  forDesk: 'Voor de tijdwaarneming',
  'page.results': 'Uitslagen',
  'about.results': 'Programma, live uitslagen, klassementen en rondetijden, voor telefoon en papier',
  'page.commentator': 'Commentator',
  'about.commentator': 'Verschillen en hoe ze verlopen, groepen, wat er nodig is en het verhaal van de race',
  'page.arena': 'Arenascherm',
  'about.arena': 'Volgt wat er op het ijs gebeurt, op een wand, staand of op een banner',
  'page.screen': 'Scherm met naam',
  'about.screen': 'Een scherm dat vanaf de console wordt bediend',
  'page.lapcounter': 'Rondebord',
  'about.lapcounter': 'Ronden te gaan en de bel, zo groot als het scherm is',
  'page.overlay': 'Overlay',
  'about.overlay': 'Doorzichtige graphics voor OBS, vMix of CasparCG',
  'page.rundown': 'Draaiboek',
  'about.rundown': 'Zet graphics in de uitzending, met een token',
  'page.console': 'Console',
  'about.console': 'Starten, corrigeren, beslissen en vaststellen, met een token',
  forPrograms: 'Voor programma’s',
};
