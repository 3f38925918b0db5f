// Что Brevier говорит о себе, по-русски. Команды и настройки пишутся одинаково на всех языках.

import type { Texts } from '../texts.ts'
import { operator } from './operator.ts'
import { pluralOf } from './plural.ts'
import { wrong } from './wrong/ru.ts'

const plural = pluralOf('ru')

export const ru: Texts = {
  /* editions and briefs */
  editionTitle: (date, time) => `Brevier · ${date}${time === undefined ? '' : `, ${time}`}`,
  nothingNew: 'Ничего нового: ни одна сохранённая статья за это время не подходит.',
  noNewStories: 'Ничего нового: новостей не поступало.',
  noneFits: (stories) =>
    plural(stories, {
      one: `Ничего нового: поступила ${stories} новость, но к темам она не относится.`,
      few: `Ничего нового: поступили ${stories} новости, но ни одна не относится к темам.`,
      other: `Ничего нового: поступило ${stories} новостей, но ни одна не относится к темам.`,
    }),
  allTold: (stories) =>
    plural(stories, {
      one: `Ничего нового: подходит ${stories} новость, но о ней здесь уже рассказано.`,
      few: `Ничего нового: подходят ${stories} новости, но обо всех здесь уже рассказано.`,
      other: `Ничего нового: подходит ${stories} новостей, но обо всех здесь уже рассказано.`,
    }),
  update: (since) => `Обновление: что нового с прошлого раза (${since}).`,
  late: (time) => `С опозданием: этот выпуск должен был выйти в ${time}.`,
  merged: (editions) =>
    plural(editions, {
      one: `Он заменяет и ${editions} предыдущий выпуск, который не удалось сделать.`,
      few: `Он заменяет и ${editions} предыдущих выпуска, которые не удалось сделать.`,
      other: `Он заменяет и ${editions} предыдущих выпусков, которые не удалось сделать.`,
    }),
  dropped: (editions) =>
    plural(editions, {
      one: `Не удалось сделать ${editions} предыдущий выпуск, он пропущен.`,
      few: `Не удалось сделать ${editions} предыдущих выпуска, они пропущены.`,
      other: `Не удалось сделать ${editions} предыдущих выпусков, они пропущены.`,
    }),
  notSent: 'Это не было бы отправлено: эта подписка молчит, когда нет ничего нового.',

  /* sources */
  excerpt: 'отрывок',
  inLanguage: (language) => `язык: ${language}`,

  /* answers */
  quote: (words) => `«${words}»`,
  written: (model) =>
    `Написано языковой моделью (${model}) и сверено с предложениями, на которые она ссылается.`,
  quotedPoints: 'Пункт в кавычках — предложение из своей статьи.',
  /** "19 people (Valley Radio), 12 people (Meridian News)" */
  figuresDiffer: (figures) => `Данные расходятся: ${figures}.`,
  missing: (words) => `Этого нет в том, что у меня сохранено: ${words}`,
  fromStored: 'Из сохранённых статей:',
  partial: 'Сохранённые статьи отвечают только на часть вопроса:',
  closest: 'Это не ответ, а лишь самое близкое из того, что у меня сохранено:',
  notStored: 'Этого нет в том, что у меня сохранено.',
  nothingStored: 'Пока ничего не сохранено, поэтому мне не на что опереться. Чтобы что-нибудь добавить:',
  outOfScope: 'Я передаю то, что сказано в сохранённых статьях. Советы, прогнозы и мнения — не моё дело.',
  ambiguous:
    'В том, что у меня сохранено, это может значить разное. Назовите, пожалуйста, человека, место или событие.',
  retention: 'Это старше того, что я храню.',
  nearest: 'Ближе всего к этому:',

  /* suggested questions; a name stands as its article wrote it */
  whatDidSay: (name) => `Что говорит ${name}?`,
  canBeAsked: 'Несколько вопросов, на которые я могу ответить:',

  /* answers that are being made */
  lookingUp: 'Ищу …',
  reading: (articles) => `Читаю статьи: ${articles} …`,
  stillChecking: 'Пока проверено это. Ищу дальше …',
  stopped: 'Остановлено.',
  stoppedThere: 'Остановлено здесь. То, что выше, проверено.',

  /* lists */
  noMatch: 'Ни в одной сохранённой статье нет этих слов.',
  noStories: 'За это время новостей нет.',
  articles: (count) =>
    plural(count, { one: `${count} статья`, few: `${count} статьи`, other: `${count} статей` }),
  andMore: (names, more) => (more === 0 ? names : `${names} и ещё ${more}`),

  /* commands */
  helpTitle: 'Что можно сказать',
  helpQuestion: 'Просто напишите вопрос: я отвечу по тому, что сохранено.',
  helpExample:
    'Например: /subscribe climate change, -football; schedule: every weekday at 7:30; zone: Europe/Moscow',
  commandGroup: {
    news: 'Сейчас',
    subscriptions: 'По расписанию',
  },
  commandAbout: {
    ask: 'ответ по сохранённым статьям',
    brief: 'заметки за последний день или по теме',
    sources: 'предложения за меткой [2], в их абзацах',
    stories: 'новости за последний день',
    help: 'этот список',
    subscribe: 'заметки в этот чат, по расписанию',
    subscriptions: 'что получает этот чат и когда',
    edit: 'изменить названное, остальное оставить',
    pause: 'ничего не отправлять до возобновления',
    resume: 'продолжить с этого момента',
    unsubscribe: 'прекратить',
    preview: 'следующий выпуск, каким он вышел бы сейчас',
    why: 'почему выпуск вышел или не вышел',
    settings: 'что получает этот чат, с кнопками',
    notices: 'сообщать мне здесь, а не лично, если моя подписка требует внимания',
    start: 'что я такое и с чего начать',
  },
  askForQuestion: 'Что вы хотите узнать?',
  yourQuestion: 'Ваш вопрос',
  commandWords: {
    where: 'private, чтобы снова получать это лично',
    schedule: 'когда приходит: каждый будний день в 7:30, дважды в день',
    zone: 'часовой пояс расписания: Europe/Berlin',
    channel: 'канал, ветка или форум, о котором речь; иначе этот',
    question: 'ваш вопрос',
    topic: 'тема или новость из списка',
    mark: 'номер метки',
    topics: 'темы, а после точки с запятой остальное: климат, -футбол; zone: Europe/Moscow',
    changes: 'какую и что в ней: u1 points: 2',
    subscription: 'какую, если их несколько: u1',
    about: 'подписка или выпуск: u1 или e3',
  },
  showToAll: 'показать ответ всем здесь',
  unknownCommand: (name) => `Команды /${name} нет. Все команды: /help.`,
  nothingShown: 'Меток ещё не было. Спросите что-нибудь или напишите /brief.',
  noSuchMark: (mark) =>
    /^\d+$/.test(mark)
      ? `В показанном последним нет метки [${mark}].`
      : 'Какая метка? Напишите её номер: /sources 2',
  apology: 'У меня что-то пошло не так. В журнале сказано почему; спросите, пожалуйста, ещё раз.',

  /* buttons, and what is said to those who press them */
  buttons: {
    ask: 'Спросить об этом',
    why: (brief) => (brief === undefined ? 'Почему?' : `Почему ${brief}?`),
    sources: 'Источники',
    mark: (mark) => `[${mark}]`,
    noGood: '👎',
    reason: {
      'too-long': 'Слишком длинно',
      'off-topic': 'Не моя тема',
      wrong: 'Неверно',
      'too-often': 'Слишком часто',
    },
    askNumber: (brief) => `${brief}`,
    subscribe: 'Подписаться',
    preview: 'Посмотреть',
    pause: 'Приостановить',
    resume: 'Продолжить',
    tryAgain: 'Исправлено: продолжить',
    remove: 'Удалить…',
    reallyRemove: 'Да, удалить',
    back: 'Назад',
    copy: 'Прислать мне',
    shareHere: 'Поделиться здесь',
    shareInThread: 'Поделиться в ветке',
    addToChannel: 'Добавить в канал',
    addToGroup: 'Добавить в группу',
    itIsThere: 'Он там',
    sendAgain: 'Его нет: отправить снова',
  },
  youAreReading: 'Вы читаете:',
  askAnything: 'Просто напишите, что хотите об этом узнать. Через полчаса вопрос считается новым.',
  whichOne: 'Просто напишите или выберите заметку, о которой поговорить.',
  askForm: {
    brief: 'Какая заметка',
    allBriefs: 'Все',
    question: 'Ваш вопрос',
    questionHint: 'Что вы хотите узнать?',
  },
  notHereAnyMore: 'Этого здесь больше нет.',
  theLatest: 'Последние новости:',
  whatIsWrong: 'Что не так?',
  thanks: 'Спасибо, записано.',
  threadOf: (date: string) => `Вопросы и ответы · ${date}`,
  shared: 'Готово. Кто упомянет меня там или ответит мне, сможет спросить дальше.',
  threadClosed: 'Ветка закрыта, там больше нельзя ничем поделиться.',
  notShared: (detail: string) => `Поделиться не удалось. Платформа сообщила: ${detail}`,
  copyIsSent:
    'Выпуск уже на пути в ваши личные сообщения. Если он не придёт, разрешите личные сообщения от участников этого сервера и нажмите ещё раз.',
  copyIsThere: 'Он уже в ваших личных сообщениях.',
  notMadeYet: (chat, next) =>
    `Вот что получил бы сейчас ${chat}. Пока вы не нажмёте «Подписаться», ничего не создаётся. ${next}`,
  rightsMissing: (chat, rights) =>
    `Я пока не могу писать в ${chat}. Разрешите мне там: ${rights}. Потом попробуйте ещё раз.`,
  allSources: 'Источники. Номер показывает использованные предложения.',

  /* settings by buttons */
  settings: {
    which: 'Какая подписка?',
    choose: (field, now) => `${field}: сейчас ${now}. Выберите другое:`,
    orWrite: (id, field) => `Или напишите своё: /edit ${id} ${field}: …`,
    removeQuestion: (id) => `Удалить ${id}? Отправленное останется.`,
    field: {
      topics: 'Темы',
      schedule: 'Расписание',
      zone: 'Часовой пояс',
      quiet: 'Тихие часы',
      briefs: 'Заметки',
      points: 'Пункты',
      language: 'Язык',
      'after down time': 'После простоя',
      'when unknown': 'При сомнении',
      'when empty': 'Без новостей',
      role: 'Роль',
      followers: 'Подписчики',
    },
    value: {
      everything: 'всё',
      none: 'нет',
      'every day at 7:00': 'каждый день в 7:00',
      'every day at 8:00': 'каждый день в 8:00',
      'every weekday at 7:30': 'по будням в 7:30',
      'every day at 18:00': 'каждый день в 18:00',
      'twice a day': 'два раза в день',
      'every 3 hours': 'каждые 3 часа',
      '22:00-07:00 move': '22:00-07:00: ждать',
      '22:00-07:00 silence': '22:00-07:00: без звука',
      late: 'последний — с опозданием',
      merge: 'соединить в один',
      skip: 'пропускать',
      once: 'не отправлять снова',
      again: 'отправить ещё раз',
      nothing: 'ничего не отправлять',
      line: 'отправить строку',
    },
  },
  start: {
    title: 'Я новостная редакция для чатов.',
    reader:
      'Спросите меня о новостях: я отвечу по сохранённым статьям, с источниками, или скажу, что не знаю.',
    owner:
      'Для канала или группы: добавьте меня администратором с правом публиковать. Тогда я напишу вам сюда, и вы выберете темы и время.',
    here: 'Выпуски в этот чат: /subscribe. Все команды: /help.',
  },
  membershipSaid: {
    gone: 'Меня оттуда удалили',
    'no-right': 'Мне больше нельзя там публиковать',
  },
  setUp: {
    title: (chat) => `Теперь я могу публиковать в ${chat}.`,
    explain: 'Пока ничего не публикуется. Выберите, что и когда, посмотрите выпуск и нажмите «Подписаться».',
  },

  /* schedules, as they are written too */
  times: {
    everyDay: 'каждый день',
    everyWeekday: 'по будням',
    weekend: 'по выходным',
    weekdays: [
      'по воскресеньям',
      'по понедельникам',
      'по вторникам',
      'по средам',
      'по четвергам',
      'по пятницам',
      'по субботам',
    ],
    at: (days, hours) => `${days} в ${hours}`,
    hourly: 'каждый час',
    everyHours: (hours) => `каждые ${hours} ${hours < 5 ? 'часа' : 'часов'}`,
    everyMinutes: (minutes) => `каждые ${minutes} минут`,
    fromTo: (every, from, to) => `${every} с ${from} до ${to}`,
  },

  /* notices */
  chatEnded: (chat) => `${chat} больше не существует. Туда ничего нельзя отправить.`,
  chatPaused: {
    gone: (chat) => `Не удалось опубликовать в ${chat}: меня там больше нет, или чата не стало.`,
    'no-right': (chat) => `Не удалось опубликовать в ${chat}: мне нельзя там писать.`,
    topic: (chat) => `Не удалось опубликовать в ${chat}: тема закрыта или удалена.`,
  },
  editionOf: (time, date) => `Выпуск ${date}, ${time}`,
  isKept: (edition) => `Сохранено: ${edition}. В этот чат ничего не отправляется, пока вы не продолжите.`,
  nothingIsLost:
    'То, что нужно было отправить, сохранено. В этот чат ничего не отправляется, пока вы не продолжите.',
  mendChat: {
    gone: (resume) => `Добавьте меня снова, затем: ${resume}`,
    'no-right': (resume) => `Дайте мне право писать там, затем: ${resume}`,
    topic: (resume) => `Откройте тему снова или выберите другую, затем: ${resume}`,
  },
  isLate: (edition, chat) => `${edition}: придёт в ${chat} с опозданием.`,
  asksToWait: (until) =>
    `Платформа просит подождать до ${until}. Тогда я его отправлю, если он к тому времени не устареет. От вас ничего не требуется.`,
  mayHaveArrived: (edition, chat) => `${edition}: может быть, дошёл до ${chat}, а может быть, нет.`,
  partOf: (part, parts) => `Речь о части ${part} из ${parts}.`,
  pleaseLook:
    'Во время отправки связь прервалась, а сам я там посмотреть не могу. Посмотрите, пожалуйста, и скажите, как есть:',
  itIsThere: 'он там',
  itIsNotThere: 'его нет',
  platformSaid: (detail) => `Что сказала платформа: ${detail}`,

  /* subscriptions */
  noticesIn: (chat) =>
    `Если ваша подписка требует внимания, теперь я сообщу об этом в ${chat}. Вернуть: /notices private`,
  noticesInPrivate: 'Если ваша подписка требует внимания, я сообщу об этом лично.',
  subscription: {
    added: (id) => `Подписка ${id} готова.`,
    addedBefore: (id) => `Такая подписка у этого чата уже есть: ${id}.`,
    changed: (id) => `Подписка ${id} изменена.`,
    unchanged: (id) => `Подписка ${id} уже была такой; ничего не изменилось.`,
    paused: (id) => `Подписка ${id} приостановлена.`,
    pausedBefore: (id) => `Подписка ${id} уже была приостановлена.`,
    resumed: (id) => `Подписка ${id} продолжается.`,
    resumedBefore: (id) => `Подписка ${id} не была приостановлена.`,
    removed: (id) => `Подписка ${id} удалена. То, что ждало отправки, отменено; отправленное остаётся.`,
  },
  noSubscription: { chat: 'У этого чата ещё нет подписки.', cli: 'Подписок ещё нет.' },
  nextEdition: (time) => `Следующий выпуск: ${time}.`,
  pausedSince: (time) => `Приостановлена с: ${time}.`,
  toGoOn: (resume) => `Чтобы продолжить: ${resume}`,
  chatPausedSince: (chat, time, reason) => `В ${chat} ничего не отправляется с: ${time}. ${reason}`,
  whenMended: (resume) => `Когда это исправлено: ${resume}`,
  overdue: (time) => `Выпуск (${time}) должен быть готов, но ещё не готов.`,
  everything: 'всё',
  fieldMeans: {
    quiet: { move: 'выпуски ждут их конца', silence: 'сообщения приходят без звука' },
    'after down time': {
      late: 'из пропущенных последний отправляется с опозданием',
      merge: 'все пропущенные приходят одним',
      skip: 'пропущенные не отправляются',
    },
    'when unknown': {
      once: 'сообщение, которое, может быть, дошло, снова не отправляется; вас спросят',
      again: 'сообщение, которое, может быть, дошло, отправляется ещё раз',
    },
    'when empty': {
      nothing: 'выпуск без новостей не отправляется',
      line: 'выпуск без новостей говорит об этом одной строкой',
    },
    followers: { yes: 'их получают и серверы, которые подписаны на канал' },
  },
  rowNext: (time) => `следующий: ${time}`,
  rowPaused: 'приостановлена',
  rowChatPaused: 'чат приостановлен',
  how: {
    chat: {
      add: 'Чтобы подписаться: /subscribe climate change, -football; schedule: every weekday at 7:30; zone: Europe/Moscow',
      edit: (id) => `Чтобы изменить: /edit ${id} points: 2; quiet: 22:00-07:00`,
      preview: (id) => `Чтобы увидеть следующий выпуск сейчас: /preview ${id}`,
      resume: (id) => `/resume ${id}`,
    },
    cli: {
      add: 'Чтобы подписаться: brevier subscriptions add --chat terminal:local',
      edit: (id) => `Чтобы изменить: brevier subscriptions edit ${id} --points 2`,
      preview: (id) => `Чтобы увидеть следующий выпуск сейчас: brevier subscriptions preview ${id}`,
      resume: (id) => `brevier subscriptions resume ${id}`,
    },
  },

  /* why */
  allIsWell: (next) => `Всё в порядке. ${next}`,
  lastWentWrong: (next) => `Последний выпуск дошёл не так, как задумано; смотрите ниже. ${next}`,
  noEditionYet: 'Ни одного выпуска ещё не должно было быть.',
  subscriptionGone: 'Эта подписка удалена.',
  subscriptionRemoved: (id) => `Подписка ${id} удалена. Вот её выпуски.`,
  noDesk: 'Редакция не работает, поэтому ничего не делается и не отправляется. Запустить её: brevier start.',
  editionIs: {
    open: 'Готовится.',
    onItsWay: 'В пути.',
    sent: (briefs) => `Отправлен: ${briefs}.`,
    nothingSent: (reason) => `Ничего не отправлено. ${reason}`,
    notMade: (reason) => `Не сделан. ${reason}`,
    waiting: (reason) => `Ещё не отправлен. ${reason}`,
    notSent: (reason) => `Не отправлен. ${reason}`,
    mayHaveArrived: (reason) => `Может быть, дошёл, а может быть, нет. ${reason}`,
    part: (part, parts, text) => `Часть ${part} из ${parts}: ${text}`,
  },
  missedBefore: (slots) =>
    plural(slots, {
      one: `До него пропущен ${slots} выпуск, потому что редакция не работала.`,
      few: `До него пропущено ${slots} выпуска, потому что редакция не работала.`,
      other: `До него пропущено ${slots} выпусков, потому что редакция не работала.`,
    }),
  oneLine: 'одна строка об этом',
  briefs: (count) =>
    plural(count, { one: `${count} заметка`, few: `${count} заметки`, other: `${count} заметок` }),
  leftOut: 'Новости, которые подходили, но не вошли:',
  otherPosts: 'Другие сообщения, которые не дошли:',
  retryIt: (id) => `Чтобы отправить сейчас: brevier deliveries retry ${id}`,
  settleIt: (id) =>
    `Посмотрите там и скажите, как есть: brevier deliveries settle ${id} --arrived, или --again, или --drop`,

  /* reasons */
  reason: {
    noStories: 'Новостей не поступало.',
    offTopic: (stories) =>
      plural(stories, {
        one: `Поступила ${stories} новость, но к темам она не относилась.`,
        few: `Поступили ${stories} новости, но ни одна не относилась к темам.`,
        other: `Поступило ${stories} новостей, но ни одна не относилась к темам.`,
      }),
    allTold: (stories) =>
      plural(stories, {
        one: `Подходила ${stories} новость, но о ней здесь уже было рассказано.`,
        few: `Подходили ${stories} новости, но обо всех здесь уже было рассказано.`,
        other: `Подходило ${stories} новостей, но обо всех здесь уже было рассказано.`,
      }),
    told: (time) => `Об этом здесь уже рассказано (${time}), и с тех пор ничего нового не было.`,
    noPoints: 'Ничего нельзя было сказать предложениями, которые подтверждаются её статьями.',
    noRoom: 'Выпуск был полон; другое было важнее.',
    topicShare: 'У её темы уже была своя доля выпуска.',
    sourceShare: 'У её источника уже была своя доля выпуска.',
    missed: {
      late: 'Его время прошло, пока редакция не работала; вместо него с опозданием отправлен последний пропущенный выпуск.',
      merge:
        'Его время прошло, пока редакция не работала; то, что он рассказал бы, вошло в следующий выпуск.',
      skip: 'Его время прошло, пока редакция не работала, а эта подписка пропускает такие выпуски.',
    },
    subscriptionPaused: 'Подписка была приостановлена.',
    subscriptionRemoved: 'Подписка удалена.',
    chatPaused: (time) => `Чат был приостановлен с: ${time}.`,
    noAdapter: (platform) =>
      `Редакция, которая тогда работала, не могла писать в ${platform}: платформа не была настроена или перед ней никого не было.`,
    failed: (detail) => `Сделать не удалось: ${detail}`,
    later: (detail) => `Платформа попросила подождать: ${detail}`,
    refused: {
      ended: (detail) => `Чата больше нет: ${detail}`,
      gone: (detail) => `Чата не стало, или меня в нём больше нет: ${detail}`,
      'no-right': (detail) => `Мне нельзя там писать: ${detail}`,
      topic: (detail) => `Тема закрыта или удалена: ${detail}`,
      content: (detail) => `Платформа не смогла принять написанное: ${detail}`,
      token: (detail) => `Платформа не принимает полученный токен: ${detail}`,
    },
    unknown: (detail) => `Ни один ответ не сказал, дошло ли это: ${detail}`,
    processEnded: 'Процесс завершился, пока это было в пути.',
    moved: 'У чата сменился адрес.',
    expired: 'Ожидание затянулось, и отправлять это уже не стоило.',
    earlierPart: (part) => `Это идёт после части ${part}, которая не отправлена.`,
    attempts: (attempts) =>
      plural(attempts, {
        one: `Не дошло за ${attempts} попытку.`,
        few: `Не дошло за ${attempts} попытки.`,
        other: `Не дошло за ${attempts} попыток.`,
      }),
    settledByHand: 'Так решил человек.',
  },

  /* deliveries */
  noDelivery: 'Подходящих отправок нет.',
  deliveryState: {
    pending: 'ждёт',
    claimed: 'ждёт',
    sending: 'отправляется',
    delivered: 'доставлено',
    refused: 'не отправлено',
    unknown: 'может быть, дошло',
    expired: 'устарело',
  },
  deliveryIs: {
    edition: (id) => `выпуск ${id}`,
    notice: 'сообщение владельцу',
    reply: 'ответ',
  },
  partOfAll: (part, parts) => `часть ${part} из ${parts}`,
  deliveryRow: {
    chat: 'чат',
    what: 'что',
    made: 'сделано',
    due: 'срок',
    settled: 'решено',
    attempts: 'попытки',
    receipt: 'квитанция',
    expires: 'до',
  },
  putBack: (ids) => `Будет отправлено снова: ${ids}.`,
  waitsForChat: (chat) => `${chat} приостановлен, поэтому это ждёт; brevier why ${chat} скажет почему.`,
  settledAs: {
    arrived: (id) => `${id} считается доставленным.`,
    drop: (id) => `${id} отменено и не будет отправлено.`,
  },

  wrong,

  ...operator,
}
