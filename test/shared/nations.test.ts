import { describe, expect, it } from 'vitest';
import worldCountries from 'world-countries';
import { flagOf, isNation, nationCodes, nationName } from '../../shared/nations.ts';

// CommonJS that types itself as an ES module.
const countries = worldCountries as unknown as readonly { cioc: string; cca2: string }[];
/** Of the countries that have a committee, and the one the list has not heard of yet. */
const committees = [
  ...countries.filter(({ cioc }) => cioc !== '').map(({ cioc, cca2 }) => [cioc, cca2]),
  ['SSD', 'SS'],
];

describe('nations by the codes of the IOC', () => {
  it('[D2] the 206 committees are those of a list kept elsewhere, each with its country', () => {
    expect(committees).toHaveLength(206);
    const own = committees.filter(([code]) => code !== 'TPE');
    expect(own.filter(([code, iso]) => flagOf(code!) !== iso)).toEqual([]);
    expect(nationCodes.filter((code) => flagOf(code) !== undefined).sort()).toEqual(own.map(([code]) => code).sort());
  });

  it.each([
    ['NED', 'en', 'Netherlands'],
    ['NED', 'nl', 'Nederland'],
    ['SUI', 'de', 'Schweiz'],
    ['DEN', 'da', 'Danmark'],
    ['TPE', 'en', 'Chinese Taipei'],
    ['TPE', 'zh', 'Chinese Taipei'],
    ['KOS', 'en', 'Kosovo'],
    ['AIN', 'en', 'Individual Neutral Athletes'],
    ['ROC', 'nl', 'ROC'],
    ['OAR', 'en', 'Olympic Athletes from Russia'],
    ['ZZZ', 'en', 'ZZZ'],
  ])('[D2] %s in %s is %s', (code, language, name) => {
    expect(nationName(code, language)).toBe(name);
  });

  it('[D2] every code has a name that is not the code, but for the one that is called by it', () => {
    expect(nationCodes.filter((code) => nationName(code, 'en') === code)).toEqual(['ROC']);
  });

  it.each(['AIN', 'TPE', 'ROC', 'OAR', 'URS', 'GDR'])('[D2] %s is a nation and has no flag', (code) => {
    expect(isNation(code)).toBe(true);
    expect(flagOf(code)).toBeUndefined();
  });

  it.each(['NLD', 'DEU', 'DNK', 'ned', '', 'constructor'])('[D2] %j is no code of the IOC', (code) => {
    expect(isNation(code)).toBe(false);
  });

  it('[D2] a meet may call a nation otherwise, hide its flag, and have one of its own', () => {
    const overrides = { NED: { name: 'Holland' }, BEL: { flag: false }, FRI: { name: 'Fryslân' } };
    expect(nationName('NED', 'nl', overrides)).toBe('Holland');
    expect(flagOf('NED', overrides)).toBe('NL');
    expect(flagOf('BEL', overrides)).toBeUndefined();
    expect(nationName('BEL', 'nl', overrides)).toBe('België');
    expect([isNation('FRI'), isNation('FRI', overrides)]).toEqual([false, true]);
    expect(nationName('FRI', 'en', overrides)).toBe('Fryslân');
  });
});
