// Чего нельзя сделать так, как было сказано: что не так и как было бы верно. По-русски.

import type { Wrong } from './en.ts'

export const wrong: Wrong = {
  /* schedules */
  noSchedule: (text) =>
    `«${text}» — не расписание. Напишите, например, «по будням в 7:30», «два раза в день», «каждый час с 8 до 20» или cron: «30 7 * * 1-5».`,
  neverComes: (text) => `«${text}» никогда не наступает. Проверьте день и месяц.`,
  neverComesAgain: (text) => `«${text}» больше никогда не наступит. Проверьте день и месяц.`,
  noZone: (zone) => `«${zone}» — не часовой пояс. Напишите, например, Europe/Moscow, Europe/Berlin или UTC.`,
  noQuietHours: (text) =>
    `«${text}» — не тихие часы. Напишите, например, 22:00-07:00 move или 22:00-07:00 silence.`,
  cronFields: (text, count) =>
    `Полей в «${text}»: ${count}. В расписании их пять: минута, час, день месяца, месяц, день недели.`,
  cronField: {
    minute: 'минута',
    hour: 'час',
    'day of the month': 'день месяца',
    month: 'месяц',
    weekday: 'день недели',
  },
  cronValue: (text, field, from, to) =>
    `«${text}» — не ${field}. Можно написать *, число от ${from} до ${to}, промежуток, их список или */2.`,

  /* topics */
  openQuote: (text) => `Кавычка в ${text} не закрыта: выражение стоит между двумя кавычками.`,
  minusKey: (written) =>
    `${written} нельзя исключить: минус ставится перед словом или "выражением в кавычках".`,
  unknownKey: (key) =>
    `${key}: не известно; есть source: и category:, а слова с двоеточием пишутся в кавычках.`,
  emptyKey: (key) => `После ${key}: нужно имя, как в ${key}:имя или ${key}:"два слова".`,
  noWord: (text) => `${text} не содержит слов для поиска: напишите слова или уберите это.`,
  longTopics: (most) => `Темы слишком длинные: напишите не больше знаков, чем ${most}.`,

  /* other settings */
  noCount: (text, field, most) => `«${text}» не подходит: ${field} — целое число от 1 до ${most}.`,
  noLanguage: (text) => `«${text}» — не язык. Напишите его код из двух букв, например en, de или ru.`,
  noNoticePlace: (text) =>
    `«${text}» здесь непонятно. /notices сообщает в этом чате, что требует внимания, /notices private — лично.`,
  noRole: (text) => `«${text}» — не роль. Упомяните её, как @News, или напишите её номер.`,
  noChoice: (text, field, others, last) => `«${text}» не подходит: ${field} — это ${others} или ${last}.`,
  noField: (name, others, last) => `Настройки «${name}» нет. Есть ${others} и ${last}.`,
  nothingToChange: (id, others, last) =>
    `Скажите, что изменить, например: /edit ${id} points: 2. Есть ${others} и ${last}.`,

  /* subscriptions of a chat */
  tooMany: (most) => `Подписок в этом чате уже ${most}, больше нельзя. Сначала удалите одну.`,
  removedJustNow: (id) => `${id} только что удалена.`,
  noneYet: 'В этом чате ещё нет подписок. /subscribe создаёт подписку; /help показывает как.',
  whichOne: (count, id) =>
    `Подписок в этом чате: ${count}. Укажите нужную по номеру, например ${id}; все показывает /subscriptions.`,
  notHere: (id) => `Подписки ${id} в этом чате нет. /subscriptions показывает те, что есть.`,
  notUnderstood: (text, id) => `«${text}» здесь непонятно. Номер подписки выглядит так: ${id}.`,
  noEdition: (id) => `Выпуска ${id} в этом чате нет. /why показывает последние.`,

  /* rights */
  onlyAdmins: 'Что получает этот чат, решают только его администраторы. Обратитесь к одному из них.',
  onlyOwners: (name) =>
    `Владелец бота указал, кто может создавать и менять подписки, и вас среди них нет. Попросите добавить вас в OWNERS как ${name}.`,

  /* posts that may have arrived */
  noDelivery: (id) => `Отправки ${id} нет. brevier deliveries list показывает те, что есть.`,
  sendingNow: (id) => `${id} сейчас отправляется. brevier deliveries show ${id} покажет, что с ней стало.`,
  hasArrived: (id) => `${id} доставлена. Доставленное не отправляется ещё раз.`,
  stillWaits: (id) => `${id} ждёт отправки, значит, ещё не дошла. --drop отменяет отправку.`,
  nothingToDrop: (id) => `${id} доставлена, отменять нечего.`,
  wasNotSent: (id) => `${id} не отправлена. Отправить сейчас: brevier deliveries retry ${id}`,
}
