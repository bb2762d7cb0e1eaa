// The forms of demonyms that news writes, from one form of each in the hand-written tables.

/** English: the word and its plural. */
export function englishDemonyms(cell) {
  return cells(cell).flatMap((word) => {
    const forms = [word];
    if (!/(?:ese|ish|sh|ch|ss|men|man|é|è)$/.test(word)) forms.push(word + 's');
    return forms.map((form) => ['~', form]);
  });
}

/** Gender and number of a French adjective, and the capitalised forms for the people. */
export function frenchDemonyms(cell) {
  return cells(cell).flatMap((word) => {
    let feminine = word + 'e';
    if (/(?:ien|éen)$/.test(word)) feminine = word + 'ne';
    else if (/[eo]n$/.test(word)) feminine = word + 'ne';
    else if (/e$/.test(word)) feminine = word;
    else if (word === 'grec') feminine = 'grecque';
    else if (word === 'turc') feminine = 'turque';
    else if (/[aio]$/.test(word)) feminine = word + 'e';
    const plural = (form) => (/[sxz]$/.test(form) ? form : form + 's');
    const forms = new Set([word, feminine, plural(word), plural(feminine)]);
    const capital = (form) => form.replace(/^./u, (c) => c.toUpperCase());
    return [...forms].flatMap((form) => [['~', form], ['~', capital(form)]]);
  });
}

/** Spanish and Portuguese: gender and number. */
export function iberianDemonyms(cell) {
  return cells(cell).flatMap(iberian);
}

function iberian(word) {
  let feminine = word;
  let plurals = [`${word}s`];
  if (/o$/.test(word)) {
    feminine = word.replace(/o$/, 'a');
  } else if (/[éê]s$/.test(word)) {
    const stem = word.replace(/[éê]s$/, 'es');
    feminine = `${stem}a`;
    plurals = [`${stem}es`];
  } else if (/ão$/.test(word)) {
    feminine = word.replace(/ão$/, 'ã');
    plurals = [word.replace(/ão$/, 'ães'), word.replace(/ão$/, 'ãos')];
  } else if (/án$/.test(word)) {
    feminine = word.replace(/án$/, 'ana');
    plurals = [word.replace(/án$/, 'anes')];
  } else if (/ón$/.test(word)) {
    feminine = word.replace(/ón$/, 'ona');
    plurals = [word.replace(/ón$/, 'ones')];
  } else if (/ol$/.test(word)) {
    feminine = `${word}a`;
    plurals = [`${word}es`, word.replace(/ol$/, 'óis')];
  } else if (/[íú]$/.test(word)) {
    plurals = [`${word}es`, `${word}s`];
  } else if (/eu$/.test(word)) {
    feminine = word.replace(/eu$/, 'eia');
  } else if (/z$/.test(word)) {
    plurals = [word.replace(/z$/, 'zes')];
  } else if (/[rl]$/.test(word)) {
    plurals = [`${word}es`];
  }
  return [...new Set([word, feminine, ...plurals, `${feminine}s`])].map((form) => ['~', form]);
}

/** German: the adjective's endings, and the people in both genders and the dative. */
export function germanDemonyms(cell) {
  if (!cell) return [];
  const [adjective, person] = cells(cell);
  const endings = ['', 'e', 'er', 'en', 'es', 'em'].map((ending) => adjective + ending);
  const stem = person.replace(/e$/, '').replace(/(?<=[a-z])anzos$/, 'anzös');
  const nouns = [person, `${person}n`, `${stem}in`, `${stem}innen`, /[^e]$/.test(person) ? `${person}s` : person];
  return [...new Set([...endings, ...nouns])].map((form) => ['~', form]);
}

/** Dutch: the adjective with and without its ending, the people, and one of them. */
export function dutchDemonyms(cell) {
  if (!cell) return [];
  const [adjective, people] = cells(cell);
  return [...new Set([adjective, dutchInflected(adjective), people])].map((form) => ['~', form]);
}

/** "Malinees", "Malinese"; "Mexicaans", "Mexicaanse"; "Pools", "Poolse". */
const dutchInflected = (adjective) => (/ees$/.test(adjective) ? adjective.replace(/ees$/, 'ese') : `${adjective}e`);

/**
 * Arabic: gender, number and case of an adjective in -i, each with and without the article. Of an
 * adjective of two words ("جنوب سوداني") only the last is inflected.
 */
export function arabicDemonyms(cell) {
  const [first, ...plurals] = cells(cell);
  if (!first) return [];
  const nisbas = [first, ...plurals.filter((form) => /ي$/.test(form))];
  const broken = plurals.filter((form) => !/ي$/.test(form));
  const forms = nisbas.flatMap((form) => ['', 'ة', 'ون', 'ين', 'ات', 'ان'].map((ending) => form + ending));
  return [...forms, ...broken].flatMap((form) => {
    const words = form.split(' ');
    const last = words.pop();
    return [form, [...words, `ال${last}`].join(' ')].map((each) => ['~', each]);
  });
}

const cells = (cell) => (cell ?? '').split(',').filter(Boolean);
