// Danish: what the first page says of the others.
import type { labels as english } from './en.ts';

export const labels: Readonly<Record<keyof typeof english, string>> = {
  onNow: 'På isen nu',
  nextOn: 'Næste: {race}',
  nothingOn: 'Der er intet i gang.',
  forAll: 'For alle',
  forHall: 'Til hallen',
  forAir: 'Til udsendelsen',
  forDesk: 'Til tidtagningen',
  'page.results': 'Resultater',
  'about.results': 'Program, live resultater, stillinger og omgangstider, til telefon og papir',
  'page.commentator': 'Kommentator',
  'about.commentator': 'Afstande og deres udvikling, grupper, hvad der kræves, og løbets historie',
  'page.arena': 'Hallens skærm',
  'about.arena': 'Følger det, der sker på isen, på en væg, en stående skærm eller et banner',
  'page.screen': 'Skærm med navn',
  'about.screen': 'En skærm, der styres fra konsollen',
  'page.lapcounter': 'Omgangstavle',
  'about.lapcounter': 'Omgange tilbage og klokken, så stort som skærmen er',
  'page.overlay': 'Overlay',
  'about.overlay': 'Gennemsigtig grafik til OBS, vMix eller CasparCG',
  'page.rundown': 'Drejebog',
  'about.rundown': 'Sætter grafik i udsendelsen, med et token',
  'page.console': 'Konsol',
  'about.console': 'Starter, retter, dømmer og underskriver, med et token',
  forPrograms: 'Til programmer',
};
