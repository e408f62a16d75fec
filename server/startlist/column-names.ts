// What columns of start lists are called, in English, Dutch, Danish, Norwegian, Swedish and German; written plainly (plain.ts).

/** What a column may hold; members and transponders are numbered and found by pattern. */
export const columnNames = {
  race: 'race raceid racename wedstrijd rennen lob lop lopp',
  event:
    'event eventid eventname onderdeel afstand distance distanz strecke discipline disciplin ovelse gren wettbewerb konkurrence distans',
  round: 'round ronde runde phase fase omgang',
  run: 'run runno omloop durchgang',
  heat: 'heat heatno heatnr heatnumber pair pairno pairnr pairnumber paar par rit ritnr ritnummer serie serienr lauf laufnr',
  number: 'raceno racenr racenumber wedstrijdnummer rennnummer',
  entry: 'entry entryid',
  athlete:
    'athleteid skaterid personid licence licenceno license licenseno licensenumber licentie licentienummer licentienr relatienummer relatienr licens licensnr lizenz lizenznummer isuid atleetid rijderid',
  bib: 'bib bibno bibnr bibnumber nr no number nummer num startnr startno startnumber startnummer rugnummer beennummer rygnummer brystnummer',
  name: 'name fullname naam volledigenaam navn namn athlete athletename skater skatername competitor rijder rijdster schaatser deelnemer deltager deltaker lober loper akare laufer lauferin sportler teilnehmer',
  given: 'firstname givenname forename voornaam roepnaam fornavn fornamn vorname',
  infix: 'tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels',
  family: 'lastname familyname surname achternaam familienaam efternavn etternavn efternamn nachname familienname',
  team: 'team teamname ploeg ploegnaam hold lag mannschaft',
  nation:
    'nation nat noc ioc country countrycode ctry land landcode landkode landskod nationcode nationality nationaliteit nationalitet nationalitat',
  club: 'club clubname vereniging ijsclub klub klubb verein forening gewest',
  lane: 'lane startlane baan startbaan bane startbane bana startbana bahn startbahn startposition startpos startpositie startplatz',
  helmet:
    'helmet helmetno helmetnr helmetnumber helm helmnr helmnummer hjelm hjelmnr hjelmnummer hjalm cap capno capnumber',
  armband:
    'armband armbandcolor armbandcolour armbandkleur armbind armbindfarve armbinde armbindenfarbe kleur farve farge farbe farg color colour',
  transponders:
    'transponder transponders chip chips chipcode chipnr chipno chipnumber chipnummer transponderno transpondernr transpondernummer tag tags',
  pb: 'pb pr personalbest personalrecord persoonlijkrecord personligrekord perspb personlichebestzeit bestzeit bestleistung perso personbasta personligtrekord',
  sb: 'sb sr seasonbest seasonsbest seizoensrecord seizoensbeste seizoensbest saisonbestzeit saisonbestleistung saisonbest arsbedste arsbeste saesonbedste sasongsbasta',
  startGroup: 'startgroup startgroep startgruppe startgrupp quartet kwartet quartett',
  cupMark: 'cupmark worldcupmark',
  scratched: 'scratched afgemeld afmeldt abgemeldet struken',
} as const;

export type ColumnName = keyof typeof columnNames;
