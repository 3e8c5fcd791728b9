import type { Texts } from '../say.js';

/** What charts say in French, by the English text. */
export const french: Texts = {
  '{low} to {high}': '{low} à {high}',
  'Probabilities can be taken at their word: {points} points off on average':
    'Les probabilités sont fiables : {points} points d’écart en moyenne',
  'Probabilities are {points} points off on average':
    'Les probabilités s’écartent de {points} points en moyenne',
  'Share that left against the share foreseen, by tenths of customers, with 95% intervals; held-out AUC {auc}':
    'Part des départs contre part prévue, par dixième de clients, avec intervalles à 95 % ; AUC hors échantillon {auc}',
  'Dots near a diagonal: {rows}.': 'Points près d’une diagonale : {rows}.',
  'foreseen {predicted}, left {observed} of {count}': 'prévu {predicted}, partis {observed} sur {count}',
  foreseen: 'prévu',
  'Foreseen to leave': 'Départs prévus',
  Left: 'Partis',
  'At least': 'Au moins',
  'At most': 'Au plus',
  Customers: 'Clients',
  'No customers, no segments': 'Aucun client, aucun segment',
  '{segment} is {share} of customers; no value is at risk':
    '{segment} : {share} des clients ; aucune valeur menacée',
  '{segment} is {share} of customers and {risk} of the value at risk':
    '{segment} : {share} des clients et {risk} de la valeur menacée',
  'Share of customers (bar) and of the value at risk (line); number of customers':
    'Part des clients (barre) et de la valeur menacée (trait) ; nombre de clients',
  'Bars: {rows}.': 'Barres : {rows}.',
  '{segment} {count} customers, {share}, with {risk} of the value at risk':
    '{segment} {count} clients, {share}, avec {risk} de la valeur menacée',
  Segment: 'Segment',
  'Share of customers': 'Part des clients',
  'Value at risk': 'Valeur menacée',
  'Share of value at risk': 'Part de la valeur menacée',
  '{unit} more gains {gain}': '{unit} de plus rapporte {gain}',
  'more money gains nothing more': 'plus d’argent ne rapporte plus rien',
  'Half of the possible gain costs {cost}, {share} of what all of it costs':
    'La moitié du gain possible coûte {cost}, {share} du coût du tout',
  'No budget gains anything: no offer beats doing nothing':
    'Aucun budget ne rapporte : aucune offre ne vaut mieux que ne rien faire',
  'The most that a budget can gain; the dot is the policy in sight, where {more}':
    'Le gain maximal d’un budget ; le point est la politique affichée, où {more}',
  'A line that rises ever more slowly, from nothing to {gain} for {budget}; the policy in sight gains {own} for {spent}, and {more}.':
    'Une courbe de moins en moins raide, de zéro à {gain} pour {budget} ; la politique affichée rapporte {own} pour {spent}, et {more}.',
  Budget: 'Budget',
  'Net gain': 'Gain net',
  'Gained by each one more': 'Gain par unité de plus',
  'Net gain over doing nothing, judged by the true effects, which differ from those expected; with 95% intervals':
    'Gain net par rapport à ne rien faire, jugé par les effets vrais, qui diffèrent des effets attendus ; intervalles à 95 %',
  'Net gain over doing nothing of all customers, with 95% intervals; ours in the accent':
    'Gain net de tous les clients par rapport à ne rien faire, intervalles à 95 % ; la nôtre en évidence',
  'Dots with intervals: {rows}.': 'Points avec intervalles : {rows}.',
  Policy: 'Politique',
  Spent: 'Dépensé',
  'Customers with an offer': 'Clients avec une offre',
  '{policy} gains {gain}, more than ours with {ours}':
    '{policy} rapporte {gain}, plus que la nôtre avec {ours}',
  'Nothing is gained: no policy beats doing nothing':
    'Rien n’est gagné : aucune politique ne vaut mieux que ne rien faire',
  'Ours gains {gain}; no simple rule gains anything':
    'La nôtre rapporte {gain} ; aucune règle simple ne rapporte',
  'Ours gains {gain}, {times} times the best simple rule':
    'La nôtre rapporte {gain}, {times} fois la meilleure règle simple',
  '{offer} for {share} of customers gains the most: {gain} for {cost} of cost':
    '{offer} pour {share} des clients rapporte le plus : {gain} pour {cost} de coût',
  'Nobody gets an offer: none beats doing nothing':
    'Personne ne reçoit d’offre : aucune ne vaut mieux que ne rien faire',
  'Customers per recommended offer': 'Clients par offre recommandée',
  '{offer} {count} customers, {share}': '{offer} {count} clients, {share}',
  Offer: 'Offre',
  'Expected cost': 'Coût attendu',
  'Expected gain': 'Gain attendu',
  'Everyone gets {offer}': '{offer} pour tous',
  Ours: 'La nôtre',
  'Nobody gets an offer': 'Aucune offre',
  'Offers at random': 'Offres au hasard',
  'Likeliest to leave first': 'Le plus grand risque d’abord',
  'Most value at risk first': 'La plus grande valeur menacée d’abord',
  'Whenever one month pays': 'Dès qu’un mois est rentable',
  'If the truth were known': 'Si la vérité était connue',
  'All else': 'Tout le reste',
  'Held-out correction': 'Correction hors échantillon',
  'Average customer': 'Client moyen',
  'This customer': 'Ce client',
  'Most of all, {reason} raises the risk: {points} points':
    'C’est surtout {reason} qui augmente le risque : {points} points',
  'Nothing stands out that raises the risk': 'Rien de notable n’augmente le risque',
  'Chance of leaving, in points: what raises it (blue) and lowers it (grey); the correction is what models say that never saw this customer':
    'Risque de départ, en points : ce qui l’augmente (bleu) et le réduit (gris) ; la correction vient de modèles qui n’ont jamais vu ce client',
  'Chance of leaving, in points: what raises it (blue) and lowers it (grey)':
    'Risque de départ, en points : ce qui l’augmente (bleu) et le réduit (gris)',
  'Steps: {rows}.': 'Étapes : {rows}.',
  Reason: 'Raison',
  Points: 'Points',
  From: 'De',
  To: 'À',
  '{segment} is the likeliest to leave: {risk}, against {all} of all customers':
    '{segment} risque le plus de partir : {risk}, contre {all} de tous les clients',
  'No customers, no risk': 'Aucun client, aucun risque',
  'Mean probability of leaving; the line is the mean of all customers':
    'Probabilité moyenne de départ ; le trait est la moyenne de tous les clients',
  'Bars: {rows}; all customers {all}.': 'Barres : {rows} ; tous les clients {all}.',
  'Mean probability of leaving': 'Probabilité moyenne de départ',
  '{share} of customers are likelier to leave than to stay, with {value} of the value':
    '{share} des clients risquent plus de partir que de rester, avec {value} de la valeur',
  'Customers by probability of leaving; over 50% in the accent. Drag to filter':
    'Clients par probabilité de départ ; plus de 50 % en évidence. Glisser pour filtrer',
  'Histogram of {count} customers: {rows}.': 'Histogramme de {count} clients : {rows}.',
  'Probability of leaving': 'Probabilité de départ',
  'Value if they stay': 'Valeur s’ils restent',
  'More customers kept, of all, by share offered, those changed most first (grey: at random); held-out, shaded: 95% intervals':
    'Clients gardés en plus, sur tous, selon la part ciblée, les plus influencés d’abord (gris : au hasard) ; hors échantillon, ombré : intervalles à 95 %',
  'Lines: {rows}.': 'Courbes : {rows}.',
  '{offer}, {qini}, offered to all keeps {effect} more, {low} to {high}, of {count} customers of the experiment':
    '{offer}, {qini}, proposée à tous garde {effect} de plus, {low} à {high}, sur {count} clients de l’expérience',
  'Share offered': 'Part ciblée',
  'More kept, of all': 'Gardés en plus, sur tous',
  'At random': 'Au hasard',
  'No offer was judged': 'Aucune offre n’a été jugée',
  'Whom an offer changes cannot be told yet: no Qini is surely above 0':
    'On ne sait pas encore qui une offre fait changer : aucun Qini n’est sûrement positif',
  '{offer} for the {share} it changes most keeps {few} more in 100 customers, for everyone {all}':
    '{offer} pour les {share} les plus influencés garde {few} clients de plus sur 100, pour tous {all}',
  'Worth {value} over {months} months, half of it by month {half}':
    'Vaut {value} sur {months} mois, dont la moitié d’ici le mois {half}',
  'Nothing is earned from this customer': 'Ce client ne rapporte rien',
  'Expected margin of each month if the customer stays now, discounted; spread as if the risk were the same each month':
    'Marge attendue de chaque mois si le client reste, actualisée ; répartie comme si le risque était le même chaque mois',
  'month {month}': 'mois {month}',
  Month: 'Mois',
  Value: 'Valeur',
  'So far': 'Cumul',
  '{offer} is worth {gain} more than doing nothing': '{offer} vaut {gain} de plus que ne rien faire',
  'No offer is worth more than doing nothing': 'Aucune offre ne vaut mieux que ne rien faire',
  'Expected value under each offer, its cost taken off': 'Valeur attendue avec chaque offre, coût déduit',
  'Expected value': 'Valeur attendue',
  'Over doing nothing': 'Par rapport à ne rien faire',
  'Offers add {gain}, {share} of it in {segment}': 'Les offres ajoutent {gain}, dont {share} chez {segment}',
  'No offer adds value: the best is to do nothing':
    'Aucune offre n’ajoute de valeur : mieux vaut ne rien faire',
  'Expected value without offers (grey) and with ours (blue); what the offers add':
    'Valeur attendue sans offres (gris) et avec les nôtres (bleu) ; ce que les offres ajoutent',
  'Pairs of bars: {rows}.': 'Paires de barres : {rows}.',
  '{segment} {baseline} without offers, {optimized} with':
    '{segment} {baseline} sans offres, {optimized} avec',
  'Without offers': 'Sans offres',
  'With offers': 'Avec offres',
  Gain: 'Gain',
};
