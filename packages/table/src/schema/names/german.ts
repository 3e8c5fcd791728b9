import { amount, months, name, type RoleNames, words } from './role-names.js';

const who = '(kunden?|mitglied(er|s)?|abonnenten?|konto|nutzer|teilnehmer)';

/** An umlaut may be written with an e. */
export const german: RoleNames = {
  id: [
    name(`${who}_?(id|nr|no|nummer|kennung|schlue?ssel|code|kennzeichen)`),
    name(who, '(vertrags?|policen?|abo)_?(id|nr|no|nummer)'),
  ],
  label: [
    name(
      '(ist_|hat_)?gekue?ndigt',
      'kue?ndigung(s_?kennzeichen)?|kue?ndiger',
      '(ist_)?abgewandert|abwanderung',
      '(ist_)?ausgetreten|austritt',
    ),
    [],
    words('[a-z]*gekue?ndigt|[a-z]*kue?ndigung|abwanderung|abgewandert|ausgetreten|storniert'),
  ],
  price: [
    amount(
      'monats_?(beitrag|preis|gebue?hr|entgelt|rate|umsatz|betrag|miete)',
      '(monatlicher?s?|mtl)_?(beitrag|preis|gebue?hr|entgelt|rate|umsatz|betrag|kosten)',
      '(beitrag|preis|gebue?hr|entgelt|umsatz|betrag)_?(pro_|je_|im_)?(monat|monatlich|mtl)',
      '(abo|vertrags|tarif)_?(preis|gebue?hr|beitrag)',
      'grundgebue?hr',
    ),
    amount('preis|beitrag|gebue?hr|entgelt'),
  ],
  margin: [
    amount('(monats_?|monatlicher?_)(marge|deckungsbeitrag|rohertrag|gewinn)'),
    amount('marge|deckungsbeitrag|rohertrag'),
  ],
  tenure: [
    months(
      '(kunden|mitglieds|bestands)_?dauer',
      'dauer_(der_)?(kundenbeziehung|mitgliedschaft)',
      'kundenbeziehung|zugehoe?rigkeit|kundenzugehoe?rigkeit',
      'monate_(als_)?(kunde|mitglied)',
      '(kunde|mitglied)_seit',
    ),
  ],
};
