import type { Texts } from '../say.js';

/** What charts say in German, by the English text. */
export const german: Texts = {
  '{low} to {high}': '{low} bis {high}',
  'Probabilities can be taken at their word: {points} points off on average':
    'Die Wahrscheinlichkeiten stimmen: im Mittel {points} Punkte daneben',
  'Probabilities are {points} points off on average':
    'Die Wahrscheinlichkeiten liegen im Mittel {points} Punkte daneben',
  'Share that left against the share foreseen, by tenths of customers, with 95% intervals; held-out AUC {auc}':
    'Abgewanderter gegen vorhergesagten Anteil, je Zehntel der Kunden, mit 95-%-Intervallen; AUC an ungesehenen Daten {auc}',
  'Dots near a diagonal: {rows}.': 'Punkte nahe einer Diagonale: {rows}.',
  'foreseen {predicted}, left {observed} of {count}':
    'vorhergesagt {predicted}, abgewandert {observed} von {count}',
  foreseen: 'vorhergesagt',
  'Foreseen to leave': 'Abwanderung vorhergesagt',
  Left: 'Abgewandert',
  'At least': 'Mindestens',
  'At most': 'Höchstens',
  Customers: 'Kunden',
  'No customers, no segments': 'Keine Kunden, keine Segmente',
  '{segment} is {share} of customers; no value is at risk':
    '{segment}: {share} der Kunden; kein Wert ist gefährdet',
  '{segment} is {share} of customers and {risk} of the value at risk':
    '{segment}: {share} der Kunden und {risk} des gefährdeten Werts',
  'Share of customers (bar) and of the value at risk (line); number of customers':
    'Anteil an den Kunden (Balken) und am gefährdeten Wert (Strich); Zahl der Kunden',
  'Bars: {rows}.': 'Balken: {rows}.',
  '{segment} {count} customers, {share}, with {risk} of the value at risk':
    '{segment} {count} Kunden, {share}, mit {risk} des gefährdeten Werts',
  Segment: 'Segment',
  'Share of customers': 'Anteil der Kunden',
  'Value at risk': 'Gefährdeter Wert',
  'Share of value at risk': 'Anteil am gefährdeten Wert',
  '{unit} more gains {gain}': '{unit} mehr {gain} bringt',
  'more money gains nothing more': 'mehr Geld nichts mehr bringt',
  'Half of the possible gain costs {cost}, {share} of what all of it costs':
    'Der halbe mögliche Gewinn kostet {cost}, {share} dessen, was der ganze kostet',
  'No budget gains anything: no offer beats doing nothing':
    'Kein Budget bringt etwas: Kein Angebot ist besser als nichts zu tun',
  'The most that a budget can gain; the dot is the policy in sight, where {more}':
    'Was ein Budget höchstens bringt; der Punkt ist die gezeigte Zuteilung, bei der {more}',
  'A line that rises ever more slowly, from nothing to {gain} for {budget}; the policy in sight gains {own} for {spent}, and {more}.':
    'Eine immer flacher steigende Linie von null bis {gain} für {budget}; die gezeigte Zuteilung bringt {own} für {spent}, wobei {more}.',
  Budget: 'Budget',
  'Net gain': 'Nettogewinn',
  'Gained by each one more': 'Gewinn je weiterer Geldeinheit',
  'Net gain over doing nothing, judged by the true effects, which differ from those expected; with 95% intervals':
    'Nettogewinn gegenüber Nichtstun, nach den wahren Wirkungen, die von den erwarteten abweichen; mit 95-%-Intervallen',
  'Net gain over doing nothing of all customers, with 95% intervals; ours in the accent':
    'Nettogewinn aller Kunden gegenüber Nichtstun, mit 95-%-Intervallen; unsere hervorgehoben',
  'Dots with intervals: {rows}.': 'Punkte mit Intervallen: {rows}.',
  Policy: 'Zuteilung',
  Spent: 'Ausgegeben',
  'Customers with an offer': 'Kunden mit Angebot',
  '{policy} gains {gain}, more than ours with {ours}': '{policy} bringt {gain}, mehr als unsere mit {ours}',
  'Nothing is gained: no policy beats doing nothing':
    'Nichts gewonnen: Keine Zuteilung ist besser als nichts zu tun',
  'Ours gains {gain}; no simple rule gains anything':
    'Unsere bringt {gain}; keine einfache Regel bringt etwas',
  'Ours gains {gain}, {times} times the best simple rule':
    'Unsere bringt {gain}, das {times}-Fache der besten einfachen Regel',
  '{offer} for {share} of customers gains the most: {gain} for {cost} of cost':
    '{offer} für {share} der Kunden bringt am meisten: {gain} bei {cost} Kosten',
  'Nobody gets an offer: none beats doing nothing':
    'Niemand erhält ein Angebot: Keines ist besser als nichts zu tun',
  'Customers per recommended offer': 'Kunden je empfohlenem Angebot',
  '{offer} {count} customers, {share}': '{offer} {count} Kunden, {share}',
  Offer: 'Angebot',
  'Expected cost': 'Erwartete Kosten',
  'Expected gain': 'Erwarteter Gewinn',
  'Everyone gets {offer}': 'Alle erhalten {offer}',
  Ours: 'Unsere',
  'Nobody gets an offer': 'Niemand erhält ein Angebot',
  'Offers at random': 'Angebote nach Zufall',
  'Likeliest to leave first': 'Höchstes Risiko zuerst',
  'Most value at risk first': 'Größter gefährdeter Wert zuerst',
  'Whenever one month pays': 'Wenn ein Monat sich lohnt',
  'If the truth were known': 'Wäre die Wahrheit bekannt',
  'All else': 'Alles Übrige',
  'Held-out correction': 'Korrektur an ungesehenen Daten',
  'Average customer': 'Durchschnittskunde',
  'This customer': 'Dieser Kunde',
  'Most of all, {reason} raises the risk: {points} points':
    'Am meisten erhöht {reason} das Risiko: {points} Punkte',
  'Nothing stands out that raises the risk': 'Nichts erhöht das Risiko auffällig',
  'Chance of leaving, in points: what raises it (blue) and lowers it (grey); the correction is what models say that never saw this customer':
    'Abwanderungsrisiko in Punkten: was es erhöht (blau) und senkt (grau); die Korrektur stammt von Modellen, die diesen Kunden nie sahen',
  'Chance of leaving, in points: what raises it (blue) and lowers it (grey)':
    'Abwanderungsrisiko in Punkten: was es erhöht (blau) und senkt (grau)',
  'Steps: {rows}.': 'Stufen: {rows}.',
  Reason: 'Grund',
  Points: 'Punkte',
  From: 'Von',
  To: 'Bis',
  '{segment} is the likeliest to leave: {risk}, against {all} of all customers':
    '{segment} wandert am ehesten ab: {risk}, gegenüber {all} aller Kunden',
  'No customers, no risk': 'Keine Kunden, kein Risiko',
  'Mean probability of leaving; the line is the mean of all customers':
    'Mittlere Abwanderungswahrscheinlichkeit; die Linie ist das Mittel aller Kunden',
  'Bars: {rows}; all customers {all}.': 'Balken: {rows}; alle Kunden {all}.',
  'Mean probability of leaving': 'Mittlere Abwanderungswahrscheinlichkeit',
  '{share} of customers are likelier to leave than to stay, with {value} of the value':
    '{share} der Kunden gehen eher, als dass sie bleiben, mit {value} des Werts',
  'Customers by probability of leaving; over 50% in the accent. Drag to filter':
    'Kunden nach Abwanderungswahrscheinlichkeit; über 50 % hervorgehoben. Zum Filtern ziehen',
  'Histogram of {count} customers: {rows}.': 'Histogramm von {count} Kunden: {rows}.',
  'Probability of leaving': 'Abwanderungswahrscheinlichkeit',
  'Value if they stay': 'Wert, wenn sie bleiben',
  'More customers kept, of all, by share offered, those changed most first (grey: at random); held-out, shaded: 95% intervals':
    'Mehr gehaltene Kunden, von allen, je Anteil mit Angebot, die am stärksten beeinflussten zuerst (grau: zufällig); ungesehene Daten, schattiert: 95-%-Intervalle',
  'Lines: {rows}.': 'Linien: {rows}.',
  '{offer}, {qini}, offered to all keeps {effect} more, {low} to {high}, of {count} customers of the experiment':
    '{offer}, {qini}, allen angeboten hält es {effect} mehr, {low} bis {high}, von {count} Kunden des Experiments',
  'Share offered': 'Anteil mit Angebot',
  'More kept, of all': 'Mehr gehalten, von allen',
  'At random': 'Zufällig',
  'No offer was judged': 'Kein Angebot wurde beurteilt',
  'Whom an offer changes cannot be told yet: no Qini is surely above 0':
    'Wen ein Angebot umstimmt, ist noch nicht zu sagen: Kein Qini liegt sicher über 0',
  '{offer} for the {share} it changes most keeps {few} more in 100 customers, for everyone {all}':
    '{offer} für die {share}, die es am stärksten umstimmt, hält {few} Kunden mehr von 100, für alle {all}',
  'Worth {value} over {months} months, half of it by month {half}':
    '{value} wert über {months} Monate, die Hälfte davon bis Monat {half}',
  'Nothing is earned from this customer': 'An diesem Kunden wird nichts verdient',
  'Expected margin of each month if the customer stays now, discounted; spread as if the risk were the same each month':
    'Erwarteter Deckungsbeitrag je Monat, wenn der Kunde jetzt bleibt, abgezinst; verteilt, als wäre das Risiko jeden Monat gleich',
  'month {month}': 'Monat {month}',
  Month: 'Monat',
  Value: 'Wert',
  'So far': 'Bis dahin',
  '{offer} is worth {gain} more than doing nothing': '{offer} ist {gain} mehr wert als nichts zu tun',
  'No offer is worth more than doing nothing': 'Kein Angebot ist mehr wert als nichts zu tun',
  'Expected value under each offer, its cost taken off':
    'Erwarteter Wert unter jedem Angebot, abzüglich seiner Kosten',
  'Expected value': 'Erwarteter Wert',
  'Over doing nothing': 'Gegenüber Nichtstun',
  'Offers add {gain}, {share} of it in {segment}': 'Die Angebote bringen {gain}, {share} davon bei {segment}',
  'No offer adds value: the best is to do nothing':
    'Kein Angebot bringt etwas: Am besten ist es, nichts zu tun',
  'Expected value without offers (grey) and with ours (blue); what the offers add':
    'Erwarteter Wert ohne Angebote (grau) und mit unseren (blau); was die Angebote bringen',
  'Pairs of bars: {rows}.': 'Balkenpaare: {rows}.',
  '{segment} {baseline} without offers, {optimized} with':
    '{segment} {baseline} ohne Angebote, {optimized} mit',
  'Without offers': 'Ohne Angebote',
  'With offers': 'Mit Angeboten',
  Gain: 'Gewinn',
};
