// The forms of demonyms that news writes, from one form of each in the hand-written tables.

/** English: the word and its plural. */
export function englishDemonyms(cell) {
  return (cell ?? '').split(',').filter(Boolean).flatMap((word) => {
    const forms = [word];
    if (!/(?:ese|ish|sh|ch|ss|men|man|é|è)$/.test(word)) forms.push(word + 's');
    return forms.map((form) => ['~', form]);
  });
}

/** Gender and number of a French adjective, and the capitalised forms for the people. */
export function frenchDemonyms(cell) {
  return (cell ?? '').split(',').filter(Boolean).flatMap((word) => {
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
export function iberianDemonyms(word) {
  if (!word) return [];
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
  } else if (/ol$/.test(word)) {
    feminine = `${word}a`;
    plurals = [`${word}es`, word.replace(/ol$/, 'óis')];
  } else if (/í$/.test(word)) {
    plurals = [`${word}es`, `${word}s`];
  } else if (/eu$/.test(word)) {
    feminine = word.replace(/eu$/, 'eia');
  } else if (/r$/.test(word)) {
    plurals = [`${word}es`];
  }
  return [...new Set([word, feminine, ...plurals, `${feminine}s`])].map((form) => ['~', form]);
}

/** German: the adjective's endings, and the people in both genders. */
export function germanDemonyms(cell) {
  if (!cell) return [];
  const [adjective, people] = cell.split(',');
  const endings = ['', 'e', 'er', 'en', 'es', 'em'].map((ending) => adjective + ending);
  const stem = people.replace(/e$/, '');
  const nouns = [people, `${people}n`, `${stem}in`, `${stem}innen`, /[^e]$/.test(people) ? `${people}s` : people];
  return [...new Set([...endings, ...nouns])].map((form) => ['~', form]);
}

/** Dutch: the adjective with and without its ending, and the people. */
export function dutchDemonyms(cell) {
  if (!cell) return [];
  const [adjective, people] = cell.split(',');
  const inflected = /ees$/.test(adjective) ? adjective.replace(/ees$/, 'ese') : `${adjective}e`;
  return [adjective, inflected, people].map((form) => ['~', form]);
}
