import type { Texts } from '../say.js';

/** What charts say in Spanish, by the English text. */
export const spanish: Texts = {
  '{low} to {high}': '{low} a {high}',
  'Probabilities can be taken at their word: {points} points off on average':
    'Las probabilidades son fiables: {points} puntos de error en promedio',
  'Probabilities are {points} points off on average':
    'Las probabilidades fallan por {points} puntos en promedio',
  'Share that left against the share foreseen, by tenths of customers, with 95% intervals; held-out AUC {auc}':
    'Proporción de bajas frente a la prevista, por décimas de clientes, con intervalos del 95 %; AUC fuera de muestra {auc}',
  'Dots near a diagonal: {rows}.': 'Puntos cerca de una diagonal: {rows}.',
  'foreseen {predicted}, left {observed} of {count}': 'previsto {predicted}, bajas {observed} de {count}',
  foreseen: 'previsto',
  'Foreseen to leave': 'Bajas previstas',
  Left: 'Bajas',
  'At least': 'Como mínimo',
  'At most': 'Como máximo',
  Customers: 'Clientes',
  'No customers, no segments': 'Sin clientes no hay segmentos',
  '{segment} is {share} of customers; no value is at risk':
    '{segment}: {share} de los clientes; ningún valor en riesgo',
  '{segment} is {share} of customers and {risk} of the value at risk':
    '{segment}: {share} de los clientes y {risk} del valor en riesgo',
  'Share of customers (bar) and of the value at risk (line); number of customers':
    'Proporción de clientes (barra) y del valor en riesgo (línea); número de clientes',
  'Bars: {rows}.': 'Barras: {rows}.',
  '{segment} {count} customers, {share}, with {risk} of the value at risk':
    '{segment} {count} clientes, {share}, con {risk} del valor en riesgo',
  Segment: 'Segmento',
  'Share of customers': 'Proporción de clientes',
  'Value at risk': 'Valor en riesgo',
  'Share of value at risk': 'Proporción del valor en riesgo',
  '{unit} more gains {gain}': '{unit} más aporta {gain}',
  'more money gains nothing more': 'más dinero no aporta nada más',
  'Half of the possible gain costs {cost}, {share} of what all of it costs':
    'La mitad de la ganancia posible cuesta {cost}, el {share} de lo que cuesta toda',
  'No budget gains anything: no offer beats doing nothing':
    'Ningún presupuesto aporta nada: ninguna oferta supera a no hacer nada',
  'The most that a budget can gain; the dot is the policy in sight, where {more}':
    'Lo máximo que puede ganar un presupuesto; el punto es la política mostrada, donde {more}',
  'A line that rises ever more slowly, from nothing to {gain} for {budget}; the policy in sight gains {own} for {spent}, and {more}.':
    'Una línea que sube cada vez menos, de nada a {gain} por {budget}; la política mostrada gana {own} por {spent}, y {more}.',
  Budget: 'Presupuesto',
  'Net gain': 'Ganancia neta',
  'Gained by each one more': 'Ganancia por unidad adicional',
  'Net gain over doing nothing, judged by the true effects, which differ from those expected; with 95% intervals':
    'Ganancia neta frente a no hacer nada, según los efectos verdaderos, que difieren de los esperados; con intervalos del 95 %',
  'Net gain over doing nothing of all customers, with 95% intervals; ours in the accent':
    'Ganancia neta de todos los clientes frente a no hacer nada, con intervalos del 95 %; la nuestra destacada',
  'Dots with intervals: {rows}.': 'Puntos con intervalos: {rows}.',
  Policy: 'Política',
  Spent: 'Gastado',
  'Customers with an offer': 'Clientes con oferta',
  '{policy} gains {gain}, more than ours with {ours}': '{policy} gana {gain}, más que la nuestra con {ours}',
  'Nothing is gained: no policy beats doing nothing':
    'No se gana nada: ninguna política supera a no hacer nada',
  'Ours gains {gain}; no simple rule gains anything':
    'La nuestra gana {gain}; ninguna regla simple gana nada',
  'Ours gains {gain}, {times} times the best simple rule':
    'La nuestra gana {gain}, {times} veces la mejor regla simple',
  '{offer} for {share} of customers gains the most: {gain} for {cost} of cost':
    '{offer} para el {share} de los clientes es lo que más gana: {gain} con {cost} de coste',
  'Nobody gets an offer: none beats doing nothing': 'Nadie recibe oferta: ninguna supera a no hacer nada',
  'Customers per recommended offer': 'Clientes por oferta recomendada',
  '{offer} {count} customers, {share}': '{offer} {count} clientes, {share}',
  Offer: 'Oferta',
  'Expected cost': 'Coste esperado',
  'Expected gain': 'Ganancia esperada',
  'Everyone gets {offer}': '{offer} para todos',
  Ours: 'La nuestra',
  'Nobody gets an offer': 'Nadie recibe oferta',
  'Offers at random': 'Ofertas al azar',
  'Likeliest to leave first': 'Mayor riesgo primero',
  'Most value at risk first': 'Mayor valor en riesgo primero',
  'Whenever one month pays': 'Si un mes es rentable',
  'If the truth were known': 'Si se supiera la verdad',
  'All else': 'Todo lo demás',
  'Held-out correction': 'Corrección fuera de muestra',
  'Average customer': 'Cliente medio',
  'This customer': 'Este cliente',
  'Most of all, {reason} raises the risk: {points} points':
    'Lo que más aumenta el riesgo es {reason}: {points} puntos',
  'Nothing stands out that raises the risk': 'Nada destaca que aumente el riesgo',
  'Chance of leaving, in points: what raises it (blue) and lowers it (grey); the correction is what models say that never saw this customer':
    'Riesgo de baja, en puntos: lo que lo sube (azul) y lo baja (gris); la corrección es de modelos que nunca vieron a este cliente',
  'Chance of leaving, in points: what raises it (blue) and lowers it (grey)':
    'Riesgo de baja, en puntos: lo que lo sube (azul) y lo baja (gris)',
  'Steps: {rows}.': 'Pasos: {rows}.',
  Reason: 'Motivo',
  Points: 'Puntos',
  From: 'De',
  To: 'A',
  '{segment} is the likeliest to leave: {risk}, against {all} of all customers':
    '{segment} es el más propenso a irse: {risk}, frente al {all} de todos los clientes',
  'No customers, no risk': 'Sin clientes no hay riesgo',
  'Mean probability of leaving; the line is the mean of all customers':
    'Probabilidad media de baja; la línea es la media de todos los clientes',
  'Bars: {rows}; all customers {all}.': 'Barras: {rows}; todos los clientes {all}.',
  'Mean probability of leaving': 'Probabilidad media de baja',
  '{share} of customers are likelier to leave than to stay, with {value} of the value':
    'El {share} de los clientes es más probable que se vaya que se quede, con el {value} del valor',
  'Customers by probability of leaving; over 50% in the accent. Drag to filter':
    'Clientes por probabilidad de baja; más del 50 % destacado. Arrastre para filtrar',
  'Histogram of {count} customers: {rows}.': 'Histograma de {count} clientes: {rows}.',
  'Probability of leaving': 'Probabilidad de baja',
  'Value if they stay': 'Valor si se quedan',
  'More customers kept, of all, by share offered, those changed most first (grey: at random); held-out, shaded: 95% intervals':
    'Clientes retenidos de más, sobre el total, según la proporción con oferta, primero los más influenciables (gris: al azar); fuera de muestra, sombreado: intervalos del 95 %',
  'Lines: {rows}.': 'Líneas: {rows}.',
  '{offer}, {qini}, offered to all keeps {effect} more, {low} to {high}, of {count} customers of the experiment':
    '{offer}, {qini}, ofrecida a todos retiene {effect} más, {low} a {high}, de {count} clientes del experimento',
  'Share offered': 'Proporción con oferta',
  'More kept, of all': 'Retenidos de más, del total',
  'At random': 'Al azar',
  'No offer was judged': 'No se evaluó ninguna oferta',
  'Whom an offer changes cannot be told yet: no Qini is surely above 0':
    'Aún no se sabe a quién cambia una oferta: ningún Qini es con seguridad mayor que 0',
  '{offer} for the {share} it changes most keeps {few} more in 100 customers, for everyone {all}':
    '{offer} para el {share} más influenciable retiene {few} clientes más de cada 100, para todos {all}',
  'Worth {value} over {months} months, half of it by month {half}':
    'Vale {value} en {months} meses, la mitad antes del mes {half}',
  'Nothing is earned from this customer': 'Con este cliente no se gana nada',
  'Expected margin of each month if the customer stays now, discounted; spread as if the risk were the same each month':
    'Margen esperado de cada mes si el cliente se queda, descontado; repartido como si el riesgo fuera igual cada mes',
  'month {month}': 'mes {month}',
  Month: 'Mes',
  Value: 'Valor',
  'So far': 'Acumulado',
  '{offer} is worth {gain} more than doing nothing': '{offer} vale {gain} más que no hacer nada',
  'No offer is worth more than doing nothing': 'Ninguna oferta vale más que no hacer nada',
  'Expected value under each offer, its cost taken off':
    'Valor esperado con cada oferta, descontado su coste',
  'Expected value': 'Valor esperado',
  'Over doing nothing': 'Frente a no hacer nada',
  'Offers add {gain}, {share} of it in {segment}': 'Las ofertas aportan {gain}, el {share} en {segment}',
  'No offer adds value: the best is to do nothing': 'Ninguna oferta aporta valor: lo mejor es no hacer nada',
  'Expected value without offers (grey) and with ours (blue); what the offers add':
    'Valor esperado sin ofertas (gris) y con las nuestras (azul); lo que aportan las ofertas',
  'Pairs of bars: {rows}.': 'Pares de barras: {rows}.',
  '{segment} {baseline} without offers, {optimized} with':
    '{segment} {baseline} sin ofertas, {optimized} con',
  'Without offers': 'Sin ofertas',
  'With offers': 'Con ofertas',
  Gain: 'Ganancia',
};
