// Ce qui ne peut se faire comme on l’a dit : ce qui ne va pas, et ce qui irait. En français.

import type { Wrong } from './en.ts'

export const wrong: Wrong = {
  /* schedules */
  noSchedule: (text) =>
    `« ${text} » n’est pas un horaire. Écrivez-le comme « chaque jour ouvré à 7:30 », « deux fois par jour », « chaque heure de 8 à 20 », ou en cron : « 30 7 * * 1-5 ».`,
  neverComes: (text) => `« ${text} » n’arrive jamais. Vérifiez le jour et le mois.`,
  neverComesAgain: (text) => `« ${text} » n’arrivera plus jamais. Vérifiez le jour et le mois.`,
  noZone: (zone) =>
    `« ${zone} » n’est pas un fuseau horaire. Écrivez-le comme Europe/Paris, America/New_York ou UTC.`,
  noQuietHours: (text) =>
    `« ${text} » ne sont pas des heures calmes. Écrivez-les comme 22:00-07:00 move, ou 22:00-07:00 silence.`,
  cronFields: (text, count) =>
    `« ${text} » a ${count} champs. Un horaire en a cinq : minute, heure, jour du mois, mois, jour de la semaine.`,
  cronField: {
    minute: 'une minute',
    hour: 'une heure',
    'day of the month': 'un jour du mois',
    month: 'un mois',
    weekday: 'un jour de la semaine',
  },
  cronValue: (text, field, from, to) =>
    `« ${text} » n’est pas ${field}. Sont possibles : *, un nombre de ${from} à ${to}, un intervalle, une liste de ceux-ci, ou */2.`,

  /* topics */
  openQuote: (text) =>
    `Un guillemet n’est pas fermé dans ${text} : une expression se place entre deux guillemets.`,
  minusKey: (written) =>
    `${written} ne peut pas être exclu : le signe moins se place devant un mot ou une "expression entre guillemets".`,
  unknownKey: (key) =>
    `${key}: n’est pas connu ; il y a source: et category:, et les mots avec deux-points se mettent entre guillemets.`,
  emptyKey: (key) => `Après ${key}: il faut un nom, comme dans ${key}:nom ou ${key}:"deux mots".`,
  noWord: (text) => `${text} ne contient aucun mot à chercher : écrivez des mots, ou retirez-le.`,
  longTopics: (most) => `Les thèmes sont trop longs : écrivez au plus ${most} caractères.`,

  /* other settings */
  noCount: (text, field, most) =>
    `« ${text} » ne convient pas : ${field} doit être un nombre entier de 1 à ${most}.`,
  noLanguage: (text) =>
    `« ${text} » n’est pas une langue. Écrivez son code de deux lettres, comme en, de ou fr.`,
  noNoticePlace: (text) =>
    `« ${text} » n’est pas compris ici. /notices vous prévient dans cette discussion, /notices private en privé.`,
  noRole: (text) => `« ${text} » n’est pas un rôle. Mentionnez-le, comme @News, ou écrivez son identifiant.`,
  noChoice: (text, field, others, last) =>
    `« ${text} » ne convient pas : ${field} doit être ${others} ou ${last}.`,
  noField: (name, others, last) => `Le réglage « ${name} » n’existe pas. Il y a ${others} et ${last}.`,
  nothingToChange: (id, others, last) =>
    `Dites ce qu’il faut changer, par exemple : /edit ${id} points: 2. Il y a ${others} et ${last}.`,

  /* subscriptions of a chat */
  tooMany: (most) => `Cette discussion a ${most} abonnements, c’est le maximum. Supprimez-en un d’abord.`,
  removedJustNow: (id) => `${id} vient d’être supprimé.`,
  noneYet: 'Cette discussion n’a pas encore d’abonnement. /subscribe en crée un ; /help montre comment.',
  whichOne: (count, id) =>
    `Cette discussion a ${count} abonnements. Dites lequel par son identifiant, comme ${id} ; /subscriptions les montre.`,
  notHere: (id) => `Cette discussion n’a pas d’abonnement ${id}. /subscriptions montre ceux qu’elle a.`,
  notUnderstood: (text, id) =>
    `« ${text} » n’est pas compris ici. L’identifiant d’un abonnement ressemble à ${id}.`,
  noEdition: (id) => `Cette discussion n’a pas d’édition ${id}. /why montre les dernières.`,

  /* rights */
  onlyAdmins:
    'Seuls les administrateurs de cette discussion décident de ce qu’elle reçoit. Demandez à l’un d’eux.',
  onlyOwners: (name) =>
    `La personne qui me gère a désigné qui peut créer et modifier des abonnements, et vous n’en faites pas partie. Demandez à être ajouté à OWNERS sous le nom ${name}.`,

  /* posts that may have arrived */
  noDelivery: (id) => `L’envoi ${id} n’existe pas. brevier deliveries list montre ceux qui existent.`,
  sendingNow: (id) => `${id} est en cours d’envoi. brevier deliveries show ${id} dit ce qu’il en advient.`,
  hasArrived: (id) => `${id} est arrivé. Ce qui est arrivé n’est pas renvoyé.`,
  stillWaits: (id) => `${id} attend d’être envoyé, il n’est donc pas arrivé. --drop empêche son envoi.`,
  nothingToDrop: (id) => `${id} est arrivé, il n’y a donc rien à abandonner.`,
  wasNotSent: (id) => `${id} n’a pas été envoyé. Pour l’envoyer maintenant : brevier deliveries retry ${id}`,
}
