// Rule D2: nations by the codes of the IOC and ISU, with the country of ISO 3166 whose name and flag are theirs. Small enough
// for a page: names in the reader's language come from Intl. Knows nothing of athletes.
import type { Meet } from './meet.ts';

/** What a meet has otherwise than this table. */
export type NationOverrides = Meet['nations'];

/** The 206 national Olympic committees: three letters of the IOC, then two of ISO 3166-1 (XK is in use without being in it). */
const committees = `
AFGAF ALBAL ALGDZ ANDAD ANGAO ANTAG ARGAR ARMAM ARUAW ASAAS AUSAU AUTAT AZEAZ BAHBS BANBD BARBB BDIBI BELBE
BENBJ BERBM BHUBT BIHBA BIZBZ BLRBY BOLBO BOTBW BRABR BRNBH BRUBN BULBG BURBF CAFCF CAMKH CANCA CAYKY CGOCG
CHATD CHICL CHNCN CIVCI CMRCM CODCD COKCK COLCO COMKM CPVCV CRCCR CROHR CUBCU CYPCY CZECZ DENDK DJIDJ DMADM
DOMDO ECUEC EGYEG ERIER ESASV ESPES ESTEE ETHET FIJFJ FINFI FRAFR FSMFM GABGA GAMGM GBRGB GBSGW GEOGE GEQGQ
GERDE GHAGH GREGR GRNGD GUAGT GUIGN GUMGU GUYGY HAIHT HKGHK HONHN HUNHU INAID INDIN IRIIR IRLIE IRQIQ ISLIS
ISRIL ISVVI ITAIT IVBVG JAMJM JORJO JPNJP KAZKZ KENKE KGZKG KIRKI KORKR KOSXK KSASA KUWKW LAOLA LATLV LBALY
LBNLB LBRLR LCALC LESLS LIELI LTULT LUXLU MADMG MARMA MASMY MAWMW MDAMD MDVMV MEXMX MGLMN MHLMH MKDMK MLIML
MLTMT MNEME MONMC MOZMZ MRIMU MTNMR MYAMM NAMNA NCANI NEDNL NEPNP NGRNG NIGNE NORNO NRUNR NZLNZ OMAOM PAKPK
PANPA PARPY PERPE PHIPH PLEPS PLWPW PNGPG POLPL PORPT PRKKP PURPR QATQA ROURO RSAZA RUSRU RWARW SAMWS SENSN
SEYSC SGPSG SKNKN SLESL SLOSI SMRSM SOLSB SOMSO SRBRS SRILK SSDSS STPST SUDSD SUICH SURSR SVKSK SWESE SWZSZ
SYRSY TANTZ TGATO THATH TJKTJ TKMTM TLSTL TOGTG TPETW TTOTT TUNTN TURTR TUVTV UAEAE UGAUG UKRUA URUUY USAUS
UZBUZ VANVU VENVE VIEVN VINVC YEMYE ZAMZM ZIMZW
`;

/** Teams whose name is not that of a country: the name they have, and no flag. */
const named: Readonly<Record<string, string>> = {
  // By agreement with the IOC neither the name nor the flag of the country.
  TPE: 'Chinese Taipei',
  AIN: 'Individual Neutral Athletes',
  ANA: 'Authorised Neutral Athletes',
  EOR: 'Refugee Olympic Team',
  EUN: 'Unified Team',
  FRG: 'West Germany',
  GDR: 'East Germany',
  IOA: 'Independent Olympic Athletes',
  IOP: 'Independent Olympic Participants',
  OAR: 'Olympic Athletes from Russia',
  ROC: 'ROC',
  ROT: 'Refugee Olympic Team',
  RSU: 'Russian Skating Union',
  SCG: 'Serbia and Montenegro',
  TCH: 'Czechoslovakia',
  URS: 'Soviet Union',
  YUG: 'Yugoslavia',
};

const isoByCode: ReadonlyMap<string, string> = new Map(
  committees
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 3), pair.slice(3)] as const),
);

/** Every code of the table, in order of the alphabet. */
export const nationCodes: readonly string[] = [...new Set([...isoByCode.keys(), ...Object.keys(named)])].sort();

/** Whether the code is in the table, or the meet has it. */
export function isNation(code: string, overrides?: NationOverrides): boolean {
  return (
    isoByCode.has(code) || Object.hasOwn(named, code) || (overrides !== undefined && Object.hasOwn(overrides, code))
  );
}

/** The two letters of ISO 3166 by which the flag is found; undefined where none may be shown. */
export function flagOf(code: string, overrides?: NationOverrides): string | undefined {
  if (overrides?.[code]?.flag === false || Object.hasOwn(named, code)) return undefined;
  return isoByCode.get(code);
}

const byLanguage = new Map<string, Intl.DisplayNames>();

function countryName(iso: string, language: string): string | undefined {
  let names = byLanguage.get(language);
  if (names === undefined) {
    names = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' });
    byLanguage.set(language, names);
  }
  return names.of(iso);
}

/** The name in `language` (a BCP 47 tag): as the meet has it, else as the team is called, else the country's; the code where nobody knows. */
export function nationName(code: string, language: string, overrides?: NationOverrides): string {
  const iso = isoByCode.get(code);
  return overrides?.[code]?.name ?? named[code] ?? (iso && countryName(iso, language)) ?? code;
}
