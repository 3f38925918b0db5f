// Lo que no puede hacerse como se dijo: qué está mal y qué sería lo correcto. En español.

import type { Wrong } from './en.ts'

export const wrong: Wrong = {
  /* schedules */
  noSchedule: (text) =>
    `«${text}» no es un horario. Escríbelo como «cada día laborable a las 7:30», «dos veces al día», «cada hora de 8 a 20», o como cron: «30 7 * * 1-5».`,
  neverComes: (text) => `«${text}» no llega nunca. Revisa el día y el mes.`,
  neverComesAgain: (text) => `«${text}» no vuelve a llegar. Revisa el día y el mes.`,
  noZone: (zone) =>
    `«${zone}» no es una zona horaria. Escríbela como Europe/Madrid, America/Mexico_City o UTC.`,
  noQuietHours: (text) =>
    `«${text}» no son horas de silencio. Escríbelas como 22:00-07:00 move, o 22:00-07:00 silence.`,
  cronFields: (text, count) =>
    `«${text}» tiene ${count} campos. Un horario tiene cinco: minuto, hora, día del mes, mes, día de la semana.`,
  cronField: {
    minute: 'un minuto',
    hour: 'una hora',
    'day of the month': 'un día del mes',
    month: 'un mes',
    weekday: 'un día de la semana',
  },
  cronValue: (text, field, from, to) =>
    `«${text}» no es ${field}. Puede ser *, un número de ${from} a ${to}, un intervalo, una lista de ellos, o */2.`,

  /* topics */
  openQuote: (text) => `En ${text} hay una comilla sin cerrar: una frase va entre dos comillas.`,
  minusKey: (written) =>
    `${written} no se puede excluir: el signo menos va delante de una palabra o de una "frase entre comillas".`,
  unknownKey: (key) =>
    `${key}: no se conoce; existen source: y category:, y las palabras con dos puntos van entre comillas.`,
  emptyKey: (key) => `Después de ${key}: debe ir un nombre, como en ${key}:nombre o ${key}:"dos palabras".`,
  noWord: (text) => `${text} no contiene ninguna palabra que buscar: escribe palabras, o quítalo.`,
  longTopics: (most) => `Los temas son demasiado largos: escribe como mucho ${most} caracteres.`,

  /* other settings */
  noCount: (text, field, most) => `«${text}» no vale: ${field} debe ser un número entero de 1 a ${most}.`,
  noLanguage: (text) => `«${text}» no es un idioma. Escribe su código de dos letras, como en, es o fr.`,
  noNoticePlace: (text) =>
    `«${text}» no se entiende aquí. /notices te avisa en este chat de lo que necesita atención, /notices private en privado.`,
  noRole: (text) => `«${text}» no es un rol. Menciónalo, como @News, o escribe su identificador.`,
  noChoice: (text, field, others, last) => `«${text}» no vale: ${field} debe ser ${others} o ${last}.`,
  noField: (name, others, last) => `No existe el ajuste «${name}». Existen ${others} y ${last}.`,
  nothingToChange: (id, others, last) =>
    `Di qué hay que cambiar, por ejemplo: /edit ${id} points: 2. Existen ${others} y ${last}.`,

  /* subscriptions of a chat */
  tooMany: (most) => `Este chat tiene ${most} suscripciones, que es el máximo. Quita una primero.`,
  removedJustNow: (id) => `${id} se acaba de quitar.`,
  noneYet: 'Este chat todavía no tiene ninguna suscripción. /subscribe crea una; /help muestra cómo.',
  whichOne: (count, id) =>
    `Este chat tiene ${count} suscripciones. Di a cuál te refieres con su identificador, como ${id}; /subscriptions las muestra.`,
  notHere: (id) => `Este chat no tiene la suscripción ${id}. /subscriptions muestra las que tiene.`,
  notUnderstood: (text, id) =>
    `«${text}» no se entiende aquí. El identificador de una suscripción es como ${id}.`,
  noEdition: (id) => `Este chat no tiene la edición ${id}. /why muestra las últimas.`,

  /* rights */
  onlyAdmins: 'Solo los administradores de este chat deciden lo que recibe. Pídeselo a uno de ellos.',
  onlyOwners: (name) =>
    `Quien me gestiona ha indicado quién puede crear y cambiar suscripciones, y no estás entre esas personas. Pide que te añadan a OWNERS como ${name}.`,

  /* posts that may have arrived */
  noDelivery: (id) => `No existe el envío ${id}. brevier deliveries list muestra los que hay.`,
  sendingNow: (id) =>
    `${id} se está enviando ahora mismo. brevier deliveries show ${id} dice qué ocurre con él.`,
  hasArrived: (id) => `${id} ha llegado. Lo que ha llegado no se envía otra vez.`,
  stillWaits: (id) => `${id} espera a ser enviado, así que no ha llegado. --drop impide que se envíe.`,
  nothingToDrop: (id) => `${id} ha llegado, así que no hay nada que descartar.`,
  wasNotSent: (id) => `${id} no se envió. Para enviarlo ahora: brevier deliveries retry ${id}`,
}
