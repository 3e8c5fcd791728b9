import { amount, months, name, type RoleNames, words } from './role-names.js';

const who = '(client|abonne|adherent|compte|membre|utilisateur)e?';
const number = '(id|identifiant|numero|num|no|n|code|ref|reference)';

export const french: RoleNames = {
  id: [
    name(`${number}_?(du_|de_|d_|de_l_)?${who}`, `${who}_?${number}`),
    name(who, 'identifiant', `${number}_(du_|de_)?(contrat|police)`),
  ],
  label: [
    name(
      '(est_|a_)?resiliee?s?',
      'resiliation',
      '(est_)?(partie?|desabonnee?)',
      'desabonnement|attrition|depart',
    ),
    [],
    words('resiliee?|resiliation|desabonnee?|desabonnement|attrition'),
  ],
  price: [
    amount(
      '(abonnement|prix|tarif|montant|loyer|forfait|revenu|facture|cout|paiement)_(mensuel|par_mois)',
      '(cotisation|redevance|mensualite|charge|depense|facturation)_(mensuelle|par_mois)',
      'mensualite',
      '(prix|montant|tarif)_(de_l_|d_|du_)?(abonnement|forfait)',
    ),
    amount('prix|cotisation|abonnement'),
  ],
  margin: [amount('marge_(brute_)?(mensuelle|par_mois)'), amount('marge|marge_brute')],
  tenure: [
    months(
      'anciennete(_(du_)?client)?',
      'duree_(de_la_|de_)?(relation|fidelite)(_client)?',
      '(client|abonne)_depuis',
      'mois_d_anciennete',
    ),
  ],
};
