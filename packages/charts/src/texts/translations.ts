import type { Translations } from './texts-by-language.js';

/** What charts say, by the English text: in German, in French, in Spanish. */
export const translations: Translations = {
  '{low} to {high}': ['{low} bis {high}', '{low} à {high}', '{low} a {high}'],
  'Probabilities can be taken at their word: {points} points off on average': [
    'Die Wahrscheinlichkeiten stimmen: im Mittel {points} Punkte daneben',
    'Les probabilités sont fiables : {points} points d’écart en moyenne',
    'Las probabilidades son fiables: {points} puntos de error en promedio',
  ],
  'Probabilities are {points} points off on average': [
    'Die Wahrscheinlichkeiten liegen im Mittel {points} Punkte daneben',
    'Les probabilités s’écartent de {points} points en moyenne',
    'Las probabilidades fallan por {points} puntos en promedio',
  ],
  'Share that left against the share predicted, by tenths of customers, with 95% intervals; held-out AUC {auc}':
    [
      'Abgewanderter gegen vorhergesagten Anteil, je Zehntel der Kunden, mit 95-%-Intervallen; AUC an ungesehenen Daten {auc}',
      'Part des départs contre part prévue, par dixième de clients, avec intervalles à 95 % ; AUC hors échantillon {auc}',
      'Proporción de bajas frente a la prevista, por décimas de clientes, con intervalos del 95 %; AUC fuera de muestra {auc}',
    ],
  'Dots near a diagonal: {rows}.': [
    'Punkte nahe einer Diagonale: {rows}.',
    'Points près d’une diagonale : {rows}.',
    'Puntos cerca de una diagonal: {rows}.',
  ],
  'predicted {predicted}, left {observed} of {count}': [
    'vorhergesagt {predicted}, abgewandert {observed} von {count}',
    'prévu {predicted}, partis {observed} sur {count}',
    'previsto {predicted}, bajas {observed} de {count}',
  ],
  predicted: ['vorhergesagt', 'prévu', 'previsto'],
  'Predicted to leave': ['Abwanderung vorhergesagt', 'Départs prévus', 'Bajas previstas'],
  Left: ['Abgewandert', 'Partis', 'Bajas'],
  'At least': ['Mindestens', 'Au moins', 'Como mínimo'],
  'At most': ['Höchstens', 'Au plus', 'Como máximo'],
  Customers: ['Kunden', 'Clients', 'Clientes'],
  'No customers, no segments': [
    'Keine Kunden, keine Segmente',
    'Aucun client, aucun segment',
    'Sin clientes no hay segmentos',
  ],
  '{share} of customers are in {segment}; no value is at risk': [
    '{share} der Kunden sind in {segment}; kein Wert ist gefährdet',
    '{share} des clients sont dans {segment} ; aucune valeur menacée',
    'El {share} de los clientes está en {segment}; ningún valor en riesgo',
  ],
  '{share} of customers are in {segment}, with {risk} of the value at risk': [
    '{share} der Kunden sind in {segment}, mit {risk} des gefährdeten Werts',
    '{share} des clients sont dans {segment}, avec {risk} de la valeur menacée',
    'El {share} de los clientes está en {segment}, con el {risk} del valor en riesgo',
  ],
  'Share of customers (bar) and of the value at risk (line); number of customers': [
    'Anteil an den Kunden (Balken) und am gefährdeten Wert (Strich); Zahl der Kunden',
    'Part des clients (barre) et de la valeur menacée (trait) ; nombre de clients',
    'Proporción de clientes (barra) y del valor en riesgo (línea); número de clientes',
  ],
  'Bars: {rows}.': ['Balken: {rows}.', 'Barres : {rows}.', 'Barras: {rows}.'],
  '{segment} {count} customers, {share}, with {risk} of the value at risk': [
    '{segment} {count} Kunden, {share}, mit {risk} des gefährdeten Werts',
    '{segment} {count} clients, {share}, avec {risk} de la valeur menacée',
    '{segment} {count} clientes, {share}, con {risk} del valor en riesgo',
  ],
  Segment: ['Segment', 'Segment', 'Segmento'],
  'Share of customers': ['Anteil der Kunden', 'Part des clients', 'Proporción de clientes'],
  'Value at risk': ['Gefährdeter Wert', 'Valeur menacée', 'Valor en riesgo'],
  'Share of value at risk': [
    'Anteil am gefährdeten Wert',
    'Part de la valeur menacée',
    'Proporción del valor en riesgo',
  ],
  '{unit} more gains about {gain}': [
    '{unit} mehr etwa {gain} bringt',
    '{unit} de plus rapporte environ {gain}',
    '{unit} más aporta unos {gain}',
  ],
  'more money gains nothing more': [
    'mehr Geld nichts mehr bringt',
    'plus d’argent ne rapporte plus rien',
    'más dinero no aporta nada más',
  ],
  'Half of the possible gain costs nothing': [
    'Der halbe mögliche Gewinn kostet nichts',
    'La moitié du gain possible ne coûte rien',
    'La mitad de la ganancia posible no cuesta nada',
  ],
  'Half of the possible gain costs {cost}, {share} of what all of it costs': [
    'Der halbe mögliche Gewinn kostet {cost}, {share} dessen, was der ganze kostet',
    'La moitié du gain possible coûte {cost}, {share} du coût du tout',
    'La mitad de la ganancia posible cuesta {cost}, el {share} de lo que cuesta toda',
  ],
  'No budget gains anything: no offer beats doing nothing': [
    'Kein Budget bringt etwas: Kein Angebot ist besser als nichts zu tun',
    'Aucun budget ne rapporte : aucune offre ne vaut mieux que ne rien faire',
    'Ningún presupuesto aporta nada: ninguna oferta supera a no hacer nada',
  ],
  'The most that a budget can gain of all customers; the dot is the policy in sight, where {more}': [
    'Was ein Budget bei allen Kunden höchstens bringt; der Punkt ist die gezeigte Zuteilung, bei der {more}',
    'Le gain maximal d’un budget, tous clients confondus ; le point est la politique affichée, où {more}',
    'Lo máximo que puede ganar un presupuesto con todos los clientes; el punto es la política mostrada, donde {more}',
  ],
  'A line that rises ever more slowly, from nothing to {gain} for {budget}; the policy in sight gains {own} for {spent}, and {more}.':
    [
      'Eine immer flacher steigende Linie von null bis {gain} für {budget}; die gezeigte Zuteilung bringt {own} für {spent}, wobei {more}.',
      'Une courbe de moins en moins raide, de zéro à {gain} pour {budget} ; la politique affichée rapporte {own} pour {spent}, et {more}.',
      'Una línea que sube cada vez menos, de nada a {gain} por {budget}; la política mostrada gana {own} por {spent}, y {more}.',
    ],
  Budget: ['Budget', 'Budget', 'Presupuesto'],
  'Net gain': ['Nettogewinn', 'Gain net', 'Ganancia neta'],
  'Gained by each one more': [
    'Gewinn je weiterer Geldeinheit',
    'Gain par unité de plus',
    'Ganancia por unidad adicional',
  ],
  'Net gain over doing nothing, judged by the true effects, which differ from those expected; with 95% intervals':
    [
      'Nettogewinn gegenüber Nichtstun, nach den wahren Wirkungen, die von den erwarteten abweichen; mit 95-%-Intervallen',
      'Gain net par rapport à ne rien faire, jugé par les effets vrais, qui diffèrent des effets attendus ; intervalles à 95 %',
      'Ganancia neta frente a no hacer nada, según los efectos verdaderos, que difieren de los esperados; con intervalos del 95 %',
    ],
  'Net gain over doing nothing of all customers, with 95% intervals; ours in the accent': [
    'Nettogewinn aller Kunden gegenüber Nichtstun, mit 95-%-Intervallen; unsere hervorgehoben',
    'Gain net de tous les clients par rapport à ne rien faire, intervalles à 95 % ; la nôtre en évidence',
    'Ganancia neta de todos los clientes frente a no hacer nada, con intervalos del 95 %; la nuestra destacada',
  ],
  'Dots with intervals: {rows}.': [
    'Punkte mit Intervallen: {rows}.',
    'Points avec intervalles : {rows}.',
    'Puntos con intervalos: {rows}.',
  ],
  'hollow: over budget': ['hohl: über dem Budget', 'creux : hors budget', 'hueco: sobre el presupuesto'],
  Policy: ['Zuteilung', 'Politique', 'Política'],
  Spent: ['Ausgegeben', 'Dépensé', 'Gastado'],
  'Customers with an offer': ['Kunden mit Angebot', 'Clients avec une offre', 'Clientes con oferta'],
  '{policy} gains {gain}, more than ours with {ours}': [
    '{policy} bringt {gain}, mehr als unsere mit {ours}',
    '{policy} rapporte {gain}, plus que la nôtre avec {ours}',
    '{policy} gana {gain}, más que la nuestra con {ours}',
  ],
  'Nothing is gained, by ours or by any simple rule': [
    'Nichts gewonnen, weder von unserer noch von einer einfachen Regel',
    'Rien n’est gagné, ni par la nôtre ni par une règle simple',
    'No se gana nada, ni con la nuestra ni con una regla simple',
  ],
  'Ours gains {gain}, the best simple rule {rival}': [
    'Unsere bringt {gain}, die beste einfache Regel {rival}',
    'La nôtre rapporte {gain}, la meilleure règle simple {rival}',
    'La nuestra gana {gain}, la mejor regla simple {rival}',
  ],
  'Ours gains {gain}; no simple rule gains anything': [
    'Unsere bringt {gain}; keine einfache Regel bringt etwas',
    'La nôtre rapporte {gain} ; aucune règle simple ne rapporte',
    'La nuestra gana {gain}; ninguna regla simple gana nada',
  ],
  '{offer} for {share} of customers gains the most: {gain} for {cost} of cost': [
    '{offer} für {share} der Kunden bringt am meisten: {gain} bei {cost} Kosten',
    '{offer} pour {share} des clients rapporte le plus : {gain} pour {cost} de coût',
    '{offer} para el {share} de los clientes es lo que más gana: {gain} con {cost} de coste',
  ],
  'Customers per recommended offer': [
    'Kunden je empfohlenem Angebot',
    'Clients par offre recommandée',
    'Clientes por oferta recomendada',
  ],
  'Customers per recommended offer; {count} more that nobody gets': [
    'Kunden je empfohlenem Angebot; {count} weitere erhält niemand',
    'Clients par offre recommandée ; {count} autres que personne ne reçoit',
    'Clientes por oferta recomendada; otras {count} que nadie recibe',
  ],
  '{offer} {count} customers, {share}': [
    '{offer} {count} Kunden, {share}',
    '{offer} {count} clients, {share}',
    '{offer} {count} clientes, {share}',
  ],
  Offer: ['Angebot', 'Offre', 'Oferta'],
  'Expected cost': ['Erwartete Kosten', 'Coût attendu', 'Coste esperado'],
  'Expected gain': ['Erwarteter Gewinn', 'Gain attendu', 'Ganancia esperada'],
  'Everyone gets {offer}': ['Alle erhalten {offer}', '{offer} pour tous', '{offer} para todos'],
  Ours: ['Unsere', 'La nôtre', 'La nuestra'],
  'Nobody gets an offer': ['Niemand erhält ein Angebot', 'Aucune offre', 'Nadie recibe oferta'],
  'Offers at random': ['Angebote nach Zufall', 'Offres au hasard', 'Ofertas al azar'],
  'Likeliest to leave first': ['Höchstes Risiko zuerst', 'Risque maximal d’abord', 'Mayor riesgo primero'],
  'Most value at risk first': [
    'Gefährdeter Wert zuerst',
    'Valeur menacée d’abord',
    'Mayor valor en riesgo primero',
  ],
  'Whenever one month pays': [
    'Wenn ein Monat sich lohnt',
    'Dès qu’un mois est rentable',
    'Si un mes es rentable',
  ],
  'If the truth were known': [
    'Wäre die Wahrheit bekannt',
    'Si la vérité était connue',
    'Si se supiera la verdad',
  ],
  'All else': ['Alles Übrige', 'Tout le reste', 'Todo lo demás'],
  'Held-out correction': [
    'Korrektur an Ungesehenen',
    'Correction hors échantillon',
    'Corrección fuera de muestra',
  ],
  'Average customer': ['Durchschnittskunde', 'Client moyen', 'Cliente medio'],
  'This customer': ['Dieser Kunde', 'Ce client', 'Este cliente'],
  'Most of all, {reason} raises the risk: {points} points': [
    'Am meisten erhöht {reason} das Risiko: {points} Punkte',
    'C’est surtout {reason} qui augmente le risque : {points} points',
    'Lo que más aumenta el riesgo es {reason}: {points} puntos',
  ],
  'Nothing stands out that raises the risk': [
    'Nichts erhöht das Risiko auffällig',
    'Rien de notable n’augmente le risque',
    'Nada destaca que aumente el riesgo',
  ],
  'Chance of leaving, in points: what raises it (blue) and lowers it (grey); the correction is what models say that never saw this customer':
    [
      'Abwanderungsrisiko in Punkten: was es erhöht (blau) und senkt (grau); die Korrektur stammt von Modellen, die diesen Kunden nie sahen',
      'Risque de départ, en points : ce qui l’augmente (bleu) et le réduit (gris) ; la correction vient de modèles qui n’ont jamais vu ce client',
      'Riesgo de baja, en puntos: lo que lo sube (azul) y lo baja (gris); la corrección es de modelos que nunca vieron a este cliente',
    ],
  'Chance of leaving, in points: what raises it (blue) and lowers it (grey)': [
    'Abwanderungsrisiko in Punkten: was es erhöht (blau) und senkt (grau)',
    'Risque de départ, en points : ce qui l’augmente (bleu) et le réduit (gris)',
    'Riesgo de baja, en puntos: lo que lo sube (azul) y lo baja (gris)',
  ],
  'Steps: {rows}.': ['Stufen: {rows}.', 'Étapes : {rows}.', 'Pasos: {rows}.'],
  Reason: ['Grund', 'Raison', 'Motivo'],
  Points: ['Punkte', 'Points', 'Puntos'],
  From: ['Von', 'De', 'De'],
  To: ['Bis', 'À', 'A'],
  'Likeliest to leave: {segment}, {risk} against {all} on average': [
    'Am ehesten wandern ab: {segment}, {risk} gegenüber {all} im Mittel',
    'Risque de départ le plus élevé : {segment}, {risk} contre {all} en moyenne',
    'Los más propensos a irse: {segment}, {risk} frente al {all} en promedio',
  ],
  'No customers, no risk': [
    'Keine Kunden, kein Risiko',
    'Aucun client, aucun risque',
    'Sin clientes no hay riesgo',
  ],
  'Mean probability of leaving; the line is that of all together': [
    'Mittlere Abwanderungswahrscheinlichkeit; die Linie ist das Mittel aller',
    'Probabilité moyenne de départ ; le trait est la moyenne de tous',
    'Probabilidad media de baja; la línea es la media de todos',
  ],
  'Bars: {rows}; all together {all}.': [
    'Balken: {rows}; alle zusammen {all}.',
    'Barres : {rows} ; tous ensemble {all}.',
    'Barras: {rows}; todos juntos {all}.',
  ],
  'Mean probability of leaving': [
    'Mittlere Abwanderungswahrscheinlichkeit',
    'Probabilité moyenne de départ',
    'Probabilidad media de baja',
  ],
  'Nobody is likelier to leave than to stay': [
    'Niemand geht eher, als dass er bleibt',
    'Personne ne risque plus de partir que de rester',
    'Nadie tiene más probabilidad de irse que de quedarse',
  ],
  '{share} of customers are likelier to leave than to stay, with {value} of the value': [
    '{share} der Kunden gehen eher, als dass sie bleiben, mit {value} des Werts',
    '{share} des clients risquent plus de partir que de rester, avec {value} de la valeur',
    'El {share} de los clientes tiene más probabilidad de irse que de quedarse, con el {value} del valor',
  ],
  'Customers by probability of leaving; over 50% in the accent. Drag to filter': [
    'Kunden nach Abwanderungswahrscheinlichkeit; über 50 % hervorgehoben. Zum Filtern ziehen',
    'Clients par probabilité de départ ; plus de 50 % en évidence. Glisser pour filtrer',
    'Clientes por probabilidad de baja; más del 50 % destacado. Arrastre para filtrar',
  ],
  'Histogram of {count} customers: {rows}.': [
    'Histogramm von {count} Kunden: {rows}.',
    'Histogramme de {count} clients : {rows}.',
    'Histograma de {count} clientes: {rows}.',
  ],
  'Probability of leaving': [
    'Abwanderungswahrscheinlichkeit',
    'Probabilité de départ',
    'Probabilidad de baja',
  ],
  'Value if they stay': ['Wert, wenn sie bleiben', 'Valeur s’ils restent', 'Valor si se quedan'],
  'More customers kept, of all, by share offered, those changed most first (grey: at random); held-out, shaded: 95% intervals':
    [
      'Mehr gehaltene Kunden, von allen, je Anteil mit Angebot, die am stärksten beeinflussten zuerst (grau: zufällig); ungesehene Daten, schattiert: 95-%-Intervalle',
      'Clients gardés en plus, sur tous, selon la part ciblée, les plus influencés d’abord (gris : au hasard) ; hors échantillon, ombré : intervalles à 95 %',
      'Clientes retenidos de más, sobre el total, según la proporción con oferta, primero los más influenciables (gris: al azar); fuera de muestra, sombreado: intervalos del 95 %',
    ],
  'Lines: {rows}.': ['Linien: {rows}.', 'Courbes : {rows}.', 'Líneas: {rows}.'],
  '{offer}, {qini}, offered to all keeps {effect} more, {low} to {high}, of {count} customers of the experiment':
    [
      '{offer}, {qini}, allen angeboten hält es {effect} mehr, {low} bis {high}, von {count} Kunden des Experiments',
      '{offer}, {qini}, proposée à tous garde {effect} de plus, {low} à {high}, sur {count} clients de l’expérience',
      '{offer}, {qini}, ofrecida a todos retiene {effect} más, {low} a {high}, de {count} clientes del experimento',
    ],
  'Share offered': ['Anteil mit Angebot', 'Part ciblée', 'Proporción con oferta'],
  'More kept, of all': [
    'Mehr gehalten, von allen',
    'Gardés en plus, sur tous',
    'Retenidos de más, del total',
  ],
  'At random': ['Zufällig', 'Au hasard', 'Al azar'],
  'No offer was judged': [
    'Kein Angebot wurde beurteilt',
    'Aucune offre n’a été jugée',
    'No se evaluó ninguna oferta',
  ],
  'Whom an offer changes cannot be told yet: no Qini is surely above 0': [
    'Wen ein Angebot umstimmt, ist noch nicht zu sagen: Kein Qini liegt sicher über 0',
    'On ne sait pas encore qui une offre fait changer : aucun Qini n’est sûrement positif',
    'Aún no se sabe a quién cambia una oferta: ningún Qini es con seguridad mayor que 0',
  ],
  '{offer} for the {share} it changes most keeps {few} more in 100 customers, for everyone {all}': [
    '{offer} für die {share}, die es am stärksten umstimmt, hält {few} Kunden mehr von 100, für alle {all}',
    '{offer} pour les {share} les plus influencés garde {few} clients de plus sur 100, pour tous {all}',
    '{offer} para el {share} más influenciable retiene {few} clientes más de cada 100, para todos {all}',
  ],
  'Worth {value} over {months} months, half of it by month {half}': [
    '{value} wert über {months} Monate, die Hälfte davon bis Monat {half}',
    'Vaut {value} sur {months} mois, dont la moitié d’ici le mois {half}',
    'Vale {value} en {months} meses, la mitad antes del mes {half}',
  ],
  'Worth {value} over 1 month': [
    '{value} wert über 1 Monat',
    'Vaut {value} sur 1 mois',
    'Vale {value} en 1 mes',
  ],
  'Nothing is earned from this customer': [
    'An diesem Kunden wird nichts verdient',
    'Ce client ne rapporte rien',
    'Con este cliente no se gana nada',
  ],
  'Expected margin of each month if the customer stays now, discounted; spread as if the risk were the same each month':
    [
      'Erwarteter Deckungsbeitrag je Monat, wenn der Kunde jetzt bleibt, abgezinst; verteilt, als wäre das Risiko jeden Monat gleich',
      'Marge attendue de chaque mois si le client reste, actualisée ; répartie comme si le risque était le même chaque mois',
      'Margen esperado de cada mes si el cliente se queda, descontado; repartido como si el riesgo fuera igual cada mes',
    ],
  'month {month}': ['Monat {month}', 'mois {month}', 'mes {month}'],
  Month: ['Monat', 'Mois', 'Mes'],
  Value: ['Wert', 'Valeur', 'Valor'],
  'So far': ['Bis dahin', 'Cumul', 'Acumulado'],
  '{offer} is worth {gain} more than doing nothing': [
    '{offer} ist {gain} mehr wert als nichts zu tun',
    '{offer} vaut {gain} de plus que ne rien faire',
    '{offer} vale {gain} más que no hacer nada',
  ],
  'Doing nothing is worth most': [
    'Nichts zu tun ist am meisten wert',
    'Ne rien faire vaut le mieux',
    'No hacer nada es lo que más vale',
  ],
  'Expected value under each offer, its cost taken off': [
    'Erwarteter Wert unter jedem Angebot, abzüglich seiner Kosten',
    'Valeur attendue avec chaque offre, coût déduit',
    'Valor esperado con cada oferta, descontado su coste',
  ],
  'Expected value': ['Erwarteter Wert', 'Valeur attendue', 'Valor esperado'],
  'Over doing nothing': ['Gegenüber Nichtstun', 'Par rapport à ne rien faire', 'Frente a no hacer nada'],
  'Offers add {gain}, {share} of it in {segment}': [
    'Die Angebote bringen {gain}, {share} davon bei {segment}',
    'Les offres ajoutent {gain}, dont {share} chez {segment}',
    'Las ofertas aportan {gain}, el {share} en {segment}',
  ],
  'No offer is made, so none adds value': [
    'Kein Angebot wird gemacht, also bringt keines etwas',
    'Aucune offre n’est faite, donc aucune n’ajoute de valeur',
    'No se hace ninguna oferta, así que ninguna aporta valor',
  ],
  'Expected value without offers (grey) and with ours (blue); what the offers add': [
    'Erwarteter Wert ohne Angebote (grau) und mit unseren (blau); was die Angebote bringen',
    'Valeur attendue sans offres (gris) et avec les nôtres (bleu) ; ce que les offres ajoutent',
    'Valor esperado sin ofertas (gris) y con las nuestras (azul); lo que aportan las ofertas',
  ],
  'Pairs of bars: {rows}.': [
    'Balkenpaare: {rows}.',
    'Paires de barres : {rows}.',
    'Pares de barras: {rows}.',
  ],
  '{segment} {baseline} without offers, {optimized} with': [
    '{segment} {baseline} ohne Angebote, {optimized} mit',
    '{segment} {baseline} sans offres, {optimized} avec',
    '{segment} {baseline} sin ofertas, {optimized} con',
  ],
  'Without offers': ['Ohne Angebote', 'Sans offres', 'Sin ofertas'],
  'With offers': ['Mit Angeboten', 'Avec offres', 'Con ofertas'],
  Gain: ['Gewinn', 'Gain', 'Ganancia'],
};
